// Which language a page is in.

#include "locale/language.h"

#include <gtest/gtest.h>

namespace waymark::locale {
namespace {

using enum Language;

TEST(Language, IsKnownByItsCodeWhateverTheCountry) {
    EXPECT_EQ(language_of_code("es"), spanish);
    EXPECT_EQ(language_of_code("es-MX"), spanish);
    EXPECT_EQ(language_of_code("EN_us"), english);
    EXPECT_EQ(language_of_code("fr"), std::nullopt);
    EXPECT_EQ(language_of_code("estonian"), std::nullopt);
    EXPECT_EQ(language_of_code(""), std::nullopt);
}

TEST(Language, IsTheOneTheBrowserPrefersAmongOurs) {
    EXPECT_EQ(preferred("es-MX,es;q=0.9,en;q=0.8"), spanish);
    EXPECT_EQ(preferred("en-GB,en;q=0.9,es;q=0.8"), english);
    EXPECT_EQ(preferred("fr-CH, fr;q=0.9, es;q=0.7, en;q=0.3"), spanish);
    EXPECT_EQ(preferred("en;q=0.2, es ; q=0.7"), spanish);
}

TEST(Language, IsEnglishWhenTheBrowserNamesNoneOfOurs) {
    EXPECT_EQ(preferred(""), english);
    EXPECT_EQ(preferred("fr, de;q=0.5"), english);
    EXPECT_EQ(preferred("es;q=0"), english);
    EXPECT_EQ(preferred(";;,q=,es;q=wide"), english);
}

TEST(Language, FollowsTheAddressThenTheReadersChoiceThenTheBrowser) {
    EXPECT_EQ(choose("es", "en", "en"), spanish);
    EXPECT_EQ(choose("", "es", "en"), spanish);
    EXPECT_EQ(choose("xx", "yy", "es"), spanish);
    EXPECT_EQ(choose("", "", ""), english);
}

}  // namespace
}  // namespace waymark::locale
