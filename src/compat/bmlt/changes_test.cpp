// GetChanges, told as what meetings were before the readings of a list. The names
// are those of BMLT's own tests where they ask the same.

#include <gmock/gmock.h>

#include "compat/bmlt/api_test.h"

namespace waymark::compat::bmlt {
namespace {

using directory::EarlierMeeting;
using directory::Meeting;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Instant on(std::string_view day) {
    return parse_instant(std::string{day}.append("T15:05:00Z")).value();
}

struct Was {
    int id = 0;
    std::int64_t reading = 0;
    std::string_view day{};
    std::optional<Meeting> before{};
    bool is_rollback = false;
};

// Newest first.
finder::Beside with_earlier(std::vector<Was> list) {
    auto beside = Api::lists();
    for (auto& was : list) {
        beside.earlier.push_back({.id = {was.id},
                                  .source = {1},
                                  .reading = was.reading,
                                  .at = on(was.day),
                                  .before = std::move(was.before),
                                  .is_rollback = was.is_rollback});
    }
    return beside;
}

std::vector<std::string> each(const Api& api, std::string_view key, std::string_view query = "") {
    std::vector<std::string> texts;
    const auto answer = api.json(std::string{"switcher=GetChanges&"}.append(query));
    for (const auto& change : *answer.items())
        texts.emplace_back(change.text_or(key));
    return texts;
}

// What the details say of one change from `before` to `after` (members of JSON).
std::string details(std::string_view before, std::string_view after) {
    const Api api({meeting(7, "A", after)},
                  with_earlier({{7, 2, "2026-08-04", meeting(7, "A", before)}}));
    const auto all = each(api, "details");
    return all.empty() ? "no change" : all.front();
}

TEST(BmltChanges, IsEmptyWhenNothingChanged) {
    const Api api({meeting(1, "A")});
    EXPECT_EQ(api.get("/client_interface/json/", "switcher=GetChanges").body, "[]");
    EXPECT_EQ(api.get("/client_interface/jsonp/", "switcher=GetChanges&callback=asdf").body,
              "/**/asdf([]);");
}

TEST(BmltChanges, TellsOfOneChangeAllThatBmltTells) {
    const Api api({meeting(7, "New", R"("formats":"C,WC","format_shared_id_list":"4,33")")},
                  with_earlier({{7, 2, "2026-08-04", meeting(7, "Old")}}));
    const auto answer = api.json("switcher=GetChanges");
    ASSERT_EQ(answer.items()->size(), 1U);
    const auto& change = answer.items()->front();
    std::vector<std::string> keys;
    for (const auto& [key, value] : *change.members())
        keys.push_back(key);
    EXPECT_THAT(keys,
                ElementsAre("date_int", "date_string", "change_type", "change_id", "meeting_id",
                            "meeting_name", "user_id", "user_name", "service_body_id",
                            "service_body_name", "meeting_exists", "details", "json_data"));
    EXPECT_EQ(change.text_or("date_int"), "1785855900");
    EXPECT_EQ(change.text_or("date_string"), "3:05 PM, 8/4/2026");
    EXPECT_EQ(change.text_or("change_type"), "comdef_change_type_change");
    EXPECT_EQ(change.text_or("meeting_id"), "7");
    EXPECT_EQ(change.text_or("meeting_name"), "New");
    EXPECT_EQ(change.text_or("service_body_id"), "12");
    EXPECT_EQ(change.text_or("service_body_name"), "East");
    EXPECT_EQ(change.text_or("meeting_exists"), "1");
    EXPECT_EQ(change.text_or("details"), R"(The meeting format was added as "C, WC". )"
                                         R"(Meeting Name was changed from "Old" to "New".)");
    const auto& data = *change.find("json_data");
    EXPECT_EQ(data.find("before")->text_or("meeting_name"), "Old");
    EXPECT_EQ(data.find("before")->find("formats"), nullptr) << "what is empty is not there";
    EXPECT_EQ(json::write(*data.find("after")->find("formats")), R"(["C","WC"])");
    EXPECT_EQ(data.find("after")->text_or("weekday_tinyint"), "2");
    EXPECT_EQ(data.find("after")->text_or("published"), "1");
    EXPECT_EQ(data.find("after")->find("root_server_uri"), nullptr);
}

TEST(BmltChanges, TellsOfCreatedAndDeletedOnes) {
    const Api api({meeting(1, "Came")}, with_earlier({{2, 3, "2026-08-05", meeting(2, "Went")},
                                                      {1, 2, "2026-08-04", std::nullopt}}));
    EXPECT_THAT(each(api, "change_type"),
                ElementsAre("comdef_change_type_delete", "comdef_change_type_new"));
    EXPECT_THAT(each(api, "details"),
                ElementsAre("The meeting was deleted.", "The meeting was created."));
    EXPECT_THAT(each(api, "meeting_exists"), ElementsAre("0", "1"));
    EXPECT_THAT(each(api, "meeting_name"), ElementsAre("Went", "Came"));
    const auto answer = api.json("switcher=GetChanges");
    EXPECT_EQ(answer.items()->at(0).find("json_data")->find("after"), nullptr);
    EXPECT_EQ(answer.items()->at(1).find("json_data")->find("before"), nullptr);
}

TEST(BmltChanges, FollowsAMeetingThroughItsStates) {
    const Api api({meeting(1, "Third")}, with_earlier({{1, 4, "2026-08-06", std::nullopt},
                                                       {1, 3, "2026-08-05", meeting(1, "Second")},
                                                       {1, 2, "2026-08-04", meeting(1, "First")}}));
    EXPECT_THAT(each(api, "change_type"),
                ElementsAre("comdef_change_type_new", "comdef_change_type_delete",
                            "comdef_change_type_change"));
    EXPECT_THAT(each(api, "details"),
                ElementsAre("The meeting was created.", "The meeting was deleted.",
                            R"(Meeting Name was changed from "First" to "Second".)"));
    const auto ids = each(api, "change_id");
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 3U);
}

TEST(BmltChanges, CallsARollbackOne) {
    const Api api({meeting(1, "A")},
                  with_earlier({{1, 3, "2026-08-05", meeting(1, "Wrong"), true}}));
    EXPECT_THAT(each(api, "change_type"), ElementsAre("comdef_change_type_rollback"));
    EXPECT_THAT(each(api, "details"),
                ElementsAre("The meeting was rolled back to a previous version."));
}

TEST(BmltChanges, SaysInWordsWhatIsDifferent) {
    EXPECT_EQ(details(R"("weekday_tinyint":"1")", R"("weekday_tinyint":"2")"),
              R"(The day of the week on which the meeting gathers was changed from "Sunday" to )"
              R"("Monday".)");
    EXPECT_EQ(details(R"("start_time":"10:00:00")", R"("start_time":"11:00:00")"),
              R"(The meeting start time was changed from "10:00" to "11:00".)");
    EXPECT_EQ(details(R"("duration_time":"01:00:00")", ""),
              R"(The meeting duration was changed from "01:00" to "01:30".)");
    EXPECT_EQ(details(R"("venue_type":"1")", R"("venue_type":"2")"),
              R"(The venue type was changed from "in person" to "virtual".)");
    EXPECT_EQ(details(R"("worldid_mixed":"before")", R"("worldid_mixed":"after")"),
              R"(The World Committee Code was changed from "before" to "after".)");
    EXPECT_EQ(details(R"("latitude":"40.5")", R"("latitude":"40.6")"),
              R"(The meeting latitude was changed from "40.5" to "40.6".)");
    EXPECT_EQ(details(R"("service_body_bigint":"11")", ""),
              "The meeting changed its Service Body from West to East.");
    EXPECT_EQ(details("", R"("comments":"after")"), R"(Comments was added as "after".)");
    EXPECT_EQ(details(R"("comments":"before")", ""), "Comments was deleted.");
    EXPECT_EQ(details(R"("published":"0")", ""), "The meeting was published.");
    EXPECT_EQ(details("", ""), "no change");
}

TEST(BmltChanges, NeverTellsWhoTheContactIs) {
    const Api api({meeting(7, "A", R"("contact_name_1":"Other")")},
                  with_earlier({{7, 2, "2026-08-04", meeting(7, "A")}}));
    EXPECT_THAT(each(api, "details"), ElementsAre("Contact 1 Name was changed."));
    const auto body = api.get("/client_interface/json/", "switcher=GetChanges").body;
    for (const auto* secret : {"Someone", "Other", "555-0100"})
        EXPECT_THAT(body, Not(HasSubstr(secret)));
    const auto answer = api.json("switcher=GetChanges");
    const auto* after = answer.items()->front().find("json_data")->find("after");
    EXPECT_EQ(after->text_or("contact_name_1"), "********");
    EXPECT_EQ(after->find("contact_name_2"), nullptr);
}

TEST(BmltChanges, FiltersByDateMeetingAndServiceBody) {
    const Api api({meeting(1, "A"), meeting(2, "B", R"("service_body_bigint":"1")"),
                   meeting(3, "C", R"("service_body_bigint":"11")")},
                  with_earlier({{3, 4, "2026-08-06", std::nullopt},
                                {2, 3, "2026-08-05", std::nullopt},
                                {1, 2, "2026-08-04", std::nullopt}}));
    const auto ids = [&](std::string_view query) { return each(api, "meeting_id", query); };
    EXPECT_THAT(ids(""), ElementsAre("3", "2", "1")) << "newest first";
    EXPECT_THAT(ids("start_date=2026-08-05"), ElementsAre("3", "2"));
    EXPECT_THAT(ids("end_date=2026-08-05"), ElementsAre("2", "1")) << "the day itself is in";
    EXPECT_THAT(ids("start_date=2026-08-05&end_date=2026-08-05"), ElementsAre("2"));
    EXPECT_THAT(ids("start_date=2026-08-07"), ElementsAre());
    EXPECT_THAT(ids("meeting_id=2"), ElementsAre("2"));
    EXPECT_THAT(ids("meeting_id=9"), ElementsAre());
    EXPECT_THAT(ids("service_body_id=1"), ElementsAre("3", "2", "1")) << "and all below it";
    EXPECT_THAT(ids("service_body_id=11"), ElementsAre("3"));
    EXPECT_THAT(ids("service_body_id=99"), ElementsAre());
    const auto wrong = api.get("/client_interface/json/", "switcher=GetChanges&start_date=soon");
    EXPECT_EQ(wrong.status, 400);
    EXPECT_EQ(wrong.body, R"({"message":"Give a date such as 2026-11-22."})");
}

TEST(BmltChanges, SaysHowManyAreKept) {
    const auto info = Api({meeting(1, "A")}).json("switcher=GetServerInfo");
    EXPECT_EQ(info.items()->front().text_or("changesPerMeeting"), "10");
}

}  // namespace
}  // namespace waymark::compat::bmlt
