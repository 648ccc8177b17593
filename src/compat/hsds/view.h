// A snapshot and its catalogue together: what the writers read from. Both must
// outlive it.
#pragma once

#include "compat/hsds/catalogue.h"
#include "finder/snapshot.h"

namespace waymark::compat::hsds {

struct View {
    const finder::Snapshot& snapshot;
    const Catalogue& catalogue;

    const finder::Facilities& facilities() const { return snapshot.facilities(); }
    const directory::Facility& facility(finder::RowNumber row) const {
        return facilities().list()[row];
    }
    const finder::FacilityRow& row(finder::RowNumber row) const { return facilities().rows()[row]; }
    const directory::FacilityIds& ids(finder::RowNumber row) const { return catalogue.ids(row); }
};

enum class Depth {
    plain,  // What belongs to the object alone.
    full,   // With all that hangs on it.
};

}  // namespace waymark::compat::hsds
