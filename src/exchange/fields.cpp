#include "exchange/fields.h"

#include <algorithm>

#include "core/number.h"
#include "core/text.h"
#include "exchange/links.h"
#include "html/plain_text.h"
#include "json/write.h"

namespace waymark::exchange {

std::string text_of(const json::Value& value) {
    if (const auto* text = value.string()) return *text;
    if (const auto* number = value.integer()) return std::to_string(*number);
    if (const auto* number = value.real()) {
        std::string out;
        json::append_number(out, *number);
        return out;
    }
    return {};
}

const json::Value* Fields::raw(std::string_view key) const {
    const auto* value = record_.find(key);
    if (value == nullptr || value->is_null()) return nullptr;
    const auto* text = value->string();
    return text != nullptr && trimmed(*text).empty() ? nullptr : value;
}

std::string Fields::text(std::string_view key) const {
    const auto* value = record_.find(key);
    if (value == nullptr) return {};
    const auto* text = value->string();
    return html::plain_text(text != nullptr ? *text : text_of(*value));
}

std::string Fields::line(std::string_view key) const {
    auto out = text(key);
    std::ranges::replace_if(
        out, [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return out;
}

std::optional<double> Fields::number(std::string_view key) const {
    const auto* value = raw(key);
    if (value == nullptr) return std::nullopt;
    if (const auto* number = value->integer()) return static_cast<double>(*number);
    if (const auto* number = value->real()) return *number;
    const auto* text = value->string();
    return text == nullptr ? std::nullopt : parse_number<double>(trimmed(*text));
}

std::vector<std::string> Fields::list(std::string_view key) const {
    std::vector<std::string> out;
    const auto add = [&](std::string_view part) {
        if (auto plain = html::plain_text(part); !plain.empty()) out.push_back(std::move(plain));
    };
    const auto* value = raw(key);
    if (value == nullptr) return out;
    if (const auto* items = value->items()) {
        for (const auto& item : *items)
            add(text_of(item));
    } else {
        const auto text = text_of(*value);
        for (const auto part : split(text, ','))
            add(part);
    }
    return out;
}

std::string Fields::link(std::string_view key) const {
    const auto written = line(key);
    // Programs that fill in the scheme leave it where there is no address.
    if (written.empty() || written == "http://" || written == "https://") return {};
    if (auto link = link_of(written)) return *std::move(link);
    defaults_.warn("A web address that cannot be opened safely was left out.");
    return {};
}

std::optional<bool> Fields::flag(std::string_view key) const {
    const auto* value = raw(key);
    if (value == nullptr) return std::nullopt;
    if (const auto* flag = value->boolean()) return *flag;
    const auto word = ascii_lower(trimmed(text_of(*value)));
    if (word == "yes" || word == "true" || word == "1" || word == "y") return true;
    if (word == "no" || word == "false" || word == "0" || word == "n") return false;
    return std::nullopt;
}

std::optional<GeoPoint> Fields::point(std::string_view latitude, std::string_view longitude) const {
    if (raw(latitude) == nullptr || raw(longitude) == nullptr) return std::nullopt;
    const auto north = number(latitude);
    const auto east = number(longitude);
    const GeoPoint point{north.value_or(0), east.value_or(0)};
    // A plain 0 stands for "unknown", in either of the two.
    if (point.is_valid() && point.latitude != 0 && point.longitude != 0) return point;
    defaults_.warn("A position that is not on the map was left out.");
    return std::nullopt;
}

}  // namespace waymark::exchange
