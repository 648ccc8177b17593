#include "web/report.h"

#include <array>
#include <chrono>
#include <utility>
#include <vector>

#include "core/number.h"
#include "core/text.h"
#include "web/facility_words.h"
#include "web/words.h"

namespace waymark::web {
namespace {

using directory::FacilityId;
using directory::MeetingId;
using directory::Mistake;
using html::Data;

constexpr std::size_t kPartsOfListing = 3;  // "", "meetings", "12".

std::string label_of(const Visit& visit, Mistake mistake) {
    const auto& speak = visit.speak;
    switch (mistake) {
        case Mistake::gone:
            return speak.say("It is not there any more");
        case Mistake::time:
            return speak.say("The day or the time");
        case Mistake::place:
            return speak.say("The place");
        case Mistake::contact:
            return speak.say("The phone number, or how to reach them");
        case Mistake::link:
            return speak.say("The link");
        case Mistake::unsafe:
            return speak.say("It felt unsafe");
        case Mistake::other:
            break;
    }
    return speak.say("Something else");
}

std::optional<Reported> meeting_reported(const Visit& visit, std::int64_t number) {
    const auto meeting = visit.directory->meeting(MeetingId{number});
    if (meeting == nullptr) return std::nullopt;
    return Reported{.id = meeting->id, .name = meeting->name, .where = place_line(meeting->place)};
}

std::optional<Reported> place_reported(const Visit& visit, std::int64_t number) {
    const auto* place = visit.directory->facilities().facility(FacilityId{number});
    if (place == nullptr) return std::nullopt;
    return Reported{
        .id = place->id, .name = place->name, .where = whereabouts_words(visit.speak, *place)};
}

}  // namespace

std::optional<Reported> reported(const Visit& visit) {
    if (visit.site.reports == nullptr) return std::nullopt;
    const auto parts = split(visit.request.path, '/');
    if (parts.size() <= kPartsOfListing) return std::nullopt;
    const auto number = parse_number<std::int64_t>(parts[2]);
    if (!number) return std::nullopt;
    auto found =
        parts[1] == "places" ? place_reported(visit, *number) : meeting_reported(visit, *number);
    if (found) found->href.append("/").append(parts[1]).append("/").append(parts[2]);
    return found;
}

std::string report_href(const Visit& visit, std::string_view listing_href) {
    return visit.site.reports == nullptr ? std::string{} : std::string{listing_href} + "/report";
}

Result<directory::MistakeReport> read_report(const Visit& visit, const Reported& about) {
    const auto& request = visit.request;
    const auto mistake = directory::mistake_of_code(request.field("mistake").value_or(""));
    if (!mistake) return invalid_input("mistake", "Choose what is wrong.");
    std::string shown = without_hidden(request.field("words").value_or(""));
    std::erase(shown, '\r');  // Forms end their lines with it.
    const std::string words{trimmed(shown)};
    if (words.size() > directory::kReportWordsMax) {
        return invalid_input("words", "That is too long. There is room for about 900 letters.");
    }
    if (*mistake == Mistake::other && words.empty()) {
        return invalid_input("words", "Say in a few words what is wrong.");
    }
    return directory::MistakeReport{.about = about.id,
                                    .mistake = *mistake,
                                    .words = words,
                                    .at = std::chrono::floor<std::chrono::hours>(visit.now)};
}

Data mistake_choices(const Visit& visit) {
    using enum Mistake;
    const auto chosen = visit.request.field("mistake").value_or("");
    Data::List choices;
    for (const Mistake mistake : {gone, time, place, contact, link, unsafe, other}) {
        const auto code = directory::code_of(mistake);
        choices.push_back(Data::object(
            {{"value", code}, {"label", label_of(visit, mistake)}, {"is_chosen", code == chosen}}));
    }
    return choices;
}

}  // namespace waymark::web
