// A small web server on this machine, for tests of what is fetched: a map of
// paths (with their queries) to the bytes that it sends for them.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace waymark::importers {

class SmallServer {
  public:
    explicit SmallServer(std::map<std::string, std::string> answers)
        : answers_(std::move(answers)), listener_(socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in here{.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
        socklen_t size = sizeof here;
        EXPECT_EQ(bind(listener_, reinterpret_cast<sockaddr*>(&here), size), 0);
        EXPECT_EQ(listen(listener_, 8), 0);
        getsockname(listener_, reinterpret_cast<sockaddr*>(&here), &size);
        origin_ = "http://127.0.0.1:" + std::to_string(ntohs(here.sin_port));
        thread_ = std::thread([this] { serve(); });
    }
    ~SmallServer() {
        shutdown(listener_, SHUT_RDWR);
        thread_.join();
        close(listener_);
    }
    SmallServer(const SmallServer&) = delete;
    SmallServer& operator=(const SmallServer&) = delete;

    const std::string& origin() const { return origin_; }

    // From now on.
    void set(const std::string& path, std::string bytes) {
        const std::lock_guard guard{mutex_};
        answers_[path] = std::move(bytes);
    }
    // What it was asked, in full.
    std::vector<std::string> requests() const {
        const std::lock_guard guard{mutex_};
        return requests_;
    }

  private:
    void serve() {
        while (true) {
            const int client = accept(listener_, nullptr, nullptr);
            if (client < 0) return;
            answer(client);
            close(client);
        }
    }

    void answer(int client) {
        std::string request;
        std::array<char, 4096> piece{};
        while (request.find("\r\n\r\n") == std::string::npos) {
            const auto got = read(client, piece.data(), piece.size());
            if (got <= 0) return;
            request.append(piece.data(), static_cast<std::size_t>(got));
        }
        const auto begin = request.find(' ') + 1;
        const std::string path = request.substr(begin, request.find(' ', begin) - begin);
        const std::string bytes = answer_to(path, request);
        for (std::size_t sent = 0; sent < bytes.size();) {
            const auto done = send(client, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
            if (done <= 0) return;
            sent += static_cast<std::size_t>(done);
        }
        // A path without an answer keeps its caller waiting until it gives up.
        if (bytes.empty()) static_cast<void>(read(client, piece.data(), piece.size()));
    }

    std::string answer_to(const std::string& path, const std::string& request) {
        const std::lock_guard guard{mutex_};
        requests_.push_back(request);
        const auto found = answers_.find(path);
        return found == answers_.end() ? std::string{} : found->second;
    }

    std::map<std::string, std::string> answers_;
    int listener_;
    std::string origin_{};
    mutable std::mutex mutex_{};
    std::vector<std::string> requests_{};
    std::thread thread_{};
};

inline std::string ok(const std::string& body, const std::string& headers = "") {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + headers +
           "\r\n" + body;
}

inline std::string status(const std::string& line, const std::string& headers = "") {
    return "HTTP/1.1 " + line + "\r\nContent-Length: 0\r\n" + headers + "\r\n";
}

}  // namespace waymark::importers
