#include "importers/twins.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/time.h"

namespace waymark::importers {
namespace {

std::string days_text(unsigned bits) {
    std::string text;
    for (int day = 0; day < 7; ++day) {
        if ((bits >> day & 1U) != 0) text += static_cast<char>('0' + day);
    }
    return text;
}

std::string key_with_time(const std::string& key, const TwinRow& row) {
    auto time = format_time_of_day(row.start);
    std::erase(time, ':');
    return key + "-" + days_text(row.days) + "-" + time;
}

bool first_in_week(const TwinRow& a, const TwinRow& b) {
    // By the first day, not by the bits: Sunday's bit is the lowest.
    const auto first_day = [](unsigned bits) { return bits & (~bits + 1); };
    return std::tuple{first_day(a.days), a.start, a.days, a.content, a.row} <
           std::tuple{first_day(b.days), b.start, b.days, b.content, b.row};
}

}  // namespace

std::unordered_map<std::int64_t, TwinVerdict> settle_twins(
    const std::map<std::string, std::vector<TwinRow>>& rows_by_key) {
    std::unordered_map<std::int64_t, TwinVerdict> verdicts;
    for (const auto& [key, rows] : rows_by_key) {
        auto sorted = rows;
        std::ranges::sort(sorted, first_in_week);
        std::map<std::size_t, std::int64_t> first_row_saying;
        for (const auto& row : sorted) {
            auto& first = first_row_saying.try_emplace(row.content, row.row).first->second;
            first = std::min(first, row.row);
        }
        std::set<std::string> used;
        for (const auto& row : sorted) {
            const auto first = first_row_saying[row.content];
            if (first != row.row) {
                verdicts[row.row] = {.repeats = first};
                continue;
            }
            std::string own = used.empty() ? key : key_with_time(key, row);
            const std::string stem = own;
            for (int n = 2; used.contains(own); ++n)
                own = stem + "-" + std::to_string(n);
            used.insert(own);
            verdicts[row.row] = {.key = own};
        }
    }
    return verdicts;
}

}  // namespace waymark::importers
