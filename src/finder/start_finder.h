// When a row next starts: directory::next_occurrence, exactly, from the index's
// columns and clocks that are read once a search.
#pragma once

#include <span>

#include "finder/hit.h"
#include "finder/index.h"
#include "finder/query.h"

namespace waymark::finder {

class StartFinder {
  public:
    StartFinder(std::span<const directory::Meeting> meetings, const Index& index,
                const Query& query)
        : meetings_(meetings), index_(index), query_(query) {}

    // Sets the hit's start and weekday to the row's next start on a day asked
    // for; false when there is none. The row has days.
    bool find(const Row& row, Hit& hit) const;

    // The date of the start that `find` set.
    Date date_of(const Hit& hit) const;

  private:
    bool find_plain(const Row& row, unsigned days, const ZoneClock& clock, Hit& hit) const;
    bool find_ruled(const Row& row, unsigned days, const ZoneClock& clock, Hit& hit) const;
    bool find_exactly(Hit& hit) const;

    std::span<const directory::Meeting> meetings_;
    const Index& index_;
    const Query& query_;
};

}  // namespace waymark::finder
