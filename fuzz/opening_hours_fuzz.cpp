// Any text as opening hours: spans within their day, or none at all.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "exchange/opening_hours.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text{reinterpret_cast<const char*>(data), size};
    const auto spans = waymark::exchange::opening_hours_in(text);
    if (!spans) return 0;
    if (spans->empty()) std::abort();
    for (const auto& span : *spans) {
        if (span.days.empty()) std::abort();
        if (span.opens.count() < 0 || span.opens.count() >= 24 * 60) std::abort();
        if (span.closes.count() < 0 || span.closes.count() > 24 * 60) std::abort();
    }
    return 0;
}
