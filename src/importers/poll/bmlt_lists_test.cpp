#include "importers/poll/bmlt_lists.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace waymark::importers {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(BmltListAddresses, AreAtTheAddressOfTheSearchWithNothingElseOfItsQuery) {
    EXPECT_THAT(
        addresses_of_bmlt_lists("https://bmlt.example.org/main_server/client_interface/json/"
                                "?switcher=GetSearchResults&services=7&recursive=1"),
        ElementsAre("https://bmlt.example.org/main_server/client_interface/json/"
                    "?switcher=GetServiceBodies",
                    "https://bmlt.example.org/main_server/client_interface/json/"
                    "?switcher=GetFormats"));
}

TEST(BmltListAddresses, AreAskedForInTheSameLanguage) {
    EXPECT_THAT(addresses_of_bmlt_lists("https://a.org/?lang_enum=es&switcher=GetSearchResults#x"),
                ElementsAre("https://a.org/?switcher=GetServiceBodies&lang_enum=es",
                            "https://a.org/?switcher=GetFormats&lang_enum=es"));
}

TEST(BmltListAddresses, BelongToSearchesOnly) {
    for (const char* url : {"https://a.org/feed.json", "https://a.org/?switcher=GetFormats",
                            "https://a.org/#?switcher=GetSearchResults", ""}) {
        EXPECT_THAT(addresses_of_bmlt_lists(url), IsEmpty()) << url;
    }
}

}  // namespace
}  // namespace waymark::importers
