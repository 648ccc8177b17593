// Which meetings belong to one group, and which are held in one building.
//
// Group: of the same source, with the same world id; or, without one, the same
// group name and the same notes on the group. Else a meeting has no group.
//
// Building: of any source, with a place whose door is known (not approximate)
// and which has a name or a street. Two are the same when name, street and town
// are written alike and their points, where both are known, are within half a
// kilometre; or when the name is alike and the points are within ten metres.
// "Alike": without regard to case, marks and punctuation, and with "Street"
// and its like written short.
//
// Built once a snapshot, in time that grows with the number of meetings; kept as
// rows of the listings, sixteen bytes a meeting.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "directory/group.h"
#include "engine/listings.h"

namespace waymark::finder {

// Rows under numbers from 1; 0 is none. Rows of one number lie side by side.
class NumberedRows {
  public:
    explicit NumberedRows(std::vector<std::uint32_t> number_of_row);

    std::size_t count() const { return begins_.size() - 1; }
    std::uint32_t number_of(std::size_t row) const { return number_of_row_[row]; }
    // In order; none for a number that is not there.
    std::span<const std::uint32_t> rows_of(std::int64_t number) const;

  private:
    std::vector<std::uint32_t> number_of_row_;
    std::vector<std::uint32_t> rows_;
    std::vector<std::uint32_t> begins_;  // Of number n at n - 1; one more at the end.
};

class Roster {
  public:
    explicit Roster(const engine::Listings& meetings);

    const NumberedRows& groups() const { return groups_; }
    const NumberedRows& buildings() const { return buildings_; }

  private:
    NumberedRows groups_;
    NumberedRows buildings_;
};

// The group's, or its own where it names none.
std::string_view name_of_group(const directory::Meeting& meeting);

}  // namespace waymark::finder
