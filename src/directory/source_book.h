// The book of a source: when it is to be read next, what became of each reading
// of it, and what waits for a person's decision. storage/ has the one
// implementation.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/time.h"
#include "directory/facility.h"
#include "directory/source.h"

namespace waymark::directory {

inline constexpr std::size_t kVersionsKept = 10;   // To go back to, of each source.
inline constexpr std::size_t kReadingsKept = 100;  // In the log, of each source.

enum class Decision : std::uint8_t {
    published,    // By the rules, or by hand on the command line.
    held,         // Waits for a person: nothing of it is seen.
    approved,     // It was held, and a person let it through.
    rejected,     // It was held, and a person said no; or it could not be read.
    rolled_back,  // A person went back to how the listings were before.
};
std::string_view code_of(Decision decision);  // "published", "held", "rolled-back" …
std::optional<Decision> decision_of_code(std::string_view code);

// What whoever reads a source knows of the reading.
struct ReadingNote {
    Decision decision = Decision::published;
    std::int64_t rows = 0, refused = 0;
    std::vector<std::string> alarms{};  // Codes of what was found: "mass-removal".
    std::string decided_by{};           // A role, never a name: "host". Empty: nobody.
    friend bool operator==(const ReadingNote&, const ReadingNote&) = default;
};

struct Reading {
    SourceId source{};
    std::int64_t number = 0;  // Counts the readings of one source from 1.
    Instant at{};
    std::string sha256{};  // Of the copy read, hex.
    std::int64_t added = 0, changed = 0, removed = 0;
    ReadingNote note{};
    bool can_go_back_here = false;  // Whether roll_back() still reaches it.
    friend bool operator==(const Reading&, const Reading&) = default;
};

// One row of a source that is held back while the rest of it is published: what
// it would become, and why not yet.
struct HeldRow {
    Facility proposed{};  // Its id is that of the place as it is now.
    std::string why{};    // A code: "contact-changed".
    Instant since{};
    friend bool operator==(const HeldRow&, const HeldRow&) = default;
};

// When and how a source is read by itself.
struct Timetable {
    SourceId source{};
    std::int64_t every_minutes = 0;  // 0: only by hand.
    bool is_paused = false;          // By a person, or since they went back.
    std::int64_t failures = 0;       // In a row.
    std::optional<Instant> next_at{};
    std::string kind{}, map{};  // As given when it was first read (ImportOptions).
    friend bool operator==(const Timetable&, const Timetable&) = default;
};

// Throws when the database itself fails.
class SourceBook {
  public:
    virtual ~SourceBook() = default;

    // Newest first: the last kReadingsKept, and older ones to go back to. A commit
    // of the store writes its own, unless it is just as the last and changes nothing.
    virtual std::vector<Reading> readings(SourceId source) const = 0;

    // One that published nothing: held or rejected. `reading.number` is not
    // looked at; returns the number given.
    virtual std::int64_t log(const Reading& reading) = 0;

    // The listings as they were right after that reading, which must be one of
    // the last kVersionsKept that published something; in the log it is a
    // reading of its own. Pauses the source's timetable, so that the next
    // reading does not undo it. Fails with not_found.
    virtual Result<> roll_back(SourceId source, std::int64_t number, Instant now,
                               std::string_view decided_by) = 0;

    virtual std::vector<HeldRow> held_rows(SourceId source) const = 0;  // By key.
    virtual void save_held_rows(SourceId source, const std::vector<HeldRow>& rows) = 0;

    virtual Timetable timetable(SourceId source) const = 0;  // Of no account: all 0.
    virtual std::vector<Timetable> timetables() const = 0;   // Those with every_minutes.
    virtual void save_timetable(const Timetable& timetable) = 0;
};

}  // namespace waymark::directory
