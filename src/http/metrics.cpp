#include "http/metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace waymark::http {
namespace {

constexpr double kMicrosecondsInSecond = 1e6;

std::string escaped_label(std::string_view label) {
    std::string out;
    for (const char c : label) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

template <class... Arguments>
void line(std::string& out, fmt::format_string<Arguments...> pattern, Arguments&&... arguments) {
    fmt::format_to(std::back_inserter(out), pattern, std::forward<Arguments>(arguments)...);
    out += '\n';
}

}  // namespace

void Metrics::count_answer(std::string_view label, int status, std::uint64_t bytes,
                           std::chrono::microseconds took) {
    const std::lock_guard lock{mutex_};
    auto found = routes_.find(label);
    if (found == routes_.end()) found = routes_.emplace(std::string{label}, Route{}).first;
    Route& route = found->second;
    ++route.by_class[static_cast<std::size_t>(std::clamp(status / 100, 0, 5))];
    const auto bucket = std::ranges::lower_bound(kBucketMicroseconds, took.count());
    ++route.by_time[static_cast<std::size_t>(bucket - kBucketMicroseconds.begin())];
    route.microseconds += static_cast<std::uint64_t>(took.count());
    route.bytes += bytes;
}

void Metrics::write_requests(std::string& out) const {
    line(out, "# HELP waymark_requests_total Requests answered.");
    line(out, "# TYPE waymark_requests_total counter");
    for (const auto& [label, route] : routes_) {
        for (std::size_t i = 1; i < route.by_class.size(); ++i) {
            if (route.by_class[i] == 0) continue;
            line(out, "waymark_requests_total{{route=\"{}\",status=\"{}xx\"}} {}",
                 escaped_label(label), i, route.by_class[i]);
        }
    }
    line(out, "# HELP waymark_response_bytes_total Bytes of bodies sent.");
    line(out, "# TYPE waymark_response_bytes_total counter");
    for (const auto& [label, route] : routes_) {
        line(out, "waymark_response_bytes_total{{route=\"{}\"}} {}", escaped_label(label),
             route.bytes);
    }
}

void Metrics::write_times(std::string& out) const {
    line(out, "# HELP waymark_request_seconds From the whole request to the answer sent.");
    line(out, "# TYPE waymark_request_seconds histogram");
    for (const auto& [label, route] : routes_) {
        const std::string name = escaped_label(label);
        std::uint64_t so_far = 0;
        for (std::size_t i = 0; i < kBucketMicroseconds.size(); ++i) {
            so_far += route.by_time[i];
            line(out, "waymark_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}", name,
                 static_cast<double>(kBucketMicroseconds[i]) / kMicrosecondsInSecond, so_far);
        }
        so_far += route.by_time.back();
        line(out, "waymark_request_seconds_bucket{{route=\"{}\",le=\"+Inf\"}} {}", name, so_far);
        line(out, "waymark_request_seconds_sum{{route=\"{}\"}} {}", name,
             static_cast<double>(route.microseconds) / kMicrosecondsInSecond);
        line(out, "waymark_request_seconds_count{{route=\"{}\"}} {}", name, so_far);
    }
}

std::string Metrics::exposition() const {
    std::string out;
    {
        const std::lock_guard lock{mutex_};
        write_requests(out);
        write_times(out);
    }
    line(out, "# HELP waymark_shed_total Requests answered 503 because too much was under way.");
    line(out, "# TYPE waymark_shed_total counter");
    line(out, "waymark_shed_total {}", shed_.load());
    line(out, "# HELP waymark_limited_total Requests answered 429: one client asked too often.");
    line(out, "# TYPE waymark_limited_total counter");
    line(out, "waymark_limited_total {}", limited_.load());
    line(out, "# HELP waymark_connections_open Connections open now.");
    line(out, "# TYPE waymark_connections_open gauge");
    line(out, "waymark_connections_open {}", connections_open_.load());
    line(out, "# HELP waymark_connections_refused_total Connections over the limit.");
    line(out, "# TYPE waymark_connections_refused_total counter");
    line(out, "waymark_connections_refused_total {}", connections_refused_.load());
    return out;
}

}  // namespace waymark::http
