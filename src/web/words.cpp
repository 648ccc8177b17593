#include "web/words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "content/programmes.h"
#include "core/text.h"

namespace waymark::web {
namespace {

using directory::Concern;
using directory::Feature;
using directory::Meeting;
using directory::Place;
using directory::Recurrence;
using directory::Schedule;
using directory::VenueKind;
using locale::Speaker;

constexpr std::chrono::days kStaleAfter{30};

struct LanguageName {
    std::string_view code{};
    std::string_view name{};
};

// The languages that meetings are most often held in.
constexpr std::array kLanguageNames{
    LanguageName{"am", "Amharic"},    LanguageName{"ar", "Arabic"},
    LanguageName{"bn", "Bengali"},    LanguageName{"da", "Danish"},
    LanguageName{"de", "German"},     LanguageName{"el", "Greek"},
    LanguageName{"en", "English"},    LanguageName{"es", "Spanish"},
    LanguageName{"fa", "Persian"},    LanguageName{"fi", "Finnish"},
    LanguageName{"fr", "French"},     LanguageName{"he", "Hebrew"},
    LanguageName{"hi", "Hindi"},      LanguageName{"hr", "Croatian"},
    LanguageName{"hu", "Hungarian"},  LanguageName{"is", "Icelandic"},
    LanguageName{"it", "Italian"},    LanguageName{"ja", "Japanese"},
    LanguageName{"ko", "Korean"},     LanguageName{"lt", "Lithuanian"},
    LanguageName{"ml", "Malayalam"},  LanguageName{"mt", "Maltese"},
    LanguageName{"ne", "Nepali"},     LanguageName{"nl", "Dutch"},
    LanguageName{"no", "Norwegian"},  LanguageName{"pa", "Punjabi"},
    LanguageName{"pl", "Polish"},     LanguageName{"pt", "Portuguese"},
    LanguageName{"ro", "Romanian"},   LanguageName{"ru", "Russian"},
    LanguageName{"sk", "Slovak"},     LanguageName{"sl", "Slovenian"},
    LanguageName{"sv", "Swedish"},    LanguageName{"th", "Thai"},
    LanguageName{"tl", "Tagalog"},    LanguageName{"tr", "Turkish"},
    LanguageName{"uk", "Ukrainian"},  LanguageName{"ur", "Urdu"},
    LanguageName{"vi", "Vietnamese"}, LanguageName{"zh", "Chinese"},
};

void add(std::string& line, std::string_view part) {
    if (part.empty() || line.find(part) != line.npos) return;
    if (!line.empty()) line += ", ";
    line += part;
}

// "a, b and c".
std::string listed(const Speaker& speak, const std::vector<std::string>& items) {
    std::string line;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) line += i + 1 == items.size() ? " " + speak.say("and") + " " : ", ";
        line += items[i];
    }
    return line;
}

std::string ordinal(const Speaker& speak, int n) {
    switch (n) {
        case 1:
            return speak.say("First");
        case 2:
            return speak.say("Second");
        case 3:
            return speak.say("Third");
        case 4:
            return speak.say("Fourth");
        case 5:
            return speak.say("Fifth");
        default:
            return speak.say("Last");
    }
}

}  // namespace

std::string venue_words(const Speaker& speak, VenueKind kind) {
    switch (kind) {
        case VenueKind::in_person:
            return speak.say("in person");
        case VenueKind::online:
            return speak.say("online");
        case VenueKind::hybrid:
            return speak.say("in person and online");
        case VenueKind::temporarily_online:
            return speak.say("online for now");
        case VenueKind::by_appointment:
            return speak.say("by appointment");
        case VenueKind::suspended:
            return speak.say("not meeting for now");
        case VenueKind::unknown:
            break;
    }
    return speak.say("ask where it meets");
}

std::string door_words(const Speaker& speak, const Meeting& meeting) {
    if (meeting.features.has(Feature::closed)) return speak.say("closed");
    if (meeting.features.has(Feature::open)) return speak.say("open to anyone");
    return {};
}

std::string address_line(const Place& place) {
    if (!place.address.empty()) return place.address;
    std::string line;
    for (const auto* part :
         {&place.street, &place.neighborhood, &place.town, &place.state, &place.postcode}) {
        add(line, *part);
    }
    return line;
}

std::string place_line(const Place& place) {
    std::string line = place.name;
    add(line, address_line(place));
    return line;
}

std::string joining_words(const Speaker& speak, const directory::Online& online) {
    if (!online.url.empty() && !online.phone.empty()) return speak.say("Video or phone");
    if (!online.url.empty()) return speak.say("By video");
    if (!online.phone.empty()) return speak.say("By phone");
    return {};
}

std::string concern_words(const Speaker& speak, const Meeting& meeting) {
    const auto& programme = directory::info(meeting.fellowship);
    const std::string name{programme.short_name};
    switch (programme.concern) {
        case Concern::alcohol:
            return speak.say(phrase("{name} is about alcohol.", {{"name", name}}));
        case Concern::cannabis:
            return speak.say(phrase("{name} is about cannabis.", {{"name", name}}));
        case Concern::stimulants:
            return speak.say(phrase("{name} is about stimulants such as meth.", {{"name", name}}));
        case Concern::relatives:
            return speak.say(
                phrase("{name} is for people affected by someone else’s use.", {{"name", name}}));
        default:
            return {};
    }
}

std::string medication_words(const Speaker& speak, const Meeting& meeting) {
    switch (directory::medication_attitude(meeting)) {
        case directory::MedicationFact::Attitude::welcomes:
            return speak.say("This group says it welcomes people on medication.");
        case directory::MedicationFact::Attitude::refuses:
            return speak.say(
                "This group says it does not welcome people on medication. Many others do.");
        case directory::MedicationFact::Attitude::unknown:
            break;
    }
    return speak.say("This group has not said what it thinks of medication. Ask first.");
}

std::string stance_words(const Speaker& speak, const Meeting& meeting) {
    if (directory::medication_attitude(meeting) != directory::MedicationFact::Attitude::unknown) {
        return {};
    }
    const auto* programme = content::programme(meeting.fellowship);
    const bool is_about_others = directory::info(meeting.fellowship).concern == Concern::relatives;
    if (programme == nullptr || is_about_others) return {};
    const auto& words = programme->words(locale::code_of(speak.language()));
    return speak.say(phrase("{stance}; ask this group.", {{"stance", words.medication_short}}));
}

std::string zone_words(const Speaker& speak, const Zone& zone) {
    const std::string_view name = zone.name();
    std::string city{name.substr(name.rfind('/') + 1)};
    std::ranges::replace(city, '_', ' ');
    return speak.say(phrase("{city} time", {{"city", city}}));
}

std::string rule_words(const Speaker& speak, const Schedule& schedule) {
    if (schedule.days.empty()) return speak.say("By appointment: ask when it meets.");
    std::vector<std::string> days;
    for (unsigned i = 1; i <= 7; ++i) {
        const std::chrono::weekday day{i % 7};
        if (schedule.days.has(day)) days.push_back(speak.weekday(day));
    }
    const std::string named = days.size() == 7 ? speak.say("every day") : listed(speak, days);
    const Phrase::Value start = TimeOfDay{schedule.start};
    const Phrase::Value end = TimeOfDay{schedule.start + schedule.length_or_usual()};
    const auto say = [&](Phrase rule) {
        rule.holes.insert(rule.holes.end(), {{"days", named}, {"start", start}, {"end", end}});
        return speak.say(rule);
    };
    if (schedule.recurrence.kind == Recurrence::Kind::every_n_weeks) {
        return say(phrase("Every {n} weeks, {days}, {start} to {end}",
                          {{"n", std::int64_t{schedule.recurrence.n}}}));
    }
    if (schedule.recurrence.kind == Recurrence::Kind::nth_of_month) {
        return say(phrase("{nth} {days} of the month, {start} to {end}",
                          {{"nth", ordinal(speak, schedule.recurrence.n)}}));
    }
    return say(phrase("Every week: {days}, {start} to {end}"));
}

std::string language_words(const Speaker& speak, const std::vector<std::string>& codes) {
    std::vector<std::string> names;
    for (const std::string& code : codes) {
        const std::string primary = ascii_lower(code.substr(0, code.find('-')));
        const auto known = std::ranges::find(kLanguageNames, primary, &LanguageName::code);
        names.push_back(known == kLanguageNames.end() ? code : speak.say(known->name));
    }
    return joined(names, ", ");
}

std::string dial_link(std::string_view phone) {
    std::string digits;
    for (const char c : phone) {
        const bool is_digit = c >= '0' && c <= '9';
        if (is_digit || c == '*' || c == '#' || c == ',' || (c == '+' && digits.empty())) {
            digits += c;
        } else if (std::string_view{" -.()/"}.find(c) == std::string_view::npos &&
                   !digits.empty()) {
            break;
        }
    }
    const bool has_number =
        std::ranges::count_if(digits, [](char c) { return c >= '0' && c <= '9'; }) >= 3;
    return has_number ? "tel:" + digits : std::string{};
}

Age age_of(const Visit& visit, const Meeting& meeting) {
    const auto known = visit.directory->known_true(meeting);
    if (!known) return {visit.speak.say("never confirmed"), true};
    const bool is_stale = directory::is_older_than(directory::kMarkedAfter, known->at, visit.now);
    const std::string ago = visit.speak.ago(known->at, visit.now);
    if (known->is_confirmed) {
        return {visit.speak.say(phrase("confirmed {ago}", {{"ago", ago}})), is_stale};
    }
    return {visit.speak.say(phrase("list read {ago}", {{"ago", ago}})), is_stale};
}

std::string source_words(const Visit& visit, const Meeting& meeting) {
    const directory::Source* source = visit.directory->source(meeting.source);
    std::string name = meeting.entity.name;
    if (name.empty() && source != nullptr) name = source->name;
    return visit.speak.say(phrase("From the list “{name}”", {{"name", name}}));
}

}  // namespace waymark::web
