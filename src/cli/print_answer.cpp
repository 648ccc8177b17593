#include "cli/print_answer.h"

#include <ostream>
#include <string>
#include <vector>

#include "core/text.h"
#include "directory/fellowship.h"
#include "locale/speak.h"

namespace waymark::cli {
namespace {

using locale::Speaker;

std::string starts(const Speaker& speak, const finder::Match& match, Instant now) {
    if (!match.next) return "By appointment";
    const auto& zone = match.meeting->schedule.zone;
    return speak.when(zone.to_local(match.next->starts), zone.to_local(now)) + ", " +
           speak.until(match.next->starts, now);
}

std::string where(const Speaker& speak, const finder::Match& match) {
    const auto& place = match.meeting->place;
    std::vector<std::string> parts;
    if (match.distance) parts.push_back(speak.distance(*match.distance));
    for (const auto* part : {&place.name, &place.street, &place.town}) {
        if (!part->empty()) parts.push_back(*part);
    }
    return joined(parts, " · ");
}

void print_match(std::ostream& out, const Speaker& speak, const finder::Match& match, Instant now) {
    out << starts(speak, match, now) << '\n';
    out << "  " << match.meeting->name << " ("
        << directory::info(match.meeting->fellowship).short_name << ", "
        << directory::code_of(match.venue) << ")\n";
    if (const auto place = where(speak, match); !place.empty()) out << "  " << place << '\n';
    std::vector<std::string> reasons;
    for (const auto& reason : match.why)
        reasons.push_back(speak.say(reason));
    if (!reasons.empty()) out << "  Why: " << joined(reasons, ". ") << '\n';
    out << '\n';
}

void print_place(std::ostream& out, const Speaker& speak, const places::Answer& place) {
    if (!place.corrected.empty()) out << "Taken as " << place.corrected << ".\n";
    out << "Near " << place.best.name;
    if (place.best.precision != places::Precision::exact) {
        out << " (within about " << speak.distance(place.best.within) << ')';
    }
    out << ".\n";
    if (!place.others.empty()) out << "Also called so: " << place.others.front().name << ".\n";
}

}  // namespace

void print_answer(std::ostream& out, const finder::Snapshot& snapshot,
                  const finder::ParsedRequest& asked, const finder::Answer& answer, Instant now) {
    const std::string country = asked.place ? asked.place->best.country : "US";
    const Speaker speak{locale::Language::english, locale::manners_of(country)};
    if (snapshot.has_fictional()) out << "This directory holds fictional sample meetings.\n";
    if (asked.place) print_place(out, speak, *asked.place);
    for (const auto& sentence : answer.says)
        out << speak.say(sentence) << '\n';
    out << '\n';
    for (const auto& match : answer.matches)
        print_match(out, speak, match, now);
    if (answer.fallback && !answer.fallback->online.empty()) {
        out << "Online:\n\n";
        for (const auto& match : answer.fallback->online)
            print_match(out, speak, match, now);
    }
    const auto shown = static_cast<std::int64_t>(answer.matches.size());
    out << answer.total << (answer.total == 1 ? " meeting fits" : " meetings fit");
    if (shown < answer.total) out << ", " << shown << " shown";
    out << ".\n";
    if (answer.old > 0) out << answer.old << " old hidden; --old shows them.\n";
}

}  // namespace waymark::cli
