#include "content/fields.h"

#include <utility>

#include "core/text.h"

namespace waymark::content {

Fields::Fields(std::string where, const json::Value& object)
    : where_(std::move(where)), object_(&object) {
    if (object.members() == nullptr) throw ContentError(where_ + " is not an object");
}

void Fields::complain(std::string_view name, std::string_view what) const {
    throw ContentError(where_ + ", " + std::string{name} + ": " + std::string{what});
}

const json::Value& Fields::member(std::string_view name) {
    asked_.emplace(name);
    const auto* found = object_->find(name);
    if (found == nullptr) complain(name, "is missing");
    return *found;
}

std::string Fields::text(std::string_view name) {
    const auto* text = member(name).string();
    if (text == nullptr || trimmed(*text).empty()) complain(name, "must be a text");
    return *text;
}

std::string Fields::optional_text(std::string_view name) {
    return member(name).is_null() ? std::string{} : text(name);
}

bool Fields::flag(std::string_view name) {
    const auto* flag = member(name).boolean();
    if (flag == nullptr) complain(name, "must be true or false");
    return *flag;
}

std::optional<bool> Fields::optional_flag(std::string_view name) {
    if (member(name).is_null()) return std::nullopt;
    return flag(name);
}

int Fields::year(std::string_view name) {
    constexpr std::int64_t kFirst = 1900;
    constexpr std::int64_t kLast = 2100;
    const auto* year = member(name).integer();
    if (year == nullptr || *year < kFirst || *year > kLast) complain(name, "must be a year");
    return static_cast<int>(*year);
}

int Fields::whole(std::string_view name, int min, int max) {
    const auto* number = member(name).integer();
    if (number == nullptr || *number < min || *number > max) {
        complain(name, "must be a whole number from " + std::to_string(min) + " to " +
                           std::to_string(max));
    }
    return static_cast<int>(*number);
}

Date Fields::date(std::string_view name) {
    const auto date = parse_date(text(name));
    if (!date) complain(name, "must be a date such as 2026-11-21");
    return *date;
}

std::optional<Date> Fields::optional_date(std::string_view name) {
    if (member(name).is_null()) return std::nullopt;
    return date(name);
}

std::vector<std::string> Fields::texts(std::string_view name) {
    const auto* items = member(name).items();
    if (items == nullptr || items->empty()) complain(name, "must be a list of texts");
    std::vector<std::string> texts;
    for (const auto& item : *items) {
        const auto* text = item.string();
        if (text == nullptr || text->empty()) complain(name, "must hold texts only");
        texts.push_back(*text);
    }
    return texts;
}

Fields Fields::object(std::string_view name) {
    return Fields{where_ + ", " + std::string{name}, member(name)};
}

std::optional<Fields> Fields::optional_object(std::string_view name) {
    if (member(name).is_null()) return std::nullopt;
    return object(name);
}

std::vector<Fields> Fields::objects(std::string_view name) {
    const auto* items = member(name).items();
    if (items == nullptr) complain(name, "must be a list");
    std::vector<Fields> objects;
    for (const auto& item : *items) {
        objects.emplace_back(
            where_ + ", " + std::string{name} + " " + std::to_string(objects.size() + 1), item);
    }
    return objects;
}

directory::InLanguages Fields::in_languages(std::string_view name) {
    auto both = object(name);
    directory::InLanguages said{both.text("en"), both.text("es")};
    both.finish();
    return said;
}

directory::InLanguages Fields::optional_in_languages(std::string_view name) {
    if (member(name).is_null()) return {};
    return in_languages(name);
}

bool Fields::has(std::string_view name) const {
    return object_->find(name) != nullptr;
}

bool Fields::is_text(std::string_view name) const {
    const auto* found = object_->find(name);
    return found != nullptr && found->string() != nullptr;
}

std::vector<std::string> Fields::names() const {
    std::vector<std::string> names;
    for (const auto& [name, value] : *object_->members())
        names.push_back(name);
    return names;
}

void Fields::finish() const {
    for (const auto& [name, value] : *object_->members()) {
        if (!asked_.contains(name)) complain(name, "is not a name we know");
    }
}

}  // namespace waymark::content
