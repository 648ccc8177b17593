#include "directory/source_book.h"

#include <algorithm>
#include <array>

namespace waymark::directory {
namespace {

constexpr std::array<std::string_view, 5> kCodes{"published", "held", "approved", "rejected",
                                                 "rolled-back"};

}  // namespace

std::string_view code_of(Decision decision) {
    return kCodes[static_cast<std::size_t>(decision)];
}

std::optional<Decision> decision_of_code(std::string_view code) {
    const auto found = std::ranges::find(kCodes, code);
    if (found == kCodes.end()) return std::nullopt;
    return static_cast<Decision>(found - kCodes.begin());
}

}  // namespace waymark::directory
