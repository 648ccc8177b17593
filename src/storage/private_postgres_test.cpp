#include "storage/private_postgres.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "storage/postgres/connection.h"

namespace waymark::storage {
namespace {

constexpr auto kBinaries = "/usr/lib/postgresql/15/bin";
constexpr auto kScript = WAYMARK_SOURCE_DIR "/src/storage/postgres/private_server.sh";

std::string text_of_script() {
    std::ifstream file(kScript);
    return {std::istreambuf_iterator<char>(file), {}};
}

class Server {
  public:
    Server() {
        std::array<int, 2> input{}, output{};
        if (::pipe2(input.data(), O_CLOEXEC) != 0 || ::pipe2(output.data(), O_CLOEXEC) != 0) {
            throw std::runtime_error("no pipe");
        }
        // By its text: the user postgres may not be able to read our folder.
        const std::string script = text_of_script();
        child_ = ::fork();
        if (child_ == 0) become_script(script.c_str(), input[0], output[1]);
        ::close(input[0]);
        ::close(output[1]);
        keeps_running_ = input[1];
        folder_ = first_line(output[0]);
        ::close(output[0]);
        if (folder_.empty()) throw std::runtime_error("the private PostgreSQL did not start");
    }

    ~Server() {
        ::close(keeps_running_);
        ::waitpid(child_, nullptr, 0);
    }

    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::string url(const std::string& database) const {
        return "postgresql:///" + database + "?user=waymark&host=" + folder_;
    }

  private:
    [[noreturn]] static void become_script(const char* script, int input, int output) {
        ::dup2(input, STDIN_FILENO);
        ::dup2(output, STDOUT_FILENO);
        if (::chdir("/") != 0) ::_exit(1);
        if (::geteuid() == 0) {
            ::execlp("runuser", "runuser", "-u", "postgres", "--", "/bin/sh", "-c", script, "sh",
                     kBinaries, nullptr);
        } else {
            ::execl("/bin/sh", "sh", "-c", script, "sh", kBinaries, nullptr);
        }
        ::_exit(1);
    }

    static std::string first_line(int input) {
        std::string line;
        char c = 0;
        while (::read(input, &c, 1) == 1 && c != '\n')
            line += c;
        return line;
    }

    pid_t child_ = -1;
    int keeps_running_ = -1;
    std::string folder_{};
};

}  // namespace

std::string why_no_postgres() {
    const auto initdb = std::filesystem::path{kBinaries} / "initdb";
    if (std::filesystem::exists(initdb)) return {};
    return "PostgreSQL 15 is not installed here (package postgresql-15).";
}

std::string new_postgres_database() {
    static const Server server;
    static int made = 0;
    const std::string name = "test_" + std::to_string(++made);
    postgres::connect(server.url("postgres"))->run_script("CREATE DATABASE " + name);
    return server.url(name);
}

}  // namespace waymark::storage
