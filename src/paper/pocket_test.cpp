// The pocket list: sheets by how much there is, and nothing lost at a fold.

#include "paper/pocket.h"

#include <gmock/gmock.h>

namespace waymark::paper {
namespace {

PocketList list_of(int days, int meetings) {
    PocketList list{.title = "Meetings near here", .alarm = "In danger: 911"};
    for (int day = 0; day < days; ++day) {
        PocketSection section{.title = "Day " + std::to_string(day)};
        for (int i = 0; i < meetings; ++i)
            section.entries.push_back(
                {.time = "7:30 PM", .title = "Noon", .lines = {"NA", "1 Main St"}});
        list.sections.push_back(std::move(section));
    }
    return list;
}

std::size_t sheets(const std::string& pdf) {
    const std::string mark = "/Type /Page\n";
    std::size_t count = 0;
    for (auto at = pdf.find(mark); at != pdf.npos; at = pdf.find(mark, at + 1))
        ++count;
    return count;
}

TEST(Pocket, NeedsMoreSheetsForMore) {
    EXPECT_EQ(sheets(pocket_pdf(list_of(1, 1), Sheet::letter, "Notes")), 1U);
    const auto many = sheets(pocket_pdf(list_of(7, 40), Sheet::letter, "Notes"));
    EXPECT_GE(many, 2U);
    EXPECT_LE(many, 7U);
}

TEST(Pocket, LiesAcrossTheSheet) {
    EXPECT_THAT(pocket_pdf(list_of(1, 1), Sheet::letter, "Notes"), testing::HasSubstr("792 612"));
}

TEST(Pocket, IsTheSameBytesAgain) {
    EXPECT_EQ(pocket_pdf(list_of(3, 5), Sheet::a4, "Notes"),
              pocket_pdf(list_of(3, 5), Sheet::a4, "Notes"));
}

TEST(Pocket, TakesAnEmptyListAndWordsWithoutEnd) {
    EXPECT_EQ(sheets(pocket_pdf({.title = "Nothing"}, Sheet::a4, "Notes")), 1U);
    auto list = list_of(1, 1);
    list.sections[0].entries[0].title = std::string(5000, 'x');
    EXPECT_GE(sheets(pocket_pdf(list, Sheet::a4, "Notes")), 1U);
}

}  // namespace
}  // namespace waymark::paper
