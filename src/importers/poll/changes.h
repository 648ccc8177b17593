// What a reading changes, row by row, in words and numbers a person can judge:
// the name, day, time, place, phones and links before and after.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/result.h"
#include "directory/facility.h"
#include "directory/meeting.h"
#include "directory/source.h"
#include "importers/poll/desk.h"

namespace waymark::importers {

struct FieldChange {
    std::string field{};  // "name", "day", "time", "place", "phones", "links"
    std::string before{}, after{};
    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

struct RowChange {
    enum class Kind : std::uint8_t { added, removed, changed };
    Kind kind = Kind::changed;
    std::string key{};   // The source's own.
    std::string name{};  // As it is now; of one that is removed, as it was.
    // Of a changed row; none when only something else about it changed.
    std::vector<FieldChange> fields{};
    friend bool operator==(const RowChange&, const RowChange&) = default;
};
std::string_view code_of(RowChange::Kind kind);  // "added", "removed", "changed"

std::vector<FieldChange> differences(const directory::Meeting& before,
                                     const directory::Meeting& after);
std::vector<FieldChange> differences(const directory::Facility& before,
                                     const directory::Facility& after);

// What the copy that waits would change, by key: meetings, then places. Nothing
// is published by looking. Fails with not_found when none waits.
Result<std::vector<RowChange>> changes_waiting(const directory::Source& source, const Desk& desk);

// What that reading changed, by key, for as long as SourceBook::roll_back keeps
// it. Meetings only: how places of help were is not told. Fails with not_found.
Result<std::vector<RowChange>> changes_of_reading(const directory::Source& source,
                                                  std::int64_t number, const Desk& desk);

}  // namespace waymark::importers
