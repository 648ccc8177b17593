// What a record of another program does not say itself, but its source does;
// and how every reader and writer of this folder is shaped:
//
//   Result<directory::Meeting> read_X(const json::Value& record, const Defaults& defaults);
//   json::Value write_X(const directory::Meeting& meeting);
//
// Readers of lists of places give a directory::Facility instead, with its ids
// and at least one provenance.
//
// A reader is a pure function of the two, but for what it counts in `warnings`.
// It leaves `id` and `source` unset and gives every meeting a source_key. It
// refuses a record with invalid_input naming the record's own field; a record
// that a person could act on is taken, however untidy it is.
//
// What the writer would not give back as it came is kept in Meeting::residue,
// each name prefixed by its format ("bmlt:train_lines"), and written over ours.
// Whoever edits a meeting afterwards empties its residue.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "core/zone.h"
#include "directory/fellowship.h"
#include "directory/meeting.h"
#include "directory/trait.h"
#include "json/value.h"

namespace waymark::exchange {

class BmltFormats;

// What was mended or left out of rows that were taken, by its sentence.
class Warnings {
  public:
    void add(std::string_view sentence, std::int64_t times = 1) {
        const auto found = counts_.find(sentence);
        if (found != counts_.end())
            found->second += times;
        else
            counts_.emplace(sentence, times);
    }
    const std::map<std::string, std::int64_t, std::less<>>& counts() const { return counts_; }

  private:
    std::map<std::string, std::int64_t, std::less<>> counts_{};
};

struct Defaults {
    directory::Fellowship fellowship = directory::Fellowship::unknown;
    std::optional<Zone> zone{};                 // Not set: from the coordinates, then the town.
    const BmltFormats* bmlt_formats = nullptr;  // The feed's own list; null: NA's stock formats.
    Warnings* warnings = nullptr;               // Null: nobody asks.
    // What a place is whose list does not say: a trait of the kind "kind".
    std::optional<directory::Trait> kind{};
    std::string source{};  // The name of the source: its keys are unique only within it.

    void warn(std::string_view sentence) const {
        if (warnings != nullptr) warnings->add(sentence);
    }
};

}  // namespace waymark::exchange
