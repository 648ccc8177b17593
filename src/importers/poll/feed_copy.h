// A source's feed as its server gives it today, with what belongs to it.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "core/result.h"
#include "directory/source.h"
#include "importers/fetch/fetch.h"
#include "importers/import.h"
#include "importers/poll/desk.h"

namespace waymark::importers {

struct FeedCopy {
    Fetched feed{};
    std::vector<std::string> lists{};  // Of a BMLT server: service bodies and formats.
};

// From `url` and nowhere else. Fails as fetch() does; that the further lists
// cannot be had is no failure.
Result<FeedCopy> fetch_copy(const std::string& url, const std::string& format, const Desk& desk,
                            const Validators& held, std::chrono::seconds* retry_after);

// Reads the copy as `options` say. Should the further lists be what cannot be
// read, it is read without them.
Result<ImportReport> import_copy(const FeedCopy& copy, ImportOptions options, const Desk& desk,
                                 Reviewer* reviewer, const Progress& progress = {});

// As a poll reads the source: by what is kept of it, from its last location.
ImportOptions options_of(const directory::Source& source, const directory::Timetable& timetable);

// After a copy was published: it is the last good one, and none waits any more.
void keep_published(const Desk& desk, const std::string& source, std::string_view body);

}  // namespace waymark::importers
