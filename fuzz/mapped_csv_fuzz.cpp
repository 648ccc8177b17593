// The input is a table, or a map and a table with a line of `===` between.
#include <string_view>

#include "table_feed.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::string_view kBetween = "\n===\n";
    const std::string_view all{reinterpret_cast<const char*>(data), size};
    const auto at = all.find(kBetween);
    if (at == std::string_view::npos) {
        waymark::fuzz::read_feed("csv", data, size);
        return 0;
    }
    const auto table = at + kBetween.size();
    waymark::fuzz::read_feed("csv", data + table, size - table, std::string{all.substr(0, at)});
    return 0;
}
