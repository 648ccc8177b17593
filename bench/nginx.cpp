#include "nginx.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <fstream>
#include <stdexcept>
#include <thread>
#include <vector>

#include "core/text.h"
#include "fmt/format.h"

extern char** environ;

namespace waymark::bench {
namespace {

sockaddr_in here(std::uint16_t port) {
    sockaddr_in name{};
    name.sin_family = AF_INET;
    name.sin_port = htons(port);
    name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return name;
}

// A port that was free a moment ago.
std::uint16_t free_port() {
    const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto name = here(0);
    socklen_t size = sizeof name;
    ::bind(made, reinterpret_cast<const sockaddr*>(&name), sizeof name);
    ::getsockname(made, reinterpret_cast<sockaddr*>(&name), &size);
    ::close(made);
    return ntohs(name.sin_port);
}

int connected(std::uint16_t port) {
    const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto name = here(port);
    if (::connect(made, reinterpret_cast<const sockaddr*>(&name), sizeof name) == 0) return made;
    ::close(made);
    return -1;
}

constexpr const char* kConfiguration = R"(daemon off;
worker_processes 1;
pid {0}/nginx.pid;
error_log {0}/error.log;
events {{}}
http {{
  sendfile on;
  access_log off;
  client_body_temp_path {0}; proxy_temp_path {0}; fastcgi_temp_path {0};
  uwsgi_temp_path {0}; scgi_temp_path {0};
  server {{ listen 127.0.0.1:{1}; root {0}; }}
}}
)";

}  // namespace

Nginx::Nginx(const std::string& name, const std::string& content) : port_(free_port()) {
    std::ofstream{folder_ / name, std::ios::binary} << content;
    const auto configuration = (folder_ / "nginx.conf").string();
    std::ofstream{configuration} << fmt::format(kConfiguration, folder_.path().string(), port_);
    // Its worker must be able to read the file when it runs as somebody else.
    std::filesystem::permissions(folder_.path(), std::filesystem::perms{0755});
    std::string program = "nginx", option = "-c", path = configuration;
    std::array<char*, 4> arguments{program.data(), option.data(), path.data(), nullptr};
    if (::posix_spawnp(&process_, "nginx", nullptr, nullptr, arguments.data(), environ) != 0) {
        throw std::runtime_error("nginx is not installed (Debian: nginx-light)");
    }
    for (int tries = 0; tries < 200; ++tries) {
        if (const int made = connected(port_); made >= 0) {
            ::close(made);
            return;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    throw std::runtime_error("nginx did not start");
}

Nginx::~Nginx() {
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
}

std::size_t drain(std::uint16_t port, const std::string& path) {
    const int made = connected(port);
    if (made < 0) throw std::runtime_error("nobody listens");
    const auto asked = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    std::size_t total = 0;
    if (::send(made, asked.data(), asked.size(), 0) == static_cast<ssize_t>(asked.size())) {
        std::vector<char> buffer(std::size_t{256} << 10);
        ssize_t got = 0;
        while ((got = ::recv(made, buffer.data(), buffer.size(), 0)) > 0)
            total += static_cast<std::size_t>(got);
    }
    ::close(made);
    return total;
}

}  // namespace waymark::bench
