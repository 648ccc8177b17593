#include "testing/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

#include "core/number.h"
#include "core/text.h"

namespace waymark::testing {
namespace {

constexpr time_t kWaitSeconds = 10;
constexpr std::string_view kHost = "Host: localhost\r\n";

int connected(std::uint16_t port, const std::string& address) {
    const bool is_v6 = address.find(':') != std::string::npos;
    const int made = ::socket(is_v6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval patience{.tv_sec = kWaitSeconds, .tv_usec = 0};
    ::setsockopt(made, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(made, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in v4{.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {}, .sin_zero = {}};
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(port);
    ::inet_pton(is_v6 ? AF_INET6 : AF_INET, address.c_str(),
                is_v6 ? static_cast<void*>(&v6.sin6_addr) : static_cast<void*>(&v4.sin_addr));
    const auto* name =
        is_v6 ? reinterpret_cast<const sockaddr*>(&v6) : reinterpret_cast<const sockaddr*>(&v4);
    if (::connect(made, name, is_v6 ? sizeof v6 : sizeof v4) != 0) {
        ::close(made);
        throw std::runtime_error("nobody listens on port " + std::to_string(port));
    }
    return made;
}

std::string lines_of(const std::vector<std::string>& headers) {
    std::string lines;
    for (const std::string& header : headers)
        lines += header + "\r\n";
    return lines;
}

HttpAnswer parsed_head(std::string_view head) {
    HttpAnswer answer;
    const auto lines = split(head, '\n');
    answer.status = parse_number<int>(lines.front().substr(9, 3)).value_or(0);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        std::string_view line = lines[i];
        if (line.ends_with('\r')) line.remove_suffix(1);
        const std::size_t colon = line.find(": ");
        if (colon == line.npos) continue;
        answer.headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
    }
    return answer;
}

}  // namespace

std::optional<std::string> HttpAnswer::header(std::string_view name) const {
    std::optional<std::string> only;
    for (const auto& [key, value] : headers) {
        if (ascii_lower(key) != ascii_lower(name)) continue;
        if (only) return std::nullopt;
        only = value;
    }
    return only;
}

HttpClient::HttpClient(std::uint16_t port, const std::string& address)
    : socket_(connected(port, address)) {}

HttpClient::HttpClient(HttpClient&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), unread_(std::move(other.unread_)) {}

HttpClient::~HttpClient() {
    if (socket_ >= 0) ::close(socket_);
}

void HttpClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return;  // The server has closed: its answer tells why.
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

void HttpClient::finish_sending() {
    ::shutdown(socket_, SHUT_WR);
}

bool HttpClient::read_more() {
    constexpr std::size_t kChunk = 16384;
    std::array<char, kChunk> chunk{};
    const auto count = ::recv(socket_, chunk.data(), chunk.size(), 0);
    if (count <= 0) return false;
    unread_.append(chunk.data(), static_cast<std::size_t>(count));
    return true;
}

HttpAnswer HttpClient::read_answer(bool has_body) {
    std::size_t end = unread_.find("\r\n\r\n");
    while (end == std::string::npos) {
        if (!read_more()) return {};
        end = unread_.find("\r\n\r\n");
    }
    HttpAnswer answer = parsed_head(std::string_view{unread_}.substr(0, end));
    unread_.erase(0, end + 4);
    const auto length = answer.header("content-length");
    const std::size_t bytes =
        has_body && length ? parse_number<std::size_t>(*length).value_or(0) : 0;
    while (unread_.size() < bytes && read_more()) {
    }
    answer.body = unread_.substr(0, bytes);
    unread_.erase(0, bytes);
    return answer;
}

HttpAnswer HttpClient::read_answer() {
    return read_answer(true);
}
HttpAnswer HttpClient::read_head_answer() {
    return read_answer(false);
}

std::string HttpClient::read_to_end() {
    while (read_more()) {
    }
    return std::exchange(unread_, {});
}

HttpAnswer HttpClient::get(std::string_view path, const std::vector<std::string>& headers) {
    send("GET " + std::string{path} + " HTTP/1.1\r\n" + std::string{kHost} + lines_of(headers) +
         "\r\n");
    return read_answer();
}

HttpAnswer HttpClient::head(std::string_view path, const std::vector<std::string>& headers) {
    send("HEAD " + std::string{path} + " HTTP/1.1\r\n" + std::string{kHost} + lines_of(headers) +
         "\r\n");
    return read_head_answer();
}

HttpAnswer HttpClient::post(std::string_view path, std::string_view form,
                            const std::vector<std::string>& headers) {
    send("POST " + std::string{path} + " HTTP/1.1\r\n" + std::string{kHost} + lines_of(headers) +
         "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
         std::to_string(form.size()) + "\r\n\r\n" + std::string{form});
    return read_answer();
}

HttpAnswer http_get(std::uint16_t port, std::string_view path,
                    const std::vector<std::string>& headers) {
    return HttpClient{port}.get(path, headers);
}

}  // namespace waymark::testing
