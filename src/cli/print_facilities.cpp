#include "cli/print_facilities.h"

#include <ostream>
#include <string>
#include <vector>

#include "core/text.h"
#include "finder/facility_rank.h"
#include "locale/speak.h"

namespace waymark::cli {
namespace {

using finder::FacilityMatch;
using locale::Speaker;

std::string address_of(const directory::Facility& facility) {
    if (!facility.confidential.empty()) return "Address kept private; call first";
    std::vector<std::string> parts;
    for (const auto* part : {&facility.place.street, &facility.place.town, &facility.place.state,
                             &facility.place.postcode}) {
        if (!part->empty()) parts.push_back(*part);
    }
    return joined(parts, ", ");
}

// "from samhsa, read on November 21, 2026; checked by a person on …".
std::string freshness(const Speaker& speak, const finder::Snapshot& snapshot,
                      const directory::Facility& facility) {
    const auto* source = snapshot.source(facility.source);
    std::string words = "From " + (source == nullptr ? std::string{"a list"} : source->name);
    if (source != nullptr && source->fetched_at) {
        const Date read{std::chrono::floor<std::chrono::days>(*source->fetched_at)};
        words += ", read on " + speak.date(read);
    }
    if (const auto checked = finder::verified_on(facility))
        words += "; checked by a person on " + speak.date(*checked);
    return words;
}

void print_match(std::ostream& out, const Speaker& speak, const finder::Snapshot& snapshot,
                 const FacilityMatch& match) {
    const auto& facility = *match.facility;
    out << facility.name;
    if (!facility.program.empty()) out << ": " << facility.program;
    out << '\n';
    if (const auto address = address_of(facility); !address.empty()) out << "  " << address << '\n';
    std::vector<std::string> phones;
    for (const auto& phone : facility.phones)
        phones.push_back(phone.number);
    if (!phones.empty()) out << "  Call " << joined(phones, " or ") << '\n';
    std::vector<std::string> reasons, ask;
    for (const auto& reason : match.why)
        reasons.push_back(speak.say(reason));
    for (const auto trait : match.ask)
        ask.emplace_back(directory::info(trait).name);
    if (!reasons.empty()) out << "  Why: " << joined(reasons, ". ") << '\n';
    if (!ask.empty()) out << "  Ask them: " << joined(ask, ", ") << '\n';
    out << "  " << freshness(speak, snapshot, facility) << "\n\n";
}

}  // namespace

void print_facilities(std::ostream& out, const finder::Snapshot& snapshot,
                      const finder::ParsedFacilityRequest& asked,
                      const finder::FacilityAnswer& answer) {
    const std::string country = asked.place ? asked.place->best.country : "US";
    const Speaker speak{locale::Language::english, locale::manners_of(country)};
    if (snapshot.has_fictional()) out << "This directory holds fictional sample listings.\n";
    if (asked.place) out << "Near " << asked.place->best.name << ".\n";
    for (const auto& sentence : answer.says)
        out << speak.say(sentence) << '\n';
    out << '\n';
    for (const auto& match : answer.matches)
        print_match(out, speak, snapshot, match);
    const auto shown = static_cast<std::int64_t>(answer.matches.size());
    out << answer.total << (answer.total == 1 ? " place fits" : " places fit");
    if (shown < answer.total) out << ", " << shown << " shown";
    out << ".\n";
    if (answer.old > 0) out << answer.old << " old hidden; --old shows them.\n";
}

}  // namespace waymark::cli
