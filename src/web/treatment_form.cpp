#include "web/treatment_form.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "directory/trait.h"
#include "web/facility_words.h"
#include "web/form_fields.h"
#include "web/place_query.h"

namespace waymark::web {
namespace {

using directory::TraitKind;
using html::Data;
using locale::Speaker;

Choices traits_of(const Speaker& speak, TraitKind kind) {
    Choices choices;
    for (const auto& each : directory::traits()) {
        if (each.kind == kind) choices.push_back({std::string{each.code}, speak.say(each.name)});
    }
    return choices;
}

Choices any_or(const Speaker& speak, Choices choices) {
    choices.insert(choices.begin(), {"", speak.say("It does not matter")});
    return choices;
}

Choices medications(const Speaker& speak) {
    Choices choices = any_or(speak, traits_of(speak, TraitKind::medication));
    choices.insert(choices.begin() + 1,
                   {"methadone,buprenorphine", speak.say("Methadone or buprenorphine")});
    return choices;
}

Choices kinds(const Speaker& speak) {
    Choices choices = traits_of(speak, TraitKind::kind);
    choices.insert(choices.begin(), {"", speak.say("Treatment or recovery housing")});
    choices.push_back({"all", speak.say("All kinds of help")});
    return choices;
}

Data::List first_fields(const FormFields& fields, const Speaker& speak) {
    return {
        fields.text("near", speak.say("Where"), speak.say("Town, ZIP or postal code")),
        fields.choice("radius", speak.say("How far"), distance_choices(speak)),
        fields.choice("medication", kind_words(speak, TraitKind::medication), medications(speak)),
        fields.choice("setting", kind_words(speak, TraitKind::setting),
                      any_or(speak, traits_of(speak, TraitKind::setting))),
        fields.choice("payment", kind_words(speak, TraitKind::payment),
                      any_or(speak, traits_of(speak, TraitKind::payment))),
        fields.choice("serves", kind_words(speak, TraitKind::serves),
                      any_or(speak, traits_of(speak, TraitKind::serves))),
        fields.ticks("along", kind_words(speak, TraitKind::along),
                     traits_of(speak, TraitKind::along)),
        fields.choice("lang", speak.say("Language"), language_choices(speak)),
        fields.choice("telehealth", kind_words(speak, TraitKind::telehealth),
                      {{"", speak.say("It does not matter")},
                       {"yes", speak.say("By video or phone")},
                       {"counselling", speak.say("Counselling by video")},
                       {"medication", speak.say("Medication by video or phone")}})};
}

Data::List more_fields(const FormFields& fields, const Speaker& speak) {
    return {
        fields.choice("age", kind_words(speak, TraitKind::age),
                      any_or(speak, traits_of(speak, TraitKind::age))),
        fields.choice("sex", kind_words(speak, TraitKind::sex),
                      any_or(speak, traits_of(speak, TraitKind::sex))),
        fields.ticks("quality", kind_words(speak, TraitKind::quality),
                     traits_of(speak, TraitKind::quality)),
        fields.ticks("approach", kind_words(speak, TraitKind::approach),
                     traits_of(speak, TraitKind::approach)),
        fields.ticks("access", kind_words(speak, TraitKind::access),
                     traits_of(speak, TraitKind::access)),
        fields.choice("kind", kind_words(speak, TraitKind::kind), kinds(speak)),
        fields.ticks("hours", speak.say("Hours"),
                     {{"open-now", speak.say("Open now (few lists say)")}}),
        fields.text("text", speak.say("Words to look for"), speak.say("In a name or a street")),
        fields.choice("sort", speak.say("Order"),
                      {{"", speak.say("Best first")}, {"nearest", speak.say("Nearest first")}})};
}

constexpr std::array<std::string_view, 9> kFirst{
    "near", "radius", "medication", "setting", "payment", "serves", "along", "lang", "telehealth"};
constexpr std::array<std::string_view, 9> kMore{"age",  "sex",   "quality", "approach", "access",
                                                "kind", "hours", "text",    "sort"};

bool asks_for_more(const Query& query, const std::optional<Error>& wrong) {
    return std::ranges::any_of(kMore, [&](std::string_view name) {
        return !query.value(name).empty() || (wrong && wrong->field == name);
    });
}

}  // namespace

bool has_treatment_field(std::string_view name) {
    return std::ranges::find(kFirst, name) != kFirst.end() ||
           std::ranges::find(kMore, name) != kMore.end();
}

Data treatment_form(const Visit& visit, const Query& query, const std::optional<Error>& wrong) {
    const FormFields fields{query, visit.speak, wrong};
    return Data::object({{"action", std::string{query.address()}},
                         {"method", query.is_precise() ? "post" : "get"},
                         {"at", query.at()},
                         {"is_open", !has_where(query) || wrong.has_value()},
                         {"fields", first_fields(fields, visit.speak)},
                         {"more", more_fields(fields, visit.speak)},
                         {"more_open", asks_for_more(query, wrong)}});
}

}  // namespace waymark::web
