#include "html/data.h"

#include <algorithm>
#include <stdexcept>

namespace waymark::html {

Data Data::object(std::initializer_list<Member> members) {
    Data made;
    for (const Member& member : members)
        made.set(member.first, member.second);
    return made;
}

Data& Data::set(std::string name, Data value) {
    auto* members = std::get_if<Object>(&value_);
    if (members == nullptr) throw std::logic_error("only an object has members: " + name);
    const auto same = std::ranges::find(*members, name, &Member::first);
    if (same == members->end()) {
        members->emplace_back(std::move(name), std::move(value));
    } else {
        same->second = std::move(value);
    }
    return *this;
}

const Data* Data::find(std::string_view name) const {
    const auto* members = object();
    if (members == nullptr) return nullptr;
    const auto found = std::ranges::find(*members, name, &Member::first);
    return found == members->end() ? nullptr : &found->second;
}

bool Data::is_shown() const {
    if (const bool* is_true = flag()) return *is_true;
    if (const std::string* words = text()) return !words->empty();
    if (const Safe* markup = safe()) return !markup->markup().empty();
    if (const List* items = list()) return !items->empty();
    return true;
}

}  // namespace waymark::html
