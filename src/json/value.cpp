#include "json/value.h"

#include <algorithm>
#include <cstring>

namespace waymark::json {
namespace {

// Most names differ in their length or their last letter: seen at once, without a
// call. Records are asked for some eighty fields each.
bool is_key(std::string_view name, std::string_view key) {
    if (name.size() != key.size()) return false;
    if (key.empty()) return true;
    return name.back() == key.back() && std::memcmp(name.data(), key.data(), key.size()) == 0;
}

}  // namespace

const Value* Value::find(std::string_view key) const {
    const auto* object = members();
    if (object == nullptr) return nullptr;
    const auto found =
        std::ranges::find_if(*object, [&](const auto& m) { return is_key(m.first, key); });
    return found == object->end() ? nullptr : &found->second;
}

std::string_view Value::text_or(std::string_view key, std::string_view fallback) const {
    const auto* member = find(key);
    const auto* text = member == nullptr ? nullptr : member->string();
    return text == nullptr ? fallback : std::string_view{*text};
}

void Value::set(std::string key, Value value) {
    if (is_null()) data_ = Object{};
    std::get<Object>(data_).emplace_back(std::move(key), std::move(value));
}

void Value::push(Value value) {
    if (is_null()) data_ = Array{};
    std::get<Array>(data_).push_back(std::move(value));
}

}  // namespace waymark::json
