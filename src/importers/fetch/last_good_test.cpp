#include "importers/fetch/last_good.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>

#include "testing/temporary_folder.h"

namespace waymark::importers {
namespace {

namespace fs = std::filesystem;

class LastGood : public ::testing::Test {
  protected:
    testing::TemporaryFolder folder_{};
    const fs::path& data_ = folder_.path();
};

TEST_F(LastGood, IsTheCopyKeptLast) {
    EXPECT_FALSE(read_last_good(data_, "nyc").has_value());
    keep_last_good(data_, "nyc", "first");
    keep_last_good(data_, "nyc", std::string("second\0copy", 11));
    EXPECT_EQ(read_last_good(data_, "nyc"), std::string("second\0copy", 11));
    EXPECT_FALSE(read_last_good(data_, "boston").has_value());
    forget_last_good(data_, "nyc");
    EXPECT_FALSE(read_last_good(data_, "nyc").has_value());
}

TEST_F(LastGood, LeavesNothingElseBehind) {
    keep_last_good(data_, "nyc", "copy");
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(data_ / "feeds")) {
        EXPECT_EQ(entry.path(), last_good_path(data_, "nyc"));
        ++files;
    }
    EXPECT_EQ(files, 1u);
}

TEST_F(LastGood, StaysInItsFolderWhateverTheSourceIsCalled) {
    for (const char* name : {"../../etc/passwd", "/etc/passwd", "..", "", "a\nb", "ñandú/Ω"}) {
        EXPECT_EQ(last_good_path(data_, name).lexically_normal().parent_path(), data_ / "feeds")
            << name;
    }
    EXPECT_NE(last_good_path(data_, "a b"), last_good_path(data_, "a-b"));
    EXPECT_EQ(last_good_path(data_, "NYC area").filename().string().substr(0, 9), "nyc-area-");
}

TEST_F(LastGood, KeepsTheOldCopyWhenTheNewOneCannotBeWritten) {
    keep_last_good(data_, "nyc", "old");
    auto in_the_way = last_good_path(data_, "nyc");
    in_the_way += ".new";
    fs::create_directory(in_the_way);
    EXPECT_THROW(keep_last_good(data_, "nyc", "new"), std::system_error);
    EXPECT_EQ(read_last_good(data_, "nyc"), "old");
}

}  // namespace
}  // namespace waymark::importers
