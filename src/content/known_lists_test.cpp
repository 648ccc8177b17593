// The public lists we name: what their file must be.
#include "content/known_lists.h"

#include <gmock/gmock.h>

#include <set>
#include <string>

namespace waymark::content {
namespace {

using testing::HasSubstr;

std::string list_json(const std::string& url, const std::string& more = "") {
    return R"({"id": "ours", "name": "Our list", "kind": "bmlt", "format": "bmlt",
        "fellowship": "na", "areas": ["US-PA"], "url": ")" +
           url + R"(", "license": null, "republish": false, "every_hours": 12,
        "seen_on": "2026-11-22", "seen_in": "Our own", "confirmed": true, "note": null)" +
           more + "}";
}

std::string fault_of(const std::string& list) {
    const auto known = KnownLists::with_local(R"({"add": [)" + list + "]}");
    return known ? "" : known.error().message;
}

TEST(KnownLists, AreAddressesThatMayBeCopiedIntoAShell) {
    const KnownLists known;
    EXPECT_GT(known.all().size(), 100U);
    std::set<std::string> ids, urls;
    for (const auto& list : known.all()) {
        SCOPED_TRACE(list.id);
        EXPECT_TRUE(ids.insert(list.id).second);
        EXPECT_TRUE(urls.insert(list.url).second);
        EXPECT_THAT(list.url, testing::StartsWith("https://"));
        EXPECT_EQ(list.url.find_first_of("'\"\\ $`;|<>"), std::string::npos);
        EXPECT_EQ(list.url.find("key="), std::string::npos) << "somebody's own key";
        EXPECT_FALSE(list.seen_in.empty());
    }
}

TEST(KnownLists, MayBePassedOnOnlyWhereALicenseSaysSo) {
    const KnownLists known;
    for (const auto& list : known.all())
        EXPECT_TRUE(!list.may_republish || !list.license.empty()) << list.id;
    EXPECT_THAT(fault_of(R"({"id": "ours", "name": "Our list", "kind": "otp", "format": "otp-csv",
        "fellowship": null, "areas": ["US"], "url": "https://lists.example.org/a",
        "license": null, "republish": true, "every_hours": 12, "seen_on": "2026-11-22",
        "seen_in": "Our own", "confirmed": true, "note": null})"),
                HasSubstr("needs the license"));
}

TEST(KnownLists, AHostAddsAndSwitchesOff) {
    const auto known = KnownLists::with_local(R"({"off": ["na-ohio"], "add": [)" +
                                              list_json("https://lists.example.org/a.json") + "]}");
    ASSERT_TRUE(known) << known.error().message;
    EXPECT_EQ(known->all().size(), KnownLists{}.all().size());
    EXPECT_EQ(known->all().back().id, "ours");
    EXPECT_TRUE(known->all().back().is_confirmed);
}

TEST(KnownLists, RefuseWhatIsNoPublicAddress) {
    EXPECT_EQ(fault_of(list_json("https://lists.example.org/a.json?b=c&d=1,2")), "");
    for (const char* url :
         {"http://lists.example.org/a", "https://localhost/a", "https://10.0.0.1/a",
          "https://user:word@lists.example.org/a", "https://lists.example.org:8080/a",
          "https://lists.example.org/a'; rm", "https://lists.example.org/$(id)", "https://", "a"}) {
        EXPECT_THAT(fault_of(list_json(url)), HasSubstr("plain https:// address")) << url;
    }
}

TEST(KnownLists, NameTheMistakeInAHostsFile) {
    const std::string url = "https://lists.example.org/a";
    EXPECT_THAT(fault_of(list_json(url, R"(, "colour": "red")")), HasSubstr("colour"));
    EXPECT_THAT(fault_of(list_json("https://lists.example.org/{state_number}")),
                HasSubstr("state_numbers"));
    EXPECT_THAT(fault_of(list_json(url) + "," + list_json(url)), HasSubstr("there twice"));
    const auto unknown = KnownLists::with_local(R"({"off": ["na-atlantis"]})");
    ASSERT_FALSE(unknown);
    EXPECT_THAT(unknown.error().message, HasSubstr("names a list that is not there"));
    EXPECT_FALSE(KnownLists::with_local("[]"));
}

}  // namespace
}  // namespace waymark::content
