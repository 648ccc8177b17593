// Looking for bytes in text, sixteen at a time: most of what a feed holds has
// nothing in it that needs a closer look.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace waymark {

// So many bytes at once: a loop of a fixed length becomes one instruction or two.
inline constexpr std::size_t kBytesAtOnce = 16;

// Whether one of the kBytesAtOnce bytes from `at` on is sought. `is_sought` takes a
// std::uint8_t and gives 0 or 1 without branching: with | and &, not || and &&.
template <class IsSought>
bool any_of_next(std::string_view text, std::size_t at, IsSought is_sought) {
    std::uint8_t found = 0;
    for (std::size_t i = 0; i < kBytesAtOnce; ++i) {
        const auto byte = static_cast<std::uint8_t>(text[at + i]);
        found = static_cast<std::uint8_t>(found | is_sought(byte));
    }
    return found != 0;
}

template <class IsSought>
bool any_byte(std::string_view text, IsSought is_sought) {
    std::size_t at = 0;
    for (; at + kBytesAtOnce <= text.size(); at += kBytesAtOnce) {
        if (any_of_next(text, at, is_sought)) return true;
    }
    for (; at < text.size(); ++at) {
        if (is_sought(static_cast<std::uint8_t>(text[at])) != 0) return true;
    }
    return false;
}

}  // namespace waymark
