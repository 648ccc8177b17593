#include "directory/mistake_report.h"

#include <algorithm>
#include <array>

namespace waymark::directory {
namespace {

constexpr std::array<std::string_view, 7> kCodes{"gone", "time",   "place", "contact",
                                                 "link", "unsafe", "other"};

}  // namespace

std::string_view code_of(Mistake mistake) {
    return kCodes[static_cast<std::size_t>(mistake)];
}

std::optional<Mistake> mistake_of_code(std::string_view code) {
    const auto found = std::ranges::find(kCodes, code);
    if (found == kCodes.end()) return std::nullopt;
    return static_cast<Mistake>(found - kCodes.begin());
}

}  // namespace waymark::directory
