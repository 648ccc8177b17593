// Steps of the schema, on both databases.

#include "storage/migrations.h"

#include <algorithm>
#include <array>
#include <latch>
#include <string>
#include <thread>

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
