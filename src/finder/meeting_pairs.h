// Listings that may be the same meeting, found without looking at every pair:
// near each other and at about the same hour, or in one room online.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "directory/meeting.h"

namespace waymark::finder {

using PairOfRows = std::pair<std::uint32_t, std::uint32_t>;  // The lower first.

// Is shown the meetings one at a time, and keeps a few bytes of each.
class NearPairs {
  public:
    void add(std::uint32_t row, const directory::Meeting& meeting);

    // Every pair within the bounds of finder/same_meeting.h is taken, but in a crowd
    // and across the date line; others are too, and one may be taken twice.
    void each(const std::function<void(PairOfRows)>& take);

  private:
    struct Placed {
        std::uint64_t key = 0;
        std::uint32_t row = 0;
        friend auto operator<=>(const Placed&, const Placed&) = default;
    };
    struct InRoom {
        std::size_t room = 0;  // Its hash: whoever takes the pair compares the rooms.
        std::int32_t start = 0;
        std::uint32_t row = 0;
        friend auto operator<=>(const InRoom&, const InRoom&) = default;
    };
    class Neighbours;
    void each_in_a_room(const std::function<void(PairOfRows)>& take);

    std::vector<Placed> placed_;
    std::vector<InRoom> in_rooms_;
};

// What names the room online: its number, its address up to the query. Empty
// when nothing does.
std::vector<std::string> rooms_of(const directory::Online& online);

}  // namespace waymark::finder
