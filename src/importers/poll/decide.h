// What a person decides of readings that were held, and the way back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "directory/source_book.h"
#include "importers/import.h"
#include "importers/poll/desk.h"

namespace waymark::importers {

// What waits for a person, of one source.
struct Waiting {
    std::optional<directory::Reading> reading{};  // Its copy is kept as Copy::held.
    std::vector<directory::HeldRow> rows{};
    bool empty() const { return !reading && rows.empty(); }
};
Waiting waiting_of(const directory::Source& source, const Desk& desk);

// Publishes the copy that waits, whatever was strange about it. Fails with
// not_found when none waits, else as import_records does.
Result<ImportReport> approve(const directory::Source& source, const Desk& desk);

// Publishes one row that waits; the others stay. Fails with not_found.
Result<> approve_row(const directory::Source& source, std::string_view key, const Desk& desk);

// The copy that waits is not published, now or when the server sends it again.
// Fails with not_found when none waits.
Result<> reject(const directory::Source& source, const Desk& desk);

// One row that waits stays as it is listed. It waits again when a later copy of
// the list still says otherwise. Fails with not_found.
Result<> reject_row(const directory::Source& source, std::string_view key, const Desk& desk);

// As SourceBook::roll_back. The next reading, once the source is no longer
// paused, reads all of it.
Result<> go_back(const directory::Source& source, std::int64_t number, const Desk& desk);

}  // namespace waymark::importers
