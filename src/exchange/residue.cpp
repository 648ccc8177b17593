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
    Residue residue{original};
    for (const auto& [key, value] : *ours.members())
        residue.set(key, value);
    residue.keep_in(meeting, format);
}

Residue::Residue(const json::Value& original)
    : original_(*original.members()), given_back_(original_.size(), false) {}

void Residue::text(std::string_view key, const std::string& value) {
    if (value.empty()) return;
    const auto at = told(key);
    if (!at) return;
    const auto* held = original_[*at].second.string();
    given_back_[*at] = held != nullptr && *held == value;
}

void Residue::list(std::string_view key, const std::vector<std::string>& items) {
    if (items.empty()) return;
    const auto at = told(key);
    if (!at) return;
    const auto* held = original_[*at].second.items();
    const auto is_same = [](const json::Value& value, const std::string& item) {
        return value.string() != nullptr && *value.string() == item;
    };
    given_back_[*at] = held != nullptr && std::ranges::equal(*held, items, is_same);
}

void Residue::set(std::string_view key, json::Value value) {
    if (const auto at = told(key)) given_back_[*at] = original_[*at].second == value;
}

std::optional<std::size_t> Residue::told(std::string_view key) {
    for (std::size_t at = 0; at < original_.size(); ++at) {
        if (original_[at].first == key) return at;
    }
    missing_.push(key);
    return std::nullopt;
}

void Residue::keep_in(directory::Meeting& meeting, std::string_view format) const {
    meeting.residue.reserve(original_.size());
    for (std::size_t i = 0; i < original_.size(); ++i) {
        const auto& [key, value] = original_[i];
        if (given_back_[i] || key == kMissing) continue;  // Our own mark, not a field's name.
        if (value.string() != nullptr && is_hostile(*value.string())) continue;
        meeting.residue.emplace_back(name_of(format, key), json::write(value));
    }
    // Kept even when it is empty: it tells where the meeting came from.
    meeting.residue.emplace_back(name_of(format, kMissing), json::write(missing_));
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
