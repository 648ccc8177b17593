// Serves a handler over HTTP/1.1, and TLS when given a certificate. The only
// place that knows Boost.Beast. Limits: reference §3.3 of docs/limits.md.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "core/result.h"
#include "http/message.h"

namespace waymark::http {

// Called from several threads at once. An exception it throws is answered
// with `on_failure` and logged without the request's path or query.
using Handler = std::function<Response(const Request&)>;

// One line for each request: route pattern rather than path, status, bytes,
// microseconds. Never an address, a query or a coordinate.
using LogLine = std::function<void(const std::string& line)>;

struct ServerOptions {
    std::string host = "localhost";
    std::uint16_t port = 8080;      // 0: any free one.
    unsigned threads = 2;
    std::string certificate_pem{};  // Files; both or neither.
    std::string key_pem{};
    bool limits_for_loopback = false;  // `--limits all`: token buckets for loopback clients too.
};

class Server {
  public:
    // Fails with unavailable when the port is taken, invalid_input on a bad certificate.
    static Result<std::unique_ptr<Server>> listen(const ServerOptions& options, Handler handler,
                                                  LogLine log);
    virtual ~Server() = default;
    virtual std::uint16_t port() const = 0;
    // Serves until stop(); then finishes the answers under way (5 s at most).
    virtual void run() = 0;
    virtual void stop() = 0;  // From any thread, or a signal's.
};

}  // namespace waymark::http
