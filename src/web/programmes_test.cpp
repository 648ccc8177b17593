// A programme's card as a page.

#include <gmock/gmock.h>

#include <string>

#include "content/programmes.h"
#include "html/escape.h"
#include "web/sample_site.h"

namespace waymark::web {
namespace {

using testing::HasSubstr;
using testing::Not;

struct ProgrammesIn : testing::TestWithParam<const char*> {
    SampleSite site;
};

TEST_P(ProgrammesIn, EachHasAPageWithAllOfItsCard) {
    for (const auto& programme : content::programmes()) {
        const auto& words = programme.words(GetParam());
        const std::string code{directory::info(programme.fellowship).code};
        const auto answer = site.get("/programmes/" + code, GetParam());
        EXPECT_EQ(answer.status, 200) << code;
        for (const auto* text : {&words.what, &words.whom, &words.cost, &words.medication}) {
            EXPECT_THAT(answer.body, HasSubstr(html::escape(*text))) << code;
        }
        for (const auto& step : words.first_visit) {
            EXPECT_THAT(answer.body, HasSubstr(html::escape(step))) << code;
        }
        EXPECT_THAT(answer.body, HasSubstr("href=\"" + programme.finder_url + '"')) << code;
        EXPECT_THAT(answer.body, HasSubstr(html::escape(programme.sources.front().title))) << code;
    }
}

TEST_P(ProgrammesIn, AllStandOnOnePage) {
    const std::string page = site.get("/programmes", GetParam()).body;
    for (const auto& programme : content::programmes()) {
        const std::string code{directory::info(programme.fellowship).code};
        EXPECT_THAT(page, HasSubstr("href=\"/programmes/" + code + '"'));
    }
}

INSTANTIATE_TEST_SUITE_P(Programmes, ProgrammesIn, testing::Values("en", "es"),
                         [](const auto& language) { return std::string{language.param}; });

TEST(Programmes, SayWhenAStanceIsNotCertain) {
    const SampleSite site;
    const auto said = HasSubstr("as far as we know");
    EXPECT_THAT(site.get("/programmes/ha").body, said);
    EXPECT_THAT(site.get("/programmes/smart").body, Not(said));
}

TEST(Programmes, WithoutACardAreAKindPage) {
    const SampleSite site;
    EXPECT_EQ(site.get("/programmes/cma").status, 404);
    EXPECT_EQ(site.get("/programmes/nonsense").status, 404);
}

}  // namespace
}  // namespace waymark::web
