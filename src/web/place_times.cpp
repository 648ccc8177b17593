#include "web/place_times.h"

#include "core/text.h"
#include "web/words.h"

namespace waymark::web {
namespace {

using locale::Speaker;

constexpr std::chrono::minutes kDay = std::chrono::hours{24};

std::string days_words(const Speaker& speak, const directory::WeekdaySet& days) {
    std::vector<std::string> names;
    for (unsigned i = 1; i <= 7; ++i) {
        const std::chrono::weekday day{i % 7};
        if (days.has(day)) names.push_back(speak.weekday(day));
    }
    return names.size() == 7 ? speak.say("every day") : joined(names, ", ");
}

std::string span_words(const Speaker& speak, const directory::OpenSpan& span) {
    const auto days = days_words(speak, span.days);
    const bool is_all_day = (span.closes - span.opens) % kDay == std::chrono::minutes{0};
    std::string words = is_all_day ? speak.say(phrase("{days}: day and night", {{"days", days}}))
                                   : speak.say(phrase("{days}: {opens} to {closes}",
                                                      {{"days", days},
                                                       {"opens", TimeOfDay{span.opens}},
                                                       {"closes", TimeOfDay{span.closes}}}));
    words = ascii_upper(words.substr(0, 1)) + words.substr(1);
    if (!span.note.empty()) words += " (" + span.note + ")";
    if (span.from)
        words += " · " + speak.say(phrase("From {date}.", {{"date", speak.date(*span.from)}}));
    if (span.until)
        words += " · " + speak.say(phrase("Until {date}.", {{"date", speak.date(*span.until)}}));
    return words;
}

}  // namespace

std::vector<std::string> hours_lines(const Speaker& speak, const directory::Hours& hours) {
    std::vector<std::string> lines;
    for (const auto& span : hours.spans)
        lines.push_back(span_words(speak, span));
    if (lines.empty() && !hours.words.empty()) lines.push_back(hours.words);
    if (!hours.spans.empty() && hours.zone) lines.push_back(zone_words(speak, *hours.zone));
    return lines;
}

std::vector<std::string> capacity_lines(const Visit& visit, const directory::Facility& facility) {
    const auto& speak = visit.speak;
    std::vector<std::string> lines;
    for (const auto& capacity : facility.capacities) {
        const std::string unit = capacity.unit.empty() ? speak.say("places") : capacity.unit;
        std::string line =
            capacity.maximum
                ? speak.say(phrase("{unit}: {free} of {all} free",
                                   {{"unit", unit},
                                    {"free", std::int64_t{capacity.available}},
                                    {"all", std::int64_t{*capacity.maximum}}}))
                : speak.say(phrase("{unit}: {free} free",
                                   {{"unit", unit}, {"free", std::int64_t{capacity.available}}}));
        line += capacity.updated ? ", " + speak.ago(*capacity.updated, visit.now)
                                 : ", " + speak.say("nobody knows since when");
        if (!capacity.description.empty()) line += " (" + capacity.description + ")";
        lines.push_back(line + ". " + speak.say("This changes by the hour: call first."));
    }
    return lines;
}

}  // namespace waymark::web
