#include "app/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace waymark::app {
namespace {

constexpr std::size_t kOutputKept = 4096;
constexpr int kLookEveryMilliseconds = 200;

void check(int error) {
    if (error != 0) throw std::system_error(error, std::generic_category(), "a poll cannot start");
}

struct Pipe {
    Pipe() { check(pipe2(ends.data(), O_CLOEXEC) == 0 ? 0 : errno); }
    ~Pipe() {
        close_writing();
        close(ends[0]);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    void close_writing() {
        if (ends[1] >= 0) close(ends[1]);
        ends[1] = -1;
    }
    std::array<int, 2> ends{-1, -1};
};

class Actions {
  public:
    explicit Actions(int output) {
        check(posix_spawn_file_actions_init(&actions_));
        check(posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0));
        check(posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO));
        check(posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1));
    }
    ~Actions() { posix_spawn_file_actions_destroy(&actions_); }
    Actions(const Actions&) = delete;
    Actions& operator=(const Actions&) = delete;
    const posix_spawn_file_actions_t* get() const { return &actions_; }

  private:
    posix_spawn_file_actions_t actions_{};
};

// Signals that this thread keeps away from itself are not kept from the child.
class Attributes {
  public:
    Attributes() {
        check(posix_spawnattr_init(&attributes_));
        sigset_t none;
        sigemptyset(&none);
        check(posix_spawnattr_setsigmask(&attributes_, &none));
        check(posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK));
    }
    ~Attributes() { posix_spawnattr_destroy(&attributes_); }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;
    const posix_spawnattr_t* get() const { return &attributes_; }

  private:
    posix_spawnattr_t attributes_{};
};

pid_t start(const std::vector<std::string>& arguments, int output) {
    std::vector<std::string> words{"waymark"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (auto& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    const Actions actions{output};
    const Attributes attributes;
    pid_t child = 0;
    check(posix_spawn(&child, "/proc/self/exe", actions.get(), attributes.get(), argv.data(),
                      environ));
    return child;
}

// False once the child has closed its end.
bool read_more(int input, std::string& output) {
    std::array<char, 1024> piece{};
    const auto got = read(input, piece.data(), piece.size());
    if (got < 0) return errno == EINTR;
    const auto room = kOutputKept - output.size();
    output.append(piece.data(), std::min(room, static_cast<std::size_t>(got)));
    return got > 0;
}

}  // namespace

ChildEnd run_this_program(const std::vector<std::string>& arguments, std::chrono::seconds time,
                          const std::atomic<bool>& stopping) {
    Pipe pipe;
    const pid_t child = start(arguments, pipe.ends[1]);
    pipe.close_writing();
    const auto deadline = std::chrono::steady_clock::now() + time;
    ChildEnd end;
    for (bool is_open = true; is_open;) {
        pollfd waiting{.fd = pipe.ends[0], .events = POLLIN, .revents = 0};
        if (::poll(&waiting, 1, kLookEveryMilliseconds) > 0)
            is_open = read_more(pipe.ends[0], end.output);
        if (is_open && (stopping || std::chrono::steady_clock::now() >= deadline)) {
            end.was_stopped = true;
            break;
        }
    }
    // One that has closed its output has said all it had to say.
    if (end.was_stopped) kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status)) end.exit_code = WEXITSTATUS(status);
    return end;
}

}  // namespace waymark::app
