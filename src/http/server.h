// Serves a handler over HTTP/1.1, and TLS when given a certificate. The only
// place that knows Boost.Beast and Asio. Limits: http/limits.h, docs/limits.md.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/result.h"
#include "http/limits.h"
#include "http/message.h"
#include "http/metrics.h"
#include "http/router.h"

namespace waymark::http {

// Called from several threads at once; HEAD comes as it is, its body is left
// out for it. An exception is answered by `on_failure` and logged as its type.
using Handler = std::function<Response(const Request&)>;

// One JSON object a line: route pattern, method, status, bytes, microseconds.
// Never an address, path, query or coordinate. From several threads at once.
using LogLine = std::function<void(const std::string& line)>;

struct ServerOptions {
    // An address, or "localhost": 127.0.0.1 and [::1].
    std::string host = "localhost";
    std::uint16_t port = 8080;      // 0: any free one.
    unsigned threads = 2;           // For reading and writing; as many again run the handler.
    std::string certificate_pem{};  // Files; both or neither.
    std::string key_pem{};
    std::vector<std::string> hosts{};  // Names it answers to (http/hosts.h says what else).
    bool checks_host = false;          // Other names get 421.
    bool limits_for_loopback = false;  // `--limits all`: searches of loopback clients too.

    std::size_t connections_max = 4096;
    std::size_t in_flight_max = 256;          // Answers under way or waiting; then 503.
    std::chrono::milliseconds patience{500};  // Waiting longer than this: 503.
    Timeouts timeouts{};

    // What a request costs: crisis is never shed, search is counted. Empty: all plain.
    std::function<Cost(const Request&)> cost_of{};
    // The pages for 400 403 408 413 414 421 429 431 503 505; the request may be
    // empty. Empty: the status in one line. Must be quick.
    OnRefusal on_refusal{};
    // The page for 500. Empty: the status in one line.
    std::function<Response(const Request&)> on_failure{};
    std::shared_ptr<Metrics> metrics{};  // Empty: one of its own.
};

class Server {
  public:
    // Takes the port. Fails with unavailable when it is taken, and with
    // invalid_input (field "listen", "certificate") on what cannot be used.
    static Result<std::unique_ptr<Server>> listen(const ServerOptions& options, Handler handler,
                                                  LogLine log);
    virtual ~Server() = default;
    virtual std::uint16_t port() const = 0;
    // Serves until stop(); then finishes the answers under way (5 s at most).
    virtual void run() = 0;
    // From any thread, before or during run(), or a signal's handler.
    virtual void stop() = 0;
};

}  // namespace waymark::http
