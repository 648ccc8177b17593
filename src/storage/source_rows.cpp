#include "storage/source_rows.h"

#include <string>

#include "core/time.h"
#include "storage/failure.h"

namespace waymark::storage {
namespace {

using directory::Source;
using directory::SourceId;

constexpr auto kAll =
    "SELECT id, name, format, location, fellowship, timezone, is_fictional, fetched_at, "
    "failing_since, etag, last_modified, sha256, version, license, may_republish FROM source ORDER "
    "BY name";
constexpr auto kByName =
    "SELECT id, name, format, location, fellowship, timezone, is_fictional, fetched_at, "
    "failing_since, etag, last_modified, sha256, version, license, may_republish FROM source WHERE "
    "name = $1";
constexpr auto kById =
    "SELECT id, name, format, location, fellowship, timezone, is_fictional, fetched_at, "
    "failing_since, etag, last_modified, sha256, version, license, may_republish FROM source "
    "WHERE id = $1";
constexpr auto kInsert =
    "INSERT INTO source (id, name, format, location, fellowship, timezone, is_fictional, "
    "fetched_at, failing_since, etag, last_modified, sha256, version, license, may_republish) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
constexpr auto kReplace =
    "UPDATE source SET name = $2, format = $3, location = $4, fellowship = $5, timezone = $6, "
    "is_fictional = $7, fetched_at = $8, failing_since = $9, etag = $10, last_modified = $11, "
    "sha256 = $12, version = $13, license = $14, may_republish = $15 WHERE id = $1";
constexpr auto kSaveFetching =
    "UPDATE source SET fetched_at = $2, failing_since = $3, etag = $4, last_modified = $5, "
    "sha256 = $6, license = $7, may_republish = $8 WHERE name = $1";

std::optional<std::string> text_of(const std::optional<Instant>& instant) {
    if (!instant) return std::nullopt;
    return format_instant(*instant);
}

std::optional<Instant> instant_in(const Query& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    const auto instant = parse_instant(row.text(column));
    if (!instant) throw Failure(FailureKind::damaged);
    return *instant;
}

SourceRow source_in(const Query& row) {
    Source source;
    source.id = SourceId{row.integer(0)};
    source.name = row.text(1);
    source.format = row.text(2);
    source.location = row.text(3);
    const auto fellowship = directory::fellowship_of_code(row.text(4));
    if (!fellowship) throw Failure(FailureKind::damaged);
    source.fellowship = *fellowship;
    source.timezone = row.text(5);
    source.is_fictional = row.integer(6) != 0;
    source.fetched_at = instant_in(row, 7);
    source.failing_since = instant_in(row, 8);
    source.etag = row.text(9);
    source.last_modified = row.text(10);
    source.sha256 = row.text(11);
    source.license = row.text(13);
    source.may_republish = row.integer(14) != 0;
    return {source, row.integer(12)};
}

void write(Connection& connection, const char* sql, const SourceRow& row) {
    const Source& source = row.source;
    run(connection, sql, source.id.value, source.name, source.format, source.location,
        directory::info(source.fellowship).code, source.timezone, source.is_fictional,
        text_of(source.fetched_at), text_of(source.failing_since), source.etag,
        source.last_modified, source.sha256, row.version, source.license, source.may_republish);
}

}  // namespace

std::vector<Source> all_sources(Connection& connection) {
    std::vector<Source> sources;
    Query query(connection, kAll);
    while (query.next())
        sources.push_back(source_in(query).source);
    return sources;
}

std::optional<SourceRow> find_source(Connection& connection, std::string_view name) {
    Query query(connection, kByName, name);
    if (!query.next()) return std::nullopt;
    return source_in(query);
}

std::optional<SourceRow> find_source(Connection& connection, SourceId id) {
    Query query(connection, kById, id.value);
    if (!query.next()) return std::nullopt;
    return source_in(query);
}

bool has_same_terms(const Source& a, const Source& b) {
    return a.license == b.license && a.may_republish == b.may_republish;
}

void insert_source(Connection& connection, const SourceRow& row) {
    write(connection, kInsert, row);
}

void replace_source(Connection& connection, const SourceRow& row) {
    write(connection, kReplace, row);
}

void save_source_fetching(Connection& connection, const Source& source) {
    run(connection, kSaveFetching, source.name, text_of(source.fetched_at),
        text_of(source.failing_since), source.etag, source.last_modified, source.sha256,
        source.license, source.may_republish);
}

}  // namespace waymark::storage
