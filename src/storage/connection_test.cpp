// What both drivers promise: the same statements, the same values, the same
// transactions.

#include "storage/connection.h"

#include <sys/resource.h>

#include <csignal>
#include <limits>
#include <string>
#include <thread>

#include "storage/contract.h"
#include "storage/failure.h"

namespace waymark::storage {
namespace {

constexpr auto kTable = R"(
    CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT, weight REAL, bytes BLOB) STRICT;
)";
constexpr auto kInsert = "INSERT INTO thing (id, name, weight, bytes) VALUES ($1, $2, $3, $4)";
constexpr auto kSelect = "SELECT id, name, weight, bytes FROM thing WHERE id = $1";
constexpr auto kNames = "SELECT name FROM thing ORDER BY id";
constexpr auto kCount = "SELECT count(*) FROM thing";

class ConnectionContract : public Contract {
  protected:
    void SetUp() override {
        Contract::SetUp();
        if (IsSkipped()) return;
        connection_ = connect();
        connection_->run_script(kTable);
    }
    void TearDown() override {
        connection_.reset();
        Contract::TearDown();
    }

    void add(int id, std::string_view name) {
        run(*connection_, kInsert, std::int64_t{id}, name, 0.0, Blob{});
    }
    static std::int64_t count(Connection& connection) {
        Query query(connection, kCount);
        query.next();
        return query.integer(0);
    }
    std::string names() {
        std::string list;
        Query query(*connection_, kNames);
        while (query.next())
            list += std::string{query.text(0)} + ";";
        return list;
    }

    std::unique_ptr<Connection> connection_{};
};
WAYMARK_ON_BOTH_DATABASES(ConnectionContract);

TEST_P(ConnectionContract, GivesBackEveryKindOfValue) {
    const std::string bytes{"\0\xff\x80'\\", 5};
    run(*connection_, kInsert, std::int64_t{7}, "Grüße \"x\" 'y' 🌱", 0.1, Blob{bytes});

    Query query(*connection_, kSelect, std::int64_t{7});
    ASSERT_TRUE(query.next());
    EXPECT_EQ(query.integer(0), 7);
    EXPECT_EQ(query.text(1), "Grüße \"x\" 'y' 🌱");
    EXPECT_EQ(query.real(2), 0.1);
    EXPECT_EQ(query.blob(3), bytes);
    EXPECT_FALSE(query.next());
}

TEST_P(ConnectionContract, KeepsNullApartFromEmpty) {
    run(*connection_, kInsert, std::int64_t{1}, std::optional<std::string>{},
        std::optional<double>{}, std::optional<Blob>{});
    run(*connection_, kInsert, std::int64_t{2}, std::string_view{}, 0.0, Blob{});

    for (const std::int64_t id : {1, 2}) {
        Query query(*connection_, kSelect, id);
        ASSERT_TRUE(query.next());
        for (const int column : {1, 2, 3})
            EXPECT_EQ(query.is_null(column), id == 1) << column;
        EXPECT_EQ(query.text(1), "");
        EXPECT_EQ(query.blob(3), "");
    }
}

TEST_P(ConnectionContract, HoldsTheWidestNumbers) {
    using Whole = std::numeric_limits<std::int64_t>;
    using Real = std::numeric_limits<double>;
    for (const auto id : {Whole::min(), Whole::max(), std::int64_t{0}}) {
        for (const double weight : {Real::max(), Real::denorm_min(), -0.1, 1.0 / 3}) {
            run(*connection_, "DELETE FROM thing");
            run(*connection_, kInsert, id, "", weight, Blob{});
            Query query(*connection_, kSelect, id);
            ASSERT_TRUE(query.next());
            EXPECT_EQ(query.integer(0), id);
            EXPECT_EQ(query.real(2), weight);
        }
    }
}

TEST_P(ConnectionContract, BindsByNumberWhereverTheyStand) {
    add(1, "one");
    Query query(*connection_, "SELECT $2 || '-' || $1 || '-' || $2 FROM thing WHERE name = $3", "a",
                "b", "one");
    ASSERT_TRUE(query.next());
    EXPECT_EQ(query.text(0), "b-a-b");
}

TEST_P(ConnectionContract, KnowsWhichTablesThereAre) {
    EXPECT_TRUE(connection_->has_table("thing"));
    EXPECT_FALSE(connection_->has_table("nothing"));
}

TEST_P(ConnectionContract, GivesRowsOneByOneAndCanStopInTheMiddle) {
    for (int id = 1; id <= 1000; ++id)
        add(id, std::to_string(id));
    {
        Query query(*connection_, kNames);
        ASSERT_TRUE(query.next());
        EXPECT_EQ(query.text(0), "1");
        ASSERT_TRUE(query.next());
        EXPECT_EQ(query.text(0), "2");
    }
    EXPECT_EQ(count(*connection_), 1000);
    EXPECT_TRUE(names().ends_with("999;1000;"));
}

TEST_P(ConnectionContract, KeepsATransactionOnlyWhenItIsCommitted) {
    {
        Transaction transaction(*connection_);
        add(1, "lost");
    }
    EXPECT_EQ(names(), "");
    {
        Transaction transaction(*connection_);
        add(1, "kept");
        add(2, "too");
        transaction.commit();
    }
    EXPECT_EQ(names(), "kept;too;");
}

TEST_P(ConnectionContract, KeepsWhatIsWrittenWithoutATransactionAtOnce) {
    run(*connect(), kInsert, std::int64_t{1}, "kept", 0.0, Blob{});
    EXPECT_EQ(names(), "kept;");
}

TEST_P(ConnectionContract, ShowsOthersNothingBeforeTheCommit) {
    const auto other = connect();
    Transaction transaction(*connection_);
    for (int id = 1; id <= 600; ++id)
        add(id, "x");  // More than a driver holds back.
    EXPECT_EQ(count(*other), 0);
    transaction.commit();
    EXPECT_EQ(count(*other), 600);
}

TEST_P(ConnectionContract, LetsOneWriteAtATimeAndTheNextAfterIt) {
    const auto next = [this] {
        const auto other = connect();
        Transaction transaction(*other);
        run(*other, kInsert, count(*other) + 1, "x", 0.0, Blob{});
        transaction.commit();
    };
    std::thread waiting;
    {
        Transaction transaction(*connection_);
        waiting = std::thread(next);
        add(1, "first");
        transaction.commit();
    }
    waiting.join();
    EXPECT_EQ(names(), "first;x;");
}

TEST_P(ConnectionContract, ThrowsOnWhatCannotBeAndGoesOnAfterwards) {
    add(1, "one");
    const auto twice = [&] {
        Transaction transaction(*connection_);
        add(2, "two");
        add(1, "one again");
        add(3, "three");
        transaction.commit();
    };
    EXPECT_THROW(twice(), Failure);
    EXPECT_EQ(names(), "one;");

    EXPECT_THROW(run(*connection_, kInsert, "not a number", "", 0.0, Blob{});
                 count(*connection_), Failure);
    EXPECT_THROW(Query(*connection_, "SELECT nothing FROM nowhere").next(), Failure);
    add(2, "two");
    EXPECT_EQ(names(), "one;two;");
}

TEST_P(ConnectionContract, TellsNothingOfTheDataWhenItFails) {
    add(1, "one");
    try {
        add(1, "a secret");
        count(*connection_);
        FAIL() << "a second row with the same id was taken";
    } catch (const Failure& failure) {
        EXPECT_EQ(failure.kind(), FailureKind::refused);
        EXPECT_STREQ(failure.what(), "The database did not take what it was asked.");
        EXPECT_FALSE(failure.code().empty());
    }
}

// While it stands, no file grows beyond `bytes`: writing fails as on a broken disk.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(rlim_t bytes) : old_handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &old_);
        const rlimit limit{bytes, old_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &old_);
        std::signal(SIGXFSZ, old_handler_);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

  private:
    rlimit old_{};
    void (*old_handler_)(int);
};

TEST(SqliteConnection, IsNotUsedAgainAfterAWriteFailed) {
    std::string folder = std::filesystem::temp_directory_path() / "waymark-XXXXXX";
    const auto database = std::move(open_database(::mkdtemp(folder.data())).value());
    auto& store = database->directory();
    directory::Source source;
    source.name = "nyc";
    directory::Meeting meeting;
    meeting.source_key = "a";
    meeting.notes = std::string(1'000'000, 'x');

    const auto update = store.update(source);
    update->put(meeting);
    try {
        const FileSizeLimit limit(200'000);
        update->commit(source);
        FAIL() << "a million bytes were stored in 200 kB";
    } catch (const Failure& failure) {
        EXPECT_EQ(failure.kind(), FailureKind::lost);
    }

    EXPECT_FALSE(store.source("nyc"));
    const auto again = store.update(source);
    again->put(meeting);
    again->commit(source);
    EXPECT_EQ(store.revision(), 1);
    std::filesystem::remove_all(folder);
}

TEST(SqliteConnection, SaysWhenThereIsNoRoomAndGoesOnReading) {
    std::string folder = std::filesystem::temp_directory_path() / "waymark-XXXXXX";
    const auto file = std::filesystem::path{::mkdtemp(folder.data())} / "small.db";
    {
        const auto connection = sqlite::connect(file);
        connection->run_script(kTable);
        run(*connection, kInsert, std::int64_t{1}, "one", 0.0, Blob{});
        connection->run_script("PRAGMA max_page_count = 10");
        try {
            run(*connection, kInsert, std::int64_t{2}, std::string(100'000, 'x'), 0.0, Blob{});
            FAIL() << "100 kB were put into 40 kB";
        } catch (const Failure& failure) {
            EXPECT_EQ(failure.kind(), FailureKind::full);
            EXPECT_STREQ(failure.what(), "The disk is full, so nothing was stored.");
        }
        EXPECT_TRUE(connection->is_usable());
        Query query(*connection, kSelect, std::int64_t{1});
        ASSERT_TRUE(query.next());
        EXPECT_EQ(query.text(1), "one");
    }
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace waymark::storage
