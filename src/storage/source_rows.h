// The rows of the table `source`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "directory/source.h"
#include "storage/connection.h"

namespace waymark::storage {

struct SourceRow {
    directory::Source source{};
    std::int64_t version = 0;  // Grows with every update of its meetings.
};

std::vector<directory::Source> all_sources(Connection& connection);  // By name.
std::optional<SourceRow> find_source(Connection& connection, std::string_view name);
std::optional<SourceRow> find_source(Connection& connection, directory::SourceId id);

// Whether both may be handed on alike: what is shown to programs hangs on it.
bool has_same_terms(const directory::Source& a, const directory::Source& b);

// Each only inside a transaction.
void insert_source(Connection& connection, const SourceRow& row);
void replace_source(Connection& connection, const SourceRow& row);
// What fetching found out (when, etag, digest, failing since); nothing when
// there is no source of that name.
void save_source_fetching(Connection& connection, const directory::Source& source);

}  // namespace waymark::storage
