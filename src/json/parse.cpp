#include "json/parse.h"

#include <simdjson.h>

#include <algorithm>
#include <string>
#include <vector>

namespace waymark::json {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

auto unreadable(std::string message) {
    return fail(ErrorKind::unreadable, std::move(message));
}

bool has_twin_keys(const Value::Object& object) {
    std::vector<std::string_view> keys;
    keys.reserve(object.size());
    for (const auto& member : object)
        keys.push_back(member.first);
    std::ranges::sort(keys);
    return std::ranges::adjacent_find(keys) != keys.end();
}

Result<Value> value_of(const element& from, const Limits& limits);

Result<Value> array_of(const simdjson::dom::array& from, const Limits& limits) {
    Value::Array items;
    items.reserve(from.size());
    for (const auto item : from)
        items.push_back(TRY(value_of(item, limits)));
    return Value{std::move(items)};
}

Result<Value> object_of(const simdjson::dom::object& from, const Limits& limits) {
    Value::Object members;
    members.reserve(from.size());
    for (const auto [key, item] : from) {
        // Not inside the call: a failure would leave its other argument behind.
        auto value = TRY(value_of(item, limits));
        members.emplace_back(std::string{key}, std::move(value));
    }
    if (has_twin_keys(members)) return unreadable("The same key stands twice in one object.");
    return Value{std::move(members)};
}

Result<Value> value_of(const element& from, const Limits& limits) {
    switch (from.type()) {
        case element_type::ARRAY:
            return array_of(from, limits);
        case element_type::OBJECT:
            return object_of(from, limits);
        case element_type::INT64:
            return Value{std::int64_t{from.get_int64().value_unsafe()}};
        case element_type::UINT64:
            return Value{static_cast<double>(from.get_uint64().value_unsafe())};
        case element_type::DOUBLE:
            return Value{from.get_double().value_unsafe()};
        case element_type::BOOL:
            return Value{from.get_bool().value_unsafe()};
        case element_type::NULL_VALUE:
            return Value{};
        case element_type::STRING:
            break;
    }
    const std::string_view text = from.get_string().value_unsafe();
    if (text.size() > limits.string_bytes) return unreadable("A text is longer than the limit.");
    return Value{text};
}

}  // namespace

Result<Value> parse(std::string_view text, const Limits& limits) {
    thread_local simdjson::dom::parser parser;
    const bool fits = text.size() <= parser.capacity() && limits.depth == parser.max_depth();
    if (!fits && parser.allocate(text.size(), limits.depth) != simdjson::SUCCESS) {
        return fail(ErrorKind::limit_reached, "This is too large to be read at once.");
    }
    element root;
    const auto error = parser.parse(text.data(), text.size()).get(root);
    if (error == simdjson::DEPTH_ERROR) return unreadable("The nesting is deeper than the limit.");
    if (error == simdjson::NUMBER_ERROR) {
        return fail(ErrorKind::limit_reached, "A number is out of range.");
    }
    if (error != simdjson::SUCCESS) return unreadable("This is not valid JSON.");
    return value_of(root, limits);
}

}  // namespace waymark::json
