#include "importers/fetch/kept_copy.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>

#include "testing/temporary_folder.h"

namespace waymark::importers {
namespace {

namespace fs = std::filesystem;

class KeptCopy : public ::testing::Test {
  protected:
    testing::TemporaryFolder folder_{};
    const fs::path& data_ = folder_.path();
};

TEST_F(KeptCopy, IsTheCopyKeptLast) {
    EXPECT_FALSE(read_copy(data_, "nyc", Copy::last_good).has_value());
    keep_copy(data_, "nyc", Copy::last_good, "first");
    keep_copy(data_, "nyc", Copy::last_good, std::string("second\0copy", 11));
    EXPECT_EQ(read_copy(data_, "nyc", Copy::last_good), std::string("second\0copy", 11));
    EXPECT_FALSE(read_copy(data_, "boston", Copy::last_good).has_value());
    forget_copy(data_, "nyc", Copy::last_good);
    EXPECT_FALSE(read_copy(data_, "nyc", Copy::last_good).has_value());
}

TEST_F(KeptCopy, OfOneKindLeavesTheOtherAlone) {
    keep_copy(data_, "nyc", Copy::last_good, "good");
    keep_copy(data_, "nyc", Copy::held, "strange");
    EXPECT_EQ(read_copy(data_, "nyc", Copy::last_good), "good");
    EXPECT_EQ(read_copy(data_, "nyc", Copy::held), "strange");
    forget_copy(data_, "nyc", Copy::held);
    forget_copy(data_, "nyc", Copy::held);
    EXPECT_EQ(read_copy(data_, "nyc", Copy::last_good), "good");
    EXPECT_FALSE(read_copy(data_, "nyc", Copy::held).has_value());
}

TEST_F(KeptCopy, LeavesNothingElseBehind) {
    keep_copy(data_, "nyc", Copy::last_good, "copy");
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(data_ / "feeds")) {
        EXPECT_EQ(entry.path(), path_of_copy(data_, "nyc", Copy::last_good));
        ++files;
    }
    EXPECT_EQ(files, 1u);
}

TEST_F(KeptCopy, StaysInItsFolderWhateverTheSourceIsCalled) {
    for (const char* name : {"../../etc/passwd", "/etc/passwd", "..", "", "a\nb", "ñandú/Ω"}) {
        EXPECT_EQ(path_of_copy(data_, name, Copy::last_good).lexically_normal().parent_path(),
                  data_ / "feeds")
            << name;
    }
    EXPECT_NE(path_of_copy(data_, "a b", Copy::last_good),
              path_of_copy(data_, "a-b", Copy::last_good));
    EXPECT_EQ(path_of_copy(data_, "NYC area", Copy::last_good).filename().string().substr(0, 9),
              "nyc-area-");
}

TEST_F(KeptCopy, KeepsTheOldCopyWhenTheNewOneCannotBeWritten) {
    keep_copy(data_, "nyc", Copy::last_good, "old");
    auto in_the_way = path_of_copy(data_, "nyc", Copy::last_good);
    in_the_way += ".new";
    fs::create_directory(in_the_way);
    EXPECT_THROW(keep_copy(data_, "nyc", Copy::last_good, "new"), std::system_error);
    EXPECT_EQ(read_copy(data_, "nyc", Copy::last_good), "old");
}

}  // namespace
}  // namespace waymark::importers
