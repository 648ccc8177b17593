// A line on the terminal that says how far a long job has come. Silent when
// standard error is not a terminal, and in the first second.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace waymark::cli {

class ProgressLine {
  public:
    // `total_bytes` missing: how much there is to read is not known.
    explicit ProgressLine(std::optional<std::int64_t> total_bytes);
    ~ProgressLine();  // Clears the line.
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(std::int64_t rows, std::int64_t bytes);

  private:
    std::optional<std::int64_t> total_bytes_;
    std::chrono::steady_clock::time_point begun_;
    std::chrono::steady_clock::time_point shown_;
    bool is_terminal_;
    bool has_line_ = false;
};

}  // namespace waymark::cli
