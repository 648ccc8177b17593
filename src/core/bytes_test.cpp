// A byte is found wherever it stands, however long the text.

#include "core/bytes.h"

#include <gtest/gtest.h>

#include <string>

namespace waymark {
namespace {

std::uint8_t is_x(std::uint8_t byte) {
    return byte == 'x';
}

TEST(AnyByte, FindsItAtEveryPlace) {
    for (std::size_t size = 0; size < 3 * kBytesAtOnce + 2; ++size) {
        std::string text(size, 'a');
        EXPECT_FALSE(any_byte(text, is_x)) << size;
        for (std::size_t at = 0; at < size; ++at) {
            text[at] = 'x';
            EXPECT_TRUE(any_byte(text, is_x)) << at << " of " << size;
            text[at] = 'a';
        }
    }
}

TEST(AnyByte, LooksAtNoByteBeyondTheText) {
    const std::string text = "aaaaaaaaaaaaaaaaaaaax";
    EXPECT_FALSE(any_byte(std::string_view{text}.substr(0, text.size() - 1), is_x));
}

}  // namespace
}  // namespace waymark
