// What a page gives to its template: texts, flags, lists and named members.
#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "html/safe.h"

namespace waymark::html {

class Data {
  public:
    using List = std::vector<Data>;
    using Member = std::pair<std::string, Data>;
    using Object = std::vector<Member>;

    Data() : value_(Object{}) {}  // An object without members.
    Data(const char* text) : value_(std::string{text}) {}
    Data(std::string_view text) : value_(std::string{text}) {}
    Data(std::string text) : value_(std::move(text)) {}
    Data(Safe markup) : value_(std::move(markup)) {}
    Data(std::same_as<bool> auto flag) : value_(flag) {}
    Data(List items) : value_(std::move(items)) {}
    template <std::integral Number>
    requires(!std::same_as<Number, bool> && !std::same_as<Number, char>) Data(Number number)
        : value_(std::to_string(number)) {}

    // Data::object({{"name", "Monday Noon"}, {"is_open", true}})
    static Data object(std::initializer_list<Member> members);

    // Adds or replaces a member of an object: page.set("a", 1).set("b", true).
    Data& set(std::string name, Data value);
    // The member of that name; null when there is none, or this is no object.
    const Data* find(std::string_view name) const;

    const std::string* text() const { return std::get_if<std::string>(&value_); }
    const Safe* safe() const { return std::get_if<Safe>(&value_); }
    const bool* flag() const { return std::get_if<bool>(&value_); }
    const List* list() const { return std::get_if<List>(&value_); }
    const Object* object() const { return std::get_if<Object>(&value_); }

    // Whether a section of it is shown: not false, not an empty text or list.
    bool is_shown() const;

  private:
    std::variant<Object, std::string, Safe, bool, List> value_;
};

}  // namespace waymark::html
