// The fictional places of help.

#include "sample/care.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace waymark::sample {
namespace {

std::string table(std::size_t count, std::uint64_t seed) {
    std::string text;
    write_care_sample({.count = count, .seed = seed},
                      [&](std::string_view piece) { text.append(piece); });
    return text;
}

std::size_t commas_outside_quotes(std::string_view row) {
    bool is_quoted = false;
    std::size_t commas = 0;
    for (const char c : row) {
        if (c == '"') is_quoted = !is_quoted;
        if (c == ',' && !is_quoted) ++commas;
    }
    return commas;
}

TEST(CareSample, HasARowForEachPlaceAndACellForEachColumn) {
    const auto text = table(500, 1);
    EXPECT_EQ(std::ranges::count(text, '\n'), 501);
    const auto heading = text.substr(0, text.find('\n'));
    std::size_t begin = 0;
    for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
        const auto row = text.substr(begin, end - begin);
        EXPECT_EQ(commas_outside_quotes(row), commas_outside_quotes(heading)) << row;
        begin = end + 1;
    }
}

TEST(CareSample, IsTheSameForTheSameSeedAndAnotherForAnother) {
    EXPECT_EQ(table(50, 3), table(50, 3));
    EXPECT_NE(table(50, 3), table(50, 4));
}

TEST(CareSample, SaysOfEveryRowThatItIsFictional) {
    const auto text = table(200, 1);
    std::size_t said = 0;
    for (auto at = text.find("Fictional: "); at != std::string::npos;
         at = text.find("Fictional: ", at + 1)) {
        ++said;
    }
    EXPECT_EQ(said, 200u);
    EXPECT_EQ(text.find("+1202555") == std::string::npos, false);
}

}  // namespace
}  // namespace waymark::sample
