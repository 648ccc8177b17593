#include "web/search_form.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "directory/feature.h"
#include "directory/fellowship.h"
#include "web/form_fields.h"

namespace waymark::web {
namespace {

using directory::FeatureKind;
using html::Data;
using locale::Speaker;

constexpr std::array<std::pair<std::string_view, std::chrono::weekday>, 7> kDays{{
    {"mon", std::chrono::Monday},
    {"tue", std::chrono::Tuesday},
    {"wed", std::chrono::Wednesday},
    {"thu", std::chrono::Thursday},
    {"fri", std::chrono::Friday},
    {"sat", std::chrono::Saturday},
    {"sun", std::chrono::Sunday},
}};

Choices weekdays(const Speaker& speak) {
    Choices choices;
    for (const auto& [code, day] : kDays)
        choices.push_back({std::string{code}, speak.weekday(day)});
    return choices;
}

Choices times(const Speaker& speak) {
    Choices choices{{"now", speak.say("Now and the next 24 hours")},
                    {"today", speak.say("Today")},
                    {"tonight", speak.say("Tonight")},
                    {"week", speak.say("The next 7 days")}};
    for (auto& day : weekdays(speak))
        choices.push_back(std::move(day));
    choices.push_back({"", speak.say("Any day")});
    return choices;
}

Choices programmes(const Speaker& speak) {
    Choices choices{{"", speak.say("Any programme")}};
    for (const auto& programme : directory::fellowships()) {
        if (programme.fellowship == directory::Fellowship::unknown) continue;
        choices.push_back({std::string{programme.code}, speak.say(programme.name)});
    }
    return choices;
}

Choices features(const Speaker& speak, FeatureKind kind) {
    Choices choices;
    for (const auto& feature : directory::features()) {
        if (feature.kind == kind) {
            choices.push_back({std::string{feature.code}, speak.say(feature.name)});
        }
    }
    return choices;
}

Data::List first_fields(const FormFields& fields, const Speaker& speak) {
    return {fields.text("near", speak.say("Where"), speak.say("Town, ZIP or postal code")),
            fields.choice("when", speak.say("When"), times(speak)),
            fields.choice("venue", speak.say("How"),
                          {{"", speak.say("In person or online")},
                           {"in-person,hybrid", speak.say("In person")},
                           {"online,hybrid", speak.say("Online")},
                           {"hybrid", speak.say("Both at once")}}),
            fields.choice("fellowship", speak.say("Which kind"), programmes(speak))};
}

Data::List more_fields(const FormFields& fields, const Speaker& speak) {
    return {fields.text("text", speak.say("Words to look for"),
                        speak.say("In a name, a street or the notes")),
            fields.choice("radius", speak.say("How far"), distance_choices(speak)),
            fields.ticks("weekday", speak.say("Days"), weekdays(speak)),
            fields.text("after", speak.say("Starts at or after"), {}, "time"),
            fields.text("before", speak.say("Starts before"), {}, "time"),
            fields.choice("lang", speak.say("Language"), language_choices(speak)),
            fields.choice("door", speak.say("Open or closed"),
                          {{"", speak.say("Either")},
                           {"open", speak.say("Open to anyone")},
                           {"closed", speak.say("Closed: for people with the same problem")}}),
            fields.choice(
                "medication", speak.say("Medication, such as methadone or buprenorphine"),
                {{"", speak.say("Any group")}, {"welcomes", speak.say("Says it is welcome")}}),
            fields.ticks("need", speak.say("What you need"), features(speak, FeatureKind::need)),
            fields.ticks("for", speak.say("Who it is for"), features(speak, FeatureKind::audience)),
            fields.choice("sort", speak.say("Order"),
                          {{"", speak.say("Best first")},
                           {"soonest", speak.say("Soonest first")},
                           {"nearest", speak.say("Nearest first")},
                           {"week", speak.say("From Sunday to Saturday")}})};
}

constexpr std::array<std::string_view, 4> kFirst{"near", "when", "venue", "fellowship"};
constexpr std::array<std::string_view, 11> kMore{"text",   "radius", "weekday", "after",
                                                 "before", "lang",   "door",    "medication",
                                                 "need",   "for",    "sort"};

bool asks_for_more(const Query& query, const std::optional<Error>& wrong) {
    for (const std::string_view name : kMore) {
        if (!query.value(name).empty() || (wrong && wrong->field == name)) return true;
    }
    return false;
}

}  // namespace

bool has_field(std::string_view name) {
    return std::ranges::find(kFirst, name) != kFirst.end() ||
           std::ranges::find(kMore, name) != kMore.end();
}

Data search_form(const Visit& visit, const Query& query, const std::optional<Error>& wrong) {
    Query shown = query;
    if (query.is_empty()) shown.set("when", "now");
    const FormFields fields{shown, visit.speak, wrong};
    return Data::object({{"action", std::string{query.address()}},
                         {"method", query.is_precise() ? "post" : "get"},
                         {"at", query.at()},
                         {"is_open", query.is_empty() || wrong.has_value()},
                         {"fields", first_fields(fields, visit.speak)},
                         {"more", more_fields(fields, visit.speak)},
                         {"more_open", asks_for_more(query, wrong)}});
}

}  // namespace waymark::web
