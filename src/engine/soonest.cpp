#include "engine/soonest.h"

#include <algorithm>
#include <bit>
#include <tuple>

namespace waymark::engine {
namespace {

struct Start {
    std::uint64_t group = 0;  // Whether online, zone and languages, in one number.
    RowNumber row = 0;
    std::uint16_t minute = 0;
};

std::uint64_t group_of(const Row& row) {
    const bool may_be_online = row.has_spells || directory::can_join_online(row.venue);
    return std::uint64_t{may_be_online} << 48 | std::uint64_t{row.zone} << 32 | row.language_set;
}

std::vector<Start> all_starts(std::span<const Row> rows) {
    std::vector<Start> starts;
    starts.reserve(rows.size());
    for (RowNumber number = 0; number < rows.size(); ++number) {
        const auto& row = rows[number];
        if (row.is_double) continue;
        for (auto left = row.days.bits(); left != 0; left &= left - 1) {
            const auto day = static_cast<unsigned>(std::countr_zero(left));
            const auto minute = (day * 1440 + row.start) % kWeekMinutes;
            starts.push_back({group_of(row), number, static_cast<std::uint16_t>(minute)});
        }
    }
    std::ranges::sort(starts, {}, [](const Start& start) {
        return std::tuple{start.group, start.minute, start.row};
    });
    return starts;
}

}  // namespace

Soonest::Soonest(std::span<const Row> rows) {
    const auto starts = all_starts(rows);
    rows_.reserve(starts.size());
    minutes_.reserve(starts.size());
    for (std::uint32_t at = 0; at < starts.size(); ++at) {
        const auto& start = starts[at];
        if (at == 0 || starts[at - 1].group != start.group) {
            groups_.push_back({.zone = static_cast<std::uint16_t>(start.group >> 32),
                               .language_set = static_cast<std::uint32_t>(start.group),
                               .may_be_online = (start.group >> 48) != 0,
                               .first = at,
                               .end = at});
        }
        groups_.back().end = at + 1;
        rows_.push_back(start.row);
        minutes_.push_back(start.minute);
    }
}

}  // namespace waymark::engine
