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
// Built once a snapshot, in time that grows with the number of meetings.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "directory/group.h"

namespace waymark::finder {

class Roster {
  public:
    // `meetings` must stay where they are, and be ordered by id.
    explicit Roster(std::span<const directory::Meeting> meetings);

    std::span<const directory::Group> groups() const { return groups_; }
    std::span<const directory::Building> buildings() const { return buildings_; }

    // Of meetings()[row]; null when it has none.
    const directory::Group* group_of(std::size_t row) const;
    const directory::Building* building_of(std::size_t row) const;

  private:
    // Numbers for rows, from 1; 0 is none. Rows with one number lie side by side.
    struct Lists {
        std::vector<std::uint32_t> number_of_row{};
        std::vector<const directory::Meeting*> meetings{};
        std::vector<std::uint32_t> begins{};  // Of number n at n - 1; one more at the end.

        std::span<const directory::Meeting* const> of(std::size_t number) const;
    };
    static Lists lists_of(std::span<const directory::Meeting> meetings,
                          std::vector<std::uint32_t> number_of_row);

    Lists by_group_;
    Lists by_building_;
    std::vector<directory::Group> groups_;
    std::vector<directory::Building> buildings_;
};

}  // namespace waymark::finder
