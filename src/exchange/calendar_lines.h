// Content lines of RFC 5545: escaped, folded, ended.
#pragma once

#include <string>
#include <string_view>

#include "core/time.h"

namespace waymark::exchange {

class CalendarLines {
  public:
    // `value` as it is: dates, rules, names of ours.
    void raw(std::string_view name, std::string_view value);
    // Text of others: \ ; , and line ends escaped (§3.3.11), other controls left out.
    void text(std::string_view name, std::string_view value);
    std::string take() { return std::move(out_); }
    void append(std::string_view lines) { out_ += lines; }

  private:
    void fold(std::string_view line);
    std::string out_{};
};

std::string calendar_local(LocalSeconds local);  // "20261122T193000"
std::string calendar_utc(Instant instant);       // "20261122T193000Z"
std::string calendar_offset(
    std::chrono::seconds offset);  // "-0500"; seconds only where there are some

}  // namespace waymark::exchange
