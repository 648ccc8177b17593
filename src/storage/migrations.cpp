#include "storage/migrations.h"

#include "core/number.h"
#include "embedded/migrations.h"

namespace waymark::storage {
namespace {

constexpr auto kMakeTable = R"(
    CREATE TABLE IF NOT EXISTS schema_migration (
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL
    ) STRICT;
)";
constexpr auto kNewest = "SELECT coalesce(max(number), 0) FROM schema_migration";
constexpr auto kRemember = "INSERT INTO schema_migration (number, name) VALUES ($1, $2)";

std::int64_t newest_applied(Connection& connection) {
    Query query(connection, kNewest);
    query.next();
    return query.integer(0);
}

// Asked again inside the transaction: another process may just have done it.
void apply_if_missing(Connection& connection, const Migration& migration) {
    Transaction transaction(connection);
    if (newest_applied(connection) >= migration.number) return;
    connection.run_script(migration.sql);
    run(connection, kRemember, migration.number, migration.name);
    transaction.commit();
}

void make_table(Connection& connection) {
    Transaction transaction(connection);
    connection.run_script(kMakeTable);
    transaction.commit();
}

}  // namespace

std::vector<Migration> migrations() {
    constexpr std::string_view kFolder = "migrations/";
    constexpr std::string_view kEnding = ".sql";
    std::vector<Migration> list;
    for (const auto& file : embedded::migrations_files()) {
        auto name = file.path.substr(kFolder.size());
        name.remove_suffix(kEnding.size());
        list.push_back({parse_number<std::int64_t>(name.substr(0, 4)).value(), name, file.bytes});
    }
    return list;
}

Result<> migrate(Connection& connection, std::span<const Migration> known) {
    // Opening alone should never wait for a writer.
    if (!connection.has_table("schema_migration")) make_table(connection);
    const std::int64_t newest_known = known.empty() ? 0 : known.back().number;
    const std::int64_t applied = newest_applied(connection);
    if (applied > newest_known) {
        return fail(ErrorKind::conflict,
                    "These data were written by a newer Waymark. Open them with that one.", "data");
    }
    for (const auto& migration : known) {
        if (migration.number > applied) apply_if_missing(connection, migration);
    }
    return {};
}

}  // namespace waymark::storage
