// Opening the data: what is made, and what is refused in plain words.

#include "storage/open.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "testing/temporary_folder.h"

namespace waymark::storage {
namespace {

namespace fs = std::filesystem;

class Open : public ::testing::Test {
  protected:
    static Error error_of(const std::string& where) {
        const auto database = open_database(where);
        return database ? Error{.message = "opened"} : database.error();
    }

    testing::TemporaryFolder folder_{};
    const fs::path& root_ = folder_.path();
};

TEST_F(Open, MakesAFolderThatOnlyItsOwnerCanRead) {
    for (const auto* written : {"new/data", "other/"}) {
        const auto data = root_ / written;
        ASSERT_TRUE(open_database(data.string()));
        EXPECT_EQ(fs::status(data).permissions(), fs::perms::owner_all) << written;
        EXPECT_EQ(fs::status(data / "waymark.db").permissions(),
                  fs::perms::owner_read | fs::perms::owner_write);
    }
}

TEST_F(Open, TakesAFolderThatIsThere) {
    ASSERT_TRUE(open_database(root_.string()));
    ASSERT_TRUE(open_database(root_.string() + "/"));
    EXPECT_TRUE(fs::exists(root_ / "waymark.db"));
}

TEST_F(Open, SaysWhenTheFolderCannotBe) {
    std::ofstream(root_ / "file") << "x";
    const auto error = error_of((root_ / "file").string());
    EXPECT_EQ(error.kind, ErrorKind::unavailable);
    EXPECT_EQ(error.field, "data");
    EXPECT_EQ(error.message,
              "The data folder cannot be made. Check its path and who may write there.");
    EXPECT_EQ(error_of((root_ / "file" / "below").string()).message, error.message);
}

TEST_F(Open, SaysWhenTheFileIsNoDatabase) {
    std::ofstream(root_ / "waymark.db") << std::string(10'000, 'x');
    const auto error = error_of(root_.string());
    EXPECT_EQ(error.kind, ErrorKind::unavailable);
    EXPECT_EQ(error.message, "The database is damaged. Restore it from a backup.");
}

TEST_F(Open, SaysWhenPostgresDoesNotAnswerAndKeepsItsPasswordToItself) {
    const auto error =
        error_of("postgres://waymark:secret@/waymark?host=" + (root_ / "nobody").string());
    EXPECT_EQ(error.kind, ErrorKind::unavailable);
    EXPECT_EQ(error.field, "db");
    EXPECT_EQ(error.message,
              "PostgreSQL did not let us in. Check its address, and that it is running.");
    EXPECT_EQ(error_of("postgres://[not an address").message, error.message);
}

}  // namespace
}  // namespace waymark::storage
