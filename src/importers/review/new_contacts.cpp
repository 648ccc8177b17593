#include "importers/review/new_contacts.h"

#include <algorithm>

#include "importers/review/examples.h"

namespace waymark::importers {

void NewContacts::add(Carriers& carriers, const RowFacts& row) {
    ++carriers.rows;
    if (carriers.unrelated == kKept) return;
    const auto group = static_cast<std::uint32_t>(row.group);
    const auto address = static_cast<std::uint32_t>(row.address);
    const auto has = [&](const auto& list, std::uint32_t one) {
        return std::find(list.begin(), list.begin() + carriers.unrelated, one) !=
               list.begin() + carriers.unrelated;
    };
    if (has(carriers.groups, group) || has(carriers.addresses, address)) return;
    carriers.groups.at(carriers.unrelated) = group;
    carriers.addresses.at(carriers.unrelated++) = address;
}

void NewContacts::take(const RowFacts& row, std::string_view contact) {
    const auto print = fingerprint_of(contact);
    auto found = carriers_.find(print);
    if (found == carriers_.end()) {
        is_full_ = is_full_ || carriers_.size() == kCountedMax;
        if (is_full_) return;
        found = carriers_.emplace(print, Carriers{}).first;
    }
    add(found->second, row);
    if (found->second.rows == rules::kHijackUnrelated) words_.emplace(print, contact);
}

std::optional<Alarm> NewContacts::hijack(std::int64_t rows) const {
    std::vector<std::pair<std::int64_t, std::string>> found;
    for (const auto& [print, carriers] : carriers_) {
        if (rules::is_hijack(carriers.rows, carriers.unrelated, rows))
            found.emplace_back(carriers.rows, words_.at(print));
    }
    if (found.empty() && !is_full_) return std::nullopt;
    std::ranges::sort(found, std::ranges::greater{});
    Alarm alarm{.code = "hijack", .count = is_full_ ? rows : 0, .of = rows};
    for (const auto& [count, words] : found) {
        alarm.count = std::max(alarm.count, count);
        if (alarm.examples.size() < kExamplesMax)
            alarm.examples.push_back(shortened(words + ": " + std::to_string(count)));
    }
    return alarm;
}

}  // namespace waymark::importers
