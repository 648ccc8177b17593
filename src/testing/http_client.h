// A client for tests of the server: blocking, byte for byte, over one
// connection. Every wait ends after ten seconds with what came until then.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waymark::testing {

struct HttpAnswer {
    int status = 0;  // 0: the connection ended without an answer.
    std::vector<std::pair<std::string, std::string>> headers{};  // As sent.
    std::string body{};

    // The value of the only header of that name, whatever its case; nothing
    // when it is missing or there twice.
    std::optional<std::string> header(std::string_view name) const;
};

class HttpClient {
  public:
    // Throws std::runtime_error when nobody listens. address: "127.0.0.1", "::1".
    explicit HttpClient(std::uint16_t port, const std::string& address = "127.0.0.1");
    ~HttpClient();
    HttpClient(HttpClient&& other) noexcept;
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    void send(std::string_view bytes);
    void finish_sending();          // The other side reads the end; answers still come.
    HttpAnswer read_answer();       // The next one on this connection.
    HttpAnswer read_head_answer();  // The same, to a HEAD: no body follows.
    std::string read_to_end();      // All that comes until the server closes.

    // "GET path HTTP/1.1" with a Host and these header lines ("Name: value").
    HttpAnswer get(std::string_view path, const std::vector<std::string>& headers = {});
    HttpAnswer head(std::string_view path, const std::vector<std::string>& headers = {});
    HttpAnswer post(std::string_view path, std::string_view form,
                    const std::vector<std::string>& headers = {});

  private:
    HttpAnswer read_answer(bool has_body);
    bool read_more();

    int socket_ = -1;
    std::string unread_{};
};

// One request on a connection of its own.
HttpAnswer http_get(std::uint16_t port, std::string_view path,
                    const std::vector<std::string>& headers = {});

}  // namespace waymark::testing
