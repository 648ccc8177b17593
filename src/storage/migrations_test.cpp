// Steps of the schema, on both databases.

#include "storage/migrations.h"

#include <algorithm>
#include <array>
#include <latch>
#include <string>
#include <thread>

#include "crypto/hash.h"
#include "storage/contract.h"
#include "storage/failure.h"
#include "storage/postgres/dialect.h"

namespace waymark::storage {
namespace {

constexpr Migration kFirst{1, "0001_first", "CREATE TABLE one (id INTEGER PRIMARY KEY) STRICT;"};
constexpr Migration kSecond{2, "0002_second",
                            "CREATE TABLE two (id INTEGER PRIMARY KEY) STRICT;"
                            "INSERT INTO one (id) VALUES (5000000000);"};
constexpr Migration kBroken{3, "0003_broken",
                            "INSERT INTO two (id) VALUES (1); INSERT INTO nowhere VALUES (1);"};

class MigrationsContract : public Contract {
  protected:
    static std::int64_t count(Connection& connection, const char* sql) {
        Query query(connection, sql);
        query.next();
        return query.integer(0);
    }
    static constexpr auto kOnes = "SELECT count(*) FROM one";
    static constexpr auto kTwos = "SELECT count(*) FROM two";
    static constexpr auto kSteps = "SELECT count(*) FROM schema_migration";
};
WAYMARK_ON_BOTH_DATABASES(MigrationsContract);

TEST_P(MigrationsContract, AppliesEachStepOnce) {
    const auto connection = connect();
    for (int time = 0; time < 3; ++time) {
        ASSERT_TRUE(migrate(*connection, std::array{kFirst, kSecond}));
        EXPECT_EQ(count(*connection, kOnes), 1);
        EXPECT_EQ(count(*connection, kSteps), 2);
    }
}

TEST_P(MigrationsContract, GoesOnFromWhereItStood) {
    const auto connection = connect();
    ASSERT_TRUE(migrate(*connection, std::array{kFirst}));
    EXPECT_EQ(count(*connection, kOnes), 0);
    ASSERT_TRUE(migrate(*connection, std::array{kFirst, kSecond}));
    EXPECT_EQ(count(*connection, kOnes), 1);
}

TEST_P(MigrationsContract, RefusesWhatANewerProgramWrote) {
    const auto connection = connect();
    ASSERT_TRUE(migrate(*connection, std::array{kFirst, kSecond}));
    const auto refused = migrate(*connection, std::array{kFirst});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::conflict);
    EXPECT_EQ(refused.error().message,
              "These data were written by a newer Waymark. Open them with that one.");
    EXPECT_EQ(count(*connection, kSteps), 2);
}

TEST_P(MigrationsContract, UndoesAStepThatFailsAndKeepsThoseBeforeIt) {
    const auto connection = connect();
    EXPECT_THROW(std::ignore = migrate(*connection, std::array{kFirst, kSecond, kBroken}), Failure);
    EXPECT_EQ(count(*connection, kTwos), 0);
    EXPECT_EQ(count(*connection, kSteps), 2);
}

TEST_P(MigrationsContract, LetsManyProgramsStartAtOnce) {
    std::latch all_are_ready(4);
    const auto start = [&] {
        all_are_ready.arrive_and_wait();
        const auto connection = connect();
        ASSERT_TRUE(migrate(*connection, std::array{kFirst, kSecond}));
    };
    { std::jthread one(start), two(start), three(start), four(start); }
    EXPECT_EQ(count(*connect(), kOnes), 1);
}

TEST_P(MigrationsContract, RefusesToOpenANewerDatabase) {
    open();
    run(*connect(), "INSERT INTO schema_migration (number, name) VALUES (9999, 'from tomorrow')");
    const auto refused = open_database(where_);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::conflict);
}

// What was stored before sources had books is the first entry of each.
TEST_P(MigrationsContract, OpensABookForSourcesThatWereThereBefore) {
    const auto all = migrations();
    {
        const auto connection = connect();
        ASSERT_TRUE(migrate(*connection, std::span{all}.first(3)));
        connection->run_script(
            "INSERT INTO source (id, name, format, location, fellowship, timezone, is_fictional, "
            "fetched_at, etag, last_modified, sha256, version) "
            "VALUES (1, 'nyc', 'csv', '', 'aa', '', 0, '2026-01-02T12:00:00Z', '', '', 'abc', 4);"
            "UPDATE directory_state SET revision = 7, last_source_id = 1, last_meeting_id = 2;");
        const std::string_view record = R"({"name":"Hope"})";
        for (std::int64_t id = 1; id <= 2; ++id) {
            run(*connection,
                "INSERT INTO meeting (id, source_id, source_key, is_published, content_hash, "
                "record) VALUES ($1, 1, $2, 1, $3, $4)",
                id, id == 1 ? "a" : "b", Blob{crypto::blake2b_256(record)}, record);
        }
    }
    const auto database = open();
    auto& store = database->directory();
    const auto source = store.source("nyc");
    ASSERT_TRUE(source);
    EXPECT_EQ(source->license, "");
    EXPECT_TRUE(source->may_republish);
    const auto first = database->source_book().readings(source->id);
    ASSERT_EQ(first.size(), 1u);
    EXPECT_EQ(first[0].at, source->fetched_at);
    EXPECT_EQ(first[0].sha256, "abc");
    EXPECT_EQ(first[0].added, 2);

    auto update = store.update(*source);
    EXPECT_EQ(update->put(directory::Meeting{.source_key = "a", .name = "Hope"}),
              directory::Change::unchanged);
    EXPECT_EQ(update->put(directory::Meeting{.source_key = "b", .name = "Hacked"}),
              directory::Change::changed);
    update->commit(*source);
    ASSERT_TRUE(database->source_book().roll_back(source->id, 1, Instant{}, "host"));
    store.each_meeting([](const directory::Meeting& meeting) {
        EXPECT_EQ(meeting.name, "Hope");
        EXPECT_EQ(meeting.modified.has_value(), meeting.source_key == "b")
            << "before there were dates, none was kept";
    });
}

TEST(Migrations, AreNumberedWithoutGaps) {
    const auto list = migrations();
    ASSERT_FALSE(list.empty());
    for (std::size_t i = 0; i < list.size(); ++i) {
        EXPECT_EQ(list[i].number, static_cast<std::int64_t>(i) + 1) << list[i].name;
        EXPECT_FALSE(list[i].sql.empty());
    }
}

TEST(Dialect, TurnsTheFourWordsAndNothingElse) {
    const auto turned = postgres::in_postgres_words;
    EXPECT_EQ(turned("CREATE TABLE a (id INTEGER, w REAL, b BLOB, t TEXT) STRICT;"),
              "CREATE TABLE a (id BIGINT, w DOUBLE PRECISION, b BYTEA, t TEXT) ;");
    EXPECT_EQ(turned("INTEGERS integer A_REAL \"BLOB\""), "INTEGERS integer A_REAL \"BLOB\"");
    EXPECT_EQ(turned("SELECT 'a BLOB' -- a REAL one\n, 'it''s STRICT'"),
              "SELECT 'a BLOB' -- a REAL one\n, 'it''s STRICT'");
    EXPECT_EQ(turned("-- STRICT"), "-- STRICT");
    EXPECT_EQ(turned("'open BLOB"), "'open BLOB");
    EXPECT_EQ(turned(""), "");
}

}  // namespace
}  // namespace waymark::storage
