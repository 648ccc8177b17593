// The search over the handbook, told as what people type.

#include "learn/handbook.h"

#include <gmock/gmock.h>

namespace waymark::learn {
namespace {

using testing::Contains;

std::vector<std::string> found(std::string_view text, std::string_view language = "en") {
    std::vector<std::string> slugs;
    for (const auto* article : Handbook::own().search(text, language))
        slugs.push_back(article->slug);
    return slugs;
}

std::string first(std::string_view text, std::string_view language = "en") {
    const auto slugs = found(text, language);
    return slugs.empty() ? "" : slugs.front();
}

TEST(HandbookSearch, PutsFirstWhatTheTitleSays) {
    EXPECT_EQ(first("tolerance"), "tolerance");
    EXPECT_EQ(first("how long does withdrawal last"), "first-days");
    EXPECT_EQ(first("methadone"), "clinic-medicine");
    EXPECT_EQ(first("metadona", "es"), "clinic-medicine");
}

TEST(HandbookSearch, TakesTyposBeginningsAndMarks) {
    EXPECT_THAT(found("nalaxone"), Contains("emergency-spray"));
    EXPECT_THAT(found("pregn"), Contains("expecting"));
    EXPECT_EQ(found("METADÓNA", "es"), found("metadona", "es"));
}

TEST(HandbookSearch, FindsTheMostWordsWhenNotAll) {
    EXPECT_THAT(found("sleep xyzzyq"), Contains("sleep"));
}

TEST(HandbookSearch, FindsNothingForNothing) {
    EXPECT_TRUE(found("").empty());
    EXPECT_TRUE(found("the of and").empty());
    EXPECT_TRUE(found("xyzzyq").empty());
    EXPECT_TRUE(found("?!…").empty());
}

TEST(Handbook, SaysWhichArticlesWantToBeReadThroughAgain) {
    const auto& handbook = Handbook::own();
    EXPECT_TRUE(handbook.overdue(parse_date("2026-11-23").value()).empty());
    EXPECT_EQ(handbook.overdue(parse_date("2099-01-01").value()).size(),
              handbook.articles("en").size());
}

TEST(Handbook, KnowsItsArticlesBySlug) {
    ASSERT_NE(Handbook::own().article("tolerance", "es"), nullptr);
    EXPECT_EQ(Handbook::own().article("tolerance", "es")->language, "es");
    EXPECT_EQ(Handbook::own().article("no-such", "en"), nullptr);
}

}  // namespace
}  // namespace waymark::learn
