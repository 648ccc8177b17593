#include "exchange/residue.h"

#include <algorithm>
#include <string>

#include "exchange/links.h"
#include "json/parse.h"
#include "json/write.h"

namespace waymark::exchange {
namespace {

// Under this name stands a list of those that the original did not have.
constexpr std::string_view kMissing = "-";

std::string name_of(std::string_view format, std::string_view key) {
    return std::string{format} + ":" + std::string{key};
}

void remove_member(json::Value& record, std::string_view key) {
    std::erase_if(*record.members(), [&](const auto& member) { return member.first == key; });
}

void replace_member(json::Value& record, std::string_view key, json::Value value) {
    for (auto& [name, held] : *record.members()) {
        if (name == key) {
            held = std::move(value);
            return;
        }
    }
    record.set(std::string{key}, std::move(value));
}

}  // namespace

void keep_residue(directory::Meeting& meeting, std::string_view format, const json::Value& original,
                  const json::Value& ours) {
    if (original.members() == nullptr || ours.members() == nullptr) return;
    meeting.residue.reserve(original.members()->size());
    for (const auto& [key, value] : *original.members()) {
        const auto* given_back = ours.find(key);
        if (given_back != nullptr && *given_back == value) continue;
        if (key == kMissing) continue;  // Our own mark, not a field's name.
        if (value.string() != nullptr && is_hostile(*value.string())) continue;
        meeting.residue.emplace_back(name_of(format, key), json::write(value));
    }
    auto missing = json::Value::array();
    for (const auto& member : *ours.members()) {
        if (original.find(member.first) == nullptr) missing.push(member.first);
    }
    // Kept even when it is empty: it tells where the meeting came from.
    meeting.residue.emplace_back(name_of(format, kMissing), json::write(missing));
}

bool came_from(const directory::Meeting& meeting, std::string_view format) {
    const auto mark = name_of(format, kMissing);
    return std::ranges::any_of(meeting.residue,
                               [&](const auto& entry) { return entry.first == mark; });
}

void restore_residue(json::Value& record, const directory::Meeting& meeting,
                     std::string_view format) {
    const auto prefix = name_of(format, "");
    for (const auto& [name, text] : meeting.residue) {
        if (!name.starts_with(prefix)) continue;
        const auto key = std::string_view{name}.substr(prefix.size());
        auto value = json::parse(text);
        if (!value) continue;
        if (key != kMissing) {
            replace_member(record, key, *std::move(value));
        } else if (value->items() != nullptr) {
            for (const auto& item : *value->items())
                remove_member(record, *item.string());
        }
    }
}

}  // namespace waymark::exchange
