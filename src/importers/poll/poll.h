// A source read by itself: fetched, compared with how it was, and published
// only when nothing about it is strange. What is strange waits for a person, and
// what cannot be read changes nothing but the time of the next attempt.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "directory/source.h"
#include "importers/import.h"
#include "importers/poll/desk.h"

namespace waymark::importers {

enum class Outcome : std::uint8_t {
    unchanged,       // The copy that is published still holds.
    published,       // Rows of it may be held all the same (SourceBook::held_rows).
    held,            // Looked at and held: see `report.alarms`.
    still_held,      // The very copy that waits for a person already.
    still_rejected,  // The very copy that a person has rejected.
    failed,          // Not fetched or not readable: see `error`.
};

struct Polled {
    Outcome outcome = Outcome::failed;
    std::optional<Error> error{};
    ImportReport report{};  // Of a copy that was looked at.
};

// Reads a source that has an address, from that address, as it was first read,
// and writes what came of it into its book and its timetable. A copy that was
// held, rejected or unreadable before is not looked at a second time, nor logged.
// Throws when the store or the disk fails; the directory is unchanged then.
Polled poll_source(const directory::Source& source, const Desk& desk);

// For whoever ran a poll that ended without a word (out of memory or of time).
void note_lost_poll(const directory::Source& source, const Desk& desk);

}  // namespace waymark::importers
