// The values of a request's options, one parser a kind. Each fails with
// invalid_input on a value it cannot take; `parse_request` names the option.
#pragma once

#include <chrono>
#include <string_view>

#include "core/geo.h"
#include "core/result.h"
#include "directory/schedule.h"

namespace waymark::finder {

Result<Kilometers> parse_length(std::string_view text);             // "10mi", "15 km", "10"
Result<std::chrono::minutes> parse_span(std::string_view text);     // "24h", "90m", "7d", "24"
Result<std::chrono::minutes> parse_clock(std::string_view text);    // "17:00", "7pm", "7:30 pm"
Result<std::chrono::weekday> parse_weekday(std::string_view text);  // "mon", "Monday", "1"
Result<GeoBox> parse_box(std::string_view text);                    // "S,W,N,E"

std::string_view code_of(std::chrono::weekday day);  // "mon"

}  // namespace waymark::finder
