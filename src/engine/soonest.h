// Every start of the week in its order, apart for each zone and language: what
// starts next anywhere is found by going on from now in each list, without a
// look at the rest. The lists hold wall clocks, so they stay right whatever the
// zones do to theirs.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/row.h"

namespace waymark::engine {

inline constexpr unsigned kWeekMinutes = 7 * 1440;

class Soonest {
  public:
    // Of meetings in one zone and one set of languages, all of which may be
    // joined online at some time, or none.
    struct Group {
        std::uint16_t zone = 0;
        std::uint32_t language_set = 0;
        bool may_be_online = false;
        std::uint32_t first = 0;  // Into rows() and minutes().
        std::uint32_t end = 0;
    };

    Soonest() = default;
    // Rows with a day; doubles are left out.
    explicit Soonest(std::span<const Row> rows);

    std::span<const Group> groups() const { return groups_; }
    // By group, then by the minute of the local week, from Sunday; a row stands
    // once for each of its days.
    std::span<const RowNumber> rows() const { return rows_; }
    std::span<const std::uint16_t> minutes() const { return minutes_; }

  private:
    std::vector<Group> groups_;
    std::vector<RowNumber> rows_;
    std::vector<std::uint16_t> minutes_;
};

}  // namespace waymark::engine
