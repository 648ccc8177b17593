// One row looked at by itself, exactly: whether it fits, and how it then stands.
// What the slices of a leaf cannot tell is asked here.
#pragma once

#include "finder/hit.h"
#include "finder/query.h"
#include "finder/start_finder.h"

namespace waymark::finder {

class Look {
  public:
    explicit Look(const Query& query) : query_(query), starts_(query) {}

    enum class Sees : std::uint8_t { nothing, old, match };

    // All of it but its place and words.
    Sees at(RowNumber row, Hit& hit) const;
    // The same of a row that the slices have told: it fits, but for the wait
    // asked for and its age.
    Sees at_told(RowNumber row, Hit& hit) const;

    // Distance and points, as far as the order asked for goes by them.
    void measure(Hit& hit) const;

  private:
    Sees by_age(RowNumber row) const;
    bool fits_time(const Row& row, Hit& hit) const;
    directory::VenueKind venue_then(const Hit& hit) const;

    const Query& query_;
    StartFinder starts_;
};

}  // namespace waymark::finder
