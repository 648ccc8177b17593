// What every reading of a source needs beside the source itself.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "core/clock.h"
#include "core/random.h"
#include "directory/source_book.h"
#include "directory/store.h"
#include "importers/fetch/fetch.h"

namespace waymark::importers {

inline constexpr std::int64_t kFetchedRowsMax = 200'000;
inline constexpr std::string_view kHost = "host";  // Who decides on the command line: a role.

struct Desk {
    directory::Store& store;
    directory::SourceBook& book;
    std::filesystem::path data;  // The data folder, where copies are kept.
    const Clock& clock;
    Random& random;
    FetchRules rules{};
};

}  // namespace waymark::importers
