// Looks at a reading of a source before it is published: is this the list it
// was, or has somebody tampered with it?
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "directory/facility.h"
#include "directory/meeting.h"
#include "directory/source_book.h"

namespace waymark::importers {

struct ImportReport;

// Something that must not pass unseen.
struct Alarm {
    std::string code{};                   // "mass-removal": docs/sources-of-lists.md has them all.
    std::int64_t count = 0, of = 0;       // Rows concerned, of how many.
    std::vector<std::string> examples{};  // Names and values, cut short; at most ten.
    bool holds = true;                    // The whole reading is held until a person has looked.
    friend bool operator==(const Alarm&, const Alarm&) = default;
};

class Reviewer {
  public:
    virtual ~Reviewer() = default;

    // A reading begins, or begins anew (a feed with twin keys is read twice).
    virtual void begin() = 0;
    virtual void take(const directory::Meeting& meeting) = 0;
    // All places of the reading, once. Each becomes what is to be put: itself,
    // or the place as it was while its row is held.
    virtual void take(std::deque<directory::Facility>& places) = 0;

    // Whether the reading is sure to be held, whatever else comes: its rows then
    // need not be put any more. Those that are not count as added.
    virtual bool is_sure_to_hold() const { return false; }

    // Once every row was taken; `report` has their counts, but for `removed`.
    virtual std::vector<Alarm> alarms(const ImportReport& report) = 0;
    // Listings of the version before that this reading no longer holds.
    virtual std::int64_t removed() const = 0;
    virtual std::vector<directory::HeldRow> held_rows() const = 0;
};

}  // namespace waymark::importers
