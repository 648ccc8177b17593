// When a row next starts: directory::next_occurrence, exactly, from the index's
// columns and clocks that are read once a search.
#pragma once

#include "finder/hit.h"
#include "finder/index.h"
#include "finder/query.h"

namespace waymark::finder {

class StartFinder {
  public:
    explicit StartFinder(const Query& query)
        : index_(query.index),
          query_(query),
          wanted_(query.request.weekdays.empty() ? 0x7f : query.request.weekdays.bits()) {}

    // Sets the hit's start and weekday to the row's next start on a day asked
    // for; false when there is none. The row has days.
    bool find(const Row& row, Hit& hit) const;

    // The date of the start that `find` set.
    Date date_of(const Hit& hit) const;

  private:
    bool find_plain(const Row& row, unsigned days, const ZoneClock& clock, Hit& hit) const;
    bool find_ruled(const Row& row, unsigned days, const ZoneClock& clock, Hit& hit) const;
    bool find_exactly(const Row& row, Hit& hit) const;

    const Index& index_;
    const Query& query_;
    unsigned wanted_;  // Days.
};

}  // namespace waymark::finder
