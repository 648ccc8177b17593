// A connection keeps its locks while others of the same process come and go: what
// another program sees of them is asked by a process of its own.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "storage/contract.h"

namespace waymark::storage {
namespace {

// Where SQLite's readers lock (https://www.sqlite.org/src/file/src/os.h, SHARED_FIRST).
constexpr off_t kSharedFirst = 0x4000'0002, kSharedBytes = 510;

// A process asks for its own only: locks of ours do not stop ourselves.
bool is_locked_for_others(const std::filesystem::path& file) {
    const pid_t child = ::fork();
    if (child == 0) {
        const int descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
        struct flock lock {};
        lock.l_type = F_WRLCK;
        lock.l_whence = SEEK_SET;
        lock.l_start = kSharedFirst;
        lock.l_len = kSharedBytes;
        const bool is_known = ::fcntl(descriptor, F_GETLK, &lock) == 0;
        ::_exit(is_known && lock.l_type != F_UNLCK ? 0 : 1);
    }
    int status = 1;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void ask(Connection& connection) {
    Query query(connection, "SELECT count(*) FROM sqlite_schema");
    query.next();
}

class LockContract : public Contract {
  protected:
    std::filesystem::path file() const { return std::filesystem::path{where_} / "waymark.db"; }
};
INSTANTIATE_TEST_SUITE_P(OnSqlite, LockContract, testing::Values(Engine::sqlite),
                         [](const auto&) { return "sqlite"; });

TEST_P(LockContract, StayWhileOtherConnectionsComeAndGo) {
    {
        const auto first = connect();
        ask(*first);
        ASSERT_TRUE(is_locked_for_others(file()));
        const auto second = connect();
        EXPECT_TRUE(is_locked_for_others(file())) << "by connecting once more";
        ask(*second);
        connect().reset();
        EXPECT_TRUE(is_locked_for_others(file())) << "by a connection that went";
    }
    EXPECT_FALSE(is_locked_for_others(file()));
}

}  // namespace
}  // namespace waymark::storage
