// What all connections share: the handler, and everything that decides about a
// request before and after it. Knows nothing of sockets.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "core/random.h"
#include "http/answer.h"
#include "http/buckets.h"
#include "http/server.h"

namespace waymark::http {

class Site {
  public:
    Site(const ServerOptions& options, Handler handler, LogLine log);

    Cost cost_of(const Request& request) const;

    // 403, 421 or 429 when the request must not reach the handler.
    // prefix: see Buckets.
    std::optional<Response> objection(const Request& request, Cost cost, std::string_view prefix);
    Response refusal(int status, const Request& request);
    Response shed(const Request& request);  // 503

    // The handler's response, or that to its exception.
    Response respond(const Request& request) const;

    // Never throws: what cannot be sent becomes a 500.
    Answer answer(Response response, const Request& request, Transport transport, After after);

    void record(const Answer& answer, const Request& request, std::chrono::microseconds took);
    void tick();  // About once a second.

    Metrics& metrics() const { return *metrics_; }
    const ServerOptions& options() const { return options_; }

  private:
    Buckets* counted_by(Cost cost);  // Null for what is not counted.
    int jittered_retry_seconds();
    Response failure(const Request& request) const;

    ServerOptions options_;
    Handler handler_;
    LogLine log_;
    std::shared_ptr<Metrics> metrics_;
    Buckets searches_{kSearchesPerMinute};
    Buckets reports_{kReportsPerHour, std::chrono::hours{1}};
    KeptBodies kept_;
    std::mutex random_mutex_;
    Random random_;
};

}  // namespace waymark::http
