#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

namespace waymark::cli {
namespace {

using Clock = std::chrono::steady_clock;

double seconds(Clock::duration duration) {
    return std::chrono::duration<double>(duration).count();
}

}  // namespace

ProgressLine::ProgressLine(std::optional<std::int64_t> total_bytes)
    : total_bytes_(total_bytes),
      begun_(Clock::now()),
      shown_(begun_ + std::chrono::milliseconds{800}),
      is_terminal_(isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() {
    if (has_line_) std::cerr << "\r\033[K" << std::flush;
}

void ProgressLine::show(std::int64_t rows, std::int64_t bytes) {
    const auto now = Clock::now();
    // Storing takes a while, and nobody is told of it again.
    const bool is_all = total_bytes_ && bytes >= *total_bytes_ && now >= shown_;
    const bool is_due = is_all || now - shown_ >= std::chrono::milliseconds{200};
    if (!is_terminal_ || !is_due) return;
    shown_ = now;
    has_line_ = true;
    const double elapsed = seconds(now - begun_);
    auto line = fmt::format("{} rows, {:.0f} a second", rows, static_cast<double>(rows) / elapsed);
    if (is_all) {
        line = fmt::format("{} rows read, storing them", rows);
    } else if (total_bytes_ && *total_bytes_ > 0 && bytes > 0) {
        const double part = static_cast<double>(bytes) / static_cast<double>(*total_bytes_);
        line = fmt::format("{:3.0f} %  {}, {:.0f} s left", part * 100, line,
                           elapsed * (1 - part) / part);
    }
    std::cerr << "\r\033[K" << line << std::flush;
}

}  // namespace waymark::cli
