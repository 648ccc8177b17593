#include "web/form_fields.h"

#include <algorithm>
#include <utility>

#include "core/text.h"
#include "web/words.h"

namespace waymark::web {
namespace {

using html::Data;
using locale::Speaker;

Data option(const std::string& value, const std::string& label, bool is_chosen) {
    return Data::object({{"value", value}, {"label", label}, {"is_chosen", is_chosen}});
}

std::string label_of(const Choices& choices, const std::string& value) {
    const auto found = std::ranges::find(choices, value, &Choice::value);
    return found == choices.end() ? value : found->label;
}

}  // namespace

Data FormFields::text(std::string_view name, std::string label, std::string hint,
                      std::string_view type) const {
    return field("is_text", name, std::move(label), std::move(hint), type, {});
}

Data FormFields::choice(std::string_view name, std::string label, const Choices& choices) const {
    Data::List list;
    bool is_any_chosen = false;
    const auto values = query_.values(name);
    const std::string asked = joined(values, ",");
    for (const auto& [value, shown] : choices) {
        is_any_chosen = is_any_chosen || value == asked;
        list.push_back(option(value, shown, value == asked));
    }
    if (!is_any_chosen && !asked.empty()) {
        std::vector<std::string> labels;
        for (const auto& value : values)
            labels.push_back(label_of(choices, value));
        list.push_back(option(asked, joined(labels, ", "), true));
    }
    return field("is_choice", name, std::move(label), {}, "text", std::move(list));
}

Data FormFields::ticks(std::string_view name, std::string label, const Choices& choices) const {
    Data::List list;
    for (const auto& [value, shown] : choices)
        list.push_back(option(value, shown, query_.has(name, value)));
    return field("is_ticks", name, std::move(label), {}, "text", std::move(list));
}

Data FormFields::field(std::string_view kind, std::string_view name, std::string label,
                       std::string hint, std::string_view type, Data::List choices) const {
    const bool is_wrong = wrong_ && wrong_->field == name;
    return Data::object({{"is_text", kind == "is_text"},
                         {"is_choice", kind == "is_choice"},
                         {"is_ticks", kind == "is_ticks"},
                         {"name", name},
                         {"label", std::move(label)},
                         {"hint", std::move(hint)},
                         {"type", type},
                         {"longest", type == "text" ? "100" : ""},
                         {"value", query_.value(name)},
                         {"wrong", is_wrong ? speak_.say(wrong_->message) : std::string{}},
                         {"choices", std::move(choices)}});
}

Choices distance_choices(const Speaker& speak) {
    const bool in_mi = speak.manners().units == locale::Units::miles;
    Choices choices{{"", speak.say("As far as needed")}};
    for (const int length : {1, 2, 5, 10, 25, 50, 100}) {
        const Kilometers distance = in_mi ? miles(length) : Kilometers{static_cast<double>(length)};
        choices.push_back(
            {std::to_string(length) + (in_mi ? "mi" : "km"), speak.distance(distance)});
    }
    return choices;
}

Choices language_choices(const Speaker& speak) {
    Choices choices{{"", speak.say("Any language")}};
    for (const char* code : {"en", "es", "fr", "pt", "pl", "ru", "fa", "zh", "ja", "ar"}) {
        choices.push_back({code, language_words(speak, {code})});
    }
    return choices;
}

}  // namespace waymark::web
