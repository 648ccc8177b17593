// Pages, told as the names of the strips on each. A strip is 10 points high; a
// "+" after its name keeps it with the next.

#include "paper/strip.h"

#include <gtest/gtest.h>

#include <memory>

namespace waymark::paper {
namespace {

Strip named(const std::string& name) {
    Strip strip{.space_before = 2, .height = 10, .is_kept_with_next = name.ends_with('+')};
    strip.marks.emplace_back(TextMark{0, 8, {0, 5, {name.substr(0, 1), {}, ""}}});
    return strip;
}

std::vector<std::string> told(PagesOfStrips pages) {
    std::vector<std::string> all;
    for (const auto& page : pages) {
        all.emplace_back();
        for (const auto& placed : page)
            all.back() += std::get<TextMark>(placed.strip.marks.front()).text.span.ansi;
    }
    return all;
}

std::vector<std::string> paged(const std::vector<std::string>& names, double height) {
    Strips strips;
    for (const auto& name : names)
        strips.push_back(named(name));
    return told(paginate(std::move(strips), height));
}

using Pages = std::vector<std::string>;

TEST(Pages, AreFilledOneAfterTheOther) {
    EXPECT_EQ(paged({"a", "b", "c", "d", "e"}, 34), (Pages{"abc", "de"}));
    EXPECT_EQ(paged({}, 34), Pages{});
}

TEST(Pages, LeaveOutTheSpaceAboveTheirFirstStrip) {
    const auto pages = paginate({named("a"), named("b"), named("c")}, 22);
    EXPECT_EQ(pages[0][0].y, 0);
    EXPECT_EQ(pages[0][1].y, 12);
    EXPECT_EQ(pages[1][0].y, 0);
}

TEST(Pages, KeepAHeadingWithWhatFollows) {
    EXPECT_EQ(paged({"a", "b", "H+", "c"}, 34), (Pages{"ab", "Hc"}));
    EXPECT_EQ(paged({"a", "H+", "c+", "d"}, 34), (Pages{"a", "Hcd"}));
}

TEST(Pages, CutWhatIsTooLongForAnyPage) {
    EXPECT_EQ(paged({"a+", "b+", "c+", "d"}, 22), (Pages{"ab", "cd"}));
}

TEST(Pages, RepeatTheHeadOfATable) {
    Strips strips{named("H+"), named("a"), named("b"), named("c")};
    const auto head = std::make_shared<Strip>(named("H"));
    for (std::size_t i = 1; i < strips.size(); ++i)
        strips[i].head = head;
    EXPECT_EQ(told(paginate(std::move(strips), 34)), (Pages{"Hab", "Hc"}));
}

TEST(Paragraphs, LeaveNoLineAlone) {
    const TextSpan word{"w\nw\nw\nw\nw", {}, ""};
    const auto strips = strips_of({word}, {0, 100, 10, 2});
    ASSERT_EQ(strips.size(), 5U);
    EXPECT_TRUE(strips[0].is_kept_with_next);
    EXPECT_FALSE(strips[1].is_kept_with_next);
    EXPECT_TRUE(strips[3].is_kept_with_next);
    EXPECT_FALSE(strips[4].is_kept_with_next);
    EXPECT_EQ(strips[0].space_before, 2);
    EXPECT_EQ(strips[1].space_before, 0);
}

}  // namespace
}  // namespace waymark::paper
