#include <gtest/gtest.h>

#include <set>
#include <string>

#include "compat/hsds/derived_id.h"
#include "compat/hsds/text_formats.h"

namespace waymark::compat::hsds {
namespace {

TEST(DerivedId, IsAUuidOfVersion8ThatStaysTheSame) {
    const auto id = derived_id("phone", "service", "0");
    EXPECT_TRUE(is_uuid(id)) << id;
    EXPECT_EQ(id[14], '8');
    EXPECT_NE(std::string{"89ab"}.find(id[19]), std::string::npos);
    EXPECT_EQ(id, "ee1786b4-a53e-8b24-9937-b09a1fde5adc");  // Harvesters keep these.
}

TEST(DerivedId, IsAnotherForEveryOtherThing) {
    std::set<std::string> ids;
    for (int owner = 0; owner < 300; ++owner) {
        for (int which = 0; which < 300; ++which)
            ids.insert(derived_id("phone", std::to_string(owner), std::to_string(which)));
    }
    EXPECT_EQ(ids.size(), 90'000U);
    EXPECT_NE(derived_id("a", "bc"), derived_id("ab", "c"));
    EXPECT_NE(derived_id("a", "b", ""), derived_id("a", "", "b"));
}

TEST(TextFormats, TakesLinksThatAnyClientCanOpen) {
    for (const auto* link :
         {"https://example.org", "http://example.org/", "HTTPS://example.org:8080/a/b?c=d&e#f",
          "https://xn--bcher-kva.example/%20x", "http://192.0.2.1/"})
        EXPECT_TRUE(is_link(link)) << link;
    for (const auto* link :
         {"", "example.org", "ftp://example.org", "https://", "https://exa mple.org",
          "https://example.org/a b", "https://example.org/<x>", "https://example.org/%zz",
          "https://bücher.example", "https://example..org", "https://a@example.org",
          "https://example.org:port/", "javascript:alert(1)", "https://example.org/a#b#c"})
        EXPECT_FALSE(is_link(link)) << link;
}

TEST(TextFormats, TakesPlainEmailAddresses) {
    for (const auto* email : {"a@example.org", "first.last+tag@mail.example.org"})
        EXPECT_TRUE(is_email(email)) << email;
    for (const auto* email : {"", "a", "a@", "@example.org", "a@b", "a b@example.org",
                              "a..b@example.org", "a@example.org, c@example.org", "a@exa_mple.org"})
        EXPECT_FALSE(is_email(email)) << email;
}

}  // namespace
}  // namespace waymark::compat::hsds
