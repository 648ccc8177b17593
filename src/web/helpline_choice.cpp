#include "web/helpline_choice.h"

#include <algorithm>

#include "content/zones.h"
#include "core/text.h"

namespace waymark::web {

using directory::Helpline;

std::vector<NamedNeed> helpline_needs(const Visit& visit) {
    const auto& speak = visit.speak;
    return {{"crisis", speak.say("A crisis, or thinking of suicide")},
            {"alone", speak.say("I am about to use, and alone")},
            {"treatment", speak.say("Finding treatment")},
            {"family", speak.say("I worry about somebody")},
            {"youth", speak.say("Lines for the young")},
            {"questions", speak.say("Questions, or a talk with a peer")},
            {"smoking", speak.say("Stopping smoking")}};
}

bool HelplineChoice::fits(const Helpline& line, Instant now) const {
    const auto is = [&](std::string_view kind) { return line.kind == kind; };
    const bool is_met =
        need.empty() || (need == "crisis" && is("crisis")) ||
        (need == "alone" && is("overdose-spotting")) ||
        (need == "treatment" && (is("treatment-referral") || is("treatment"))) ||
        (need == "family" && line.is_for_family) || (need == "youth" && line.is_for_youth) ||
        (need == "questions" && (is("information-referral") || is("peer-support"))) ||
        (need == "smoking" && is("quitline"));
    const bool is_spoken =
        language.empty() || std::ranges::find(line.languages, language) != line.languages.end();
    const bool is_silent = !line.text_to.empty() || !line.chat.empty();
    return is_met && is_spoken && (!by_text || is_silent) &&
           (!open_now || is_open(line, now).value_or(false));
}

HelplineChoice helpline_choice(const Visit& visit) {
    HelplineChoice choice{.need = std::string{visit.param("need")},
                          .language = ascii_lower(visit.param("lang")),
                          .by_text = visit.param("text") == "yes",
                          .open_now = visit.param("open") == "now"};
    const auto needs = helpline_needs(visit);
    if (std::ranges::find(needs, choice.need, &NamedNeed::code) == needs.end()) choice.need.clear();
    const auto lines = visit.site.helplines.all();
    const bool is_spoken = std::ranges::any_of(lines, [&](const Helpline& line) {
        return std::ranges::find(line.languages, choice.language) != line.languages.end();
    });
    if (!is_spoken) choice.language.clear();
    return choice;
}

Zone zone_of(const Visit& visit, std::string_view country) {
    if (const auto asked = Zone::named(visit.param("zone"))) return *asked;
    for (const auto code : {country, std::string_view{visit.site.settings.country}}) {
        const auto& zones = content::zones_of(code);
        if (!zones.empty()) return zones.front();
    }
    return Zone{};
}

}  // namespace waymark::web
