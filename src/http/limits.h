// What the server takes and how long it waits. docs/limits.md lists the same.
#pragma once

#include <chrono>
#include <cstddef>

namespace waymark::http {

inline constexpr std::size_t kHeaderBytesMax = std::size_t{16} << 10;  // 431
inline constexpr std::size_t kHeaderFieldsMax = 100;                   // 431
inline constexpr std::size_t kTargetBytesMax = std::size_t{8} << 10;   // 414
inline constexpr std::size_t kBodyBytesMax = std::size_t{64} << 10;    // 413
inline constexpr std::size_t kBodyBytesPerSecondMin = 500;             // 408
inline constexpr std::size_t kGzipWorthBytes = 600;

inline constexpr double kSearchesPerMinute = 60;  // 429, for each /24 or /56.
inline constexpr double kReportsPerHour = 5;      // 429, likewise.

// Measured by a clock that ticks once a second: up to a second longer.
struct Timeouts {
    std::chrono::seconds header{10};
    std::chrono::seconds body{30};
    std::chrono::seconds body_grace{5};  // Before the least rate counts.
    std::chrono::seconds idle{15};       // Between two requests.
    std::chrono::seconds write{30};
    std::chrono::seconds stop{5};  // For the answers under way when told to stop.
};

}  // namespace waymark::http
