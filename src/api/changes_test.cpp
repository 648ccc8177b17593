// Following the directory, told as snapshots and what a follower asks of them.

#include "api/changes.h"

#include <gmock/gmock.h>

#include "core/text.h"
#include "http/made_body.h"
#include "http/router.h"
#include "json/parse.h"
#include "json/write.h"
#include "testing/town.h"

namespace waymark::api {
namespace {

using directory::Facility;
using directory::Meeting;
using testing::at;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Meeting meeting(std::int64_t id, std::string_view modified, std::int64_t source = 1) {
    Meeting m;
    m.id = {id};
    m.source = {source};
    m.source_key = "key-" + std::to_string(id);
    m.name = "Meeting " + std::to_string(id);
    m.schedule.days.add(std::chrono::Monday);
    m.schedule.start = std::chrono::hours{19};
    m.schedule.zone = Zone::named("America/New_York").value();
    m.modified = at(modified);
    return m;
}

Facility place(std::int64_t id, std::string_view modified, std::string site = {}) {
    Facility f;
    f.id = {id};
    f.source = {1};
    f.source_key = "door-" + std::to_string(id);
    f.name = "Door " + std::to_string(id);
    f.ids.service_at_location = std::move(site);
    f.provenances = {{.record = "SA"}};
    f.modified = at(modified);
    return f;
}

struct Directory {
    std::vector<Meeting> meetings{};
    std::vector<Facility> places{};
    std::vector<directory::Tombstone> places_gone{};
    finder::Beside beside{};
    bool may_republish_second = true;

    finder::SnapshotPtr snapshot() const {
        return std::make_shared<const finder::Snapshot>(
            meetings,
            std::vector<directory::Source>{
                {.id = {1}, .name = "one", .fetched_at = at("Tue 08:00"), .license = "CC BY 4.0"},
                {.id = {2},
                 .name = "two",
                 .is_fictional = true,
                 .may_republish = may_republish_second}},
            7, finder::Facilities{places, places_gone}, beside);
    }
};

class Api {
  public:
    explicit Api(const Directory& directory)
        : snapshot_(directory.snapshot()),
          router_(change_routes([this] { return snapshot_; }), {}) {}

    http::Response get(std::string_view target, const http::Fields& headers = {}) const {
        auto response = answer(target, headers);
        if (response.made) response.body = response.made->text();
        return response;
    }
    http::Response answer(std::string_view target, const http::Fields& headers) const {
        http::Request request{.method = http::Method::get};
        const auto mark = target.find('?');
        request.path = std::string{"/api/v1/"}.append(target.substr(0, mark));
        if (mark != target.npos) request.query = http::parse_form(target.substr(mark + 1));
        request.headers = headers;
        return router_.answer(request);
    }
    json::Value json(std::string_view target) const {
        const auto response = get(target);
        EXPECT_EQ(response.status, 200) << target << ' ' << response.body;
        return json::parse(response.body).value_or(json::Value{});
    }
    // "put meeting 1", "removed place 2": in their order.
    std::vector<std::string> changes(std::string_view query = "") const {
        std::vector<std::string> told;
        const auto answer = json(std::string{"changes?"}.append(query));
        for (const auto& each : *answer.find("changes")->items()) {
            told.push_back(std::string{each.text_or("change")} + " " +
                           std::string{each.text_or("kind")} + " " +
                           std::to_string(*each.find("id")->integer()));
        }
        return told;
    }
    std::string refusal(std::string_view target) const {
        const auto response = get(target);
        EXPECT_EQ(response.status, 400) << target;
        return std::string{json::parse(response.body).value().find("error")->text_or("message")};
    }

  private:
    finder::SnapshotPtr snapshot_;
    http::Router router_;
};

TEST(Changes, StandInTheOrderOfTimeThenKindThenId) {
    Directory directory{
        .meetings = {meeting(2, "Tue 10:00"), meeting(1, "Tue 10:00"), meeting(3, "Mon 10:00")},
        .places = {place(1, "Tue 10:00"), place(9, "Mon 09:00")}};
    directory.beside.gone = {{.id = {4}, .source = {1}, .removed_at = at("Tue 09:00")}};
    EXPECT_THAT(Api{directory}.changes(),
                ElementsAre("put place 9", "put meeting 3", "removed meeting 4", "put meeting 1",
                            "put meeting 2", "put place 1"));
}

TEST(Changes, SayWhatAListingIsNow) {
    auto m = meeting(1, "Tue 10:00");
    m.place = {.name = "Grace Hall", .street = "1 Elm Street", .town = "Troy"};
    m.features.add(directory::Feature::wheelchair);
    const auto answer = Api{{.meetings = {m}}}.json("changes");
    const auto& change = answer.find("changes")->items()->front();
    EXPECT_EQ(change.text_or("modified"), "2026-11-17T15:00:00Z");
    const auto& told = *change.find("meeting");
    EXPECT_EQ(*told.find("id")->integer(), 1);
    EXPECT_EQ(told.text_or("source"), "one");
    EXPECT_EQ(told.text_or("source_id"), "key-1");
    EXPECT_EQ(told.text_or("name"), "Meeting 1");
    EXPECT_EQ(told.text_or("place"), "Grace Hall, 1 Elm Street, Troy");
    EXPECT_EQ(told.find("location")->text_or("town"), "Troy");
    EXPECT_EQ(told.find("schedule")->text_or("start"), "19:00");
    EXPECT_EQ(json::write(*told.find("schedule")->find("days")), R"(["mon"])");
    EXPECT_EQ(told.text_or("timezone"), "America/New_York");
    EXPECT_EQ(json::write(*told.find("features")), R"(["wheelchair"])");
}

TEST(Changes, KeepPeoplesDetailsToThemselves) {
    auto m = meeting(1, "Tue 10:00");
    m.contacts = {{.name = "SomebodysName", .phone = "215-555-0177", .email = "x@mail.example"}};
    m.email = "group@mail.example";
    m.phone = "215-555-0178";
    m.feedback_emails = {"y@mail.example"};
    m.residue = {{"contact_1_name", "\"SomebodysName\""}};
    const Api api{{.meetings = {m}}};
    for (const auto* target : {"changes", "dump.ndjson"}) {
        const auto body = api.get(target).body;
        for (const auto* secret : {"SomebodysName", "mail.example", "555-01"})
            EXPECT_THAT(body, Not(HasSubstr(secret))) << target;
    }
}

TEST(Changes, ComeInPagesThatLoseNothing) {
    Directory directory;
    for (int id = 1; id <= 7; ++id)
        directory.meetings.push_back(meeting(id, "Tue 10:00"));
    const Api api{directory};
    std::vector<std::string> all;
    std::string query = "limit=3";
    for (bool more = true; more;) {
        const auto page = api.changes(query);
        all.insert(all.end(), page.begin(), page.end());
        const auto answer = api.json("changes?" + query);
        more = *answer.find("more")->boolean();
        query = "limit=3&since=" + http::url_encode(answer.text_or("next"));
    }
    EXPECT_EQ(all, api.changes());
    EXPECT_THAT(api.changes(query), IsEmpty());
    const auto end = api.json("changes?" + query);
    EXPECT_EQ("limit=3&since=" + http::url_encode(end.text_or("next")), query) << "the same again";
}

TEST(Changes, BeginAtATime) {
    const Api api{{.meetings = {meeting(1, "Mon 10:00"), meeting(2, "Tue 10:00")}}};
    EXPECT_THAT(api.changes("since=2026-11-17T15:00:00Z"), ElementsAre("put meeting 2"))
        << "that second is in";
    EXPECT_THAT(api.changes("since=2026-11-17T15:00:01Z"), IsEmpty());
    EXPECT_THAT(api.changes("since=2026-11-17T10:00:00-05:00"), ElementsAre("put meeting 2"));
}

TEST(Changes, TellOfWhatIsNotToBeSeenAnyMore) {
    Directory directory{.meetings = {meeting(1, "Mon 10:00")}};
    auto hidden = meeting(2, "Tue 10:00");
    hidden.is_published = false;
    directory.beside.unpublished = {hidden};
    directory.places_gone = {{.id = {5}, .removed_at = at("Tue 11:00")}};
    const Api api{directory};
    EXPECT_THAT(api.changes(),
                ElementsAre("put meeting 1", "removed meeting 2", "removed place 5"));
    const auto answer = api.json("changes?since=2026-11-17T16:00:00Z");
    EXPECT_EQ(answer.find("changes")->items()->front().text_or("removed_at"),
              "2026-11-17T16:00:00Z");
}

// Rows of two lists about one site are one place (finder/facilities.h).
TEST(Changes, FollowRowsThatJoinAndPart) {
    const Api joined{{.places = {place(1, "Mon 10:00", "site"), place(2, "Tue 10:00", "site")}}};
    EXPECT_THAT(joined.changes(), ElementsAre("put place 1", "removed place 2"));
    EXPECT_THAT(joined.changes("since=2026-11-17T15:00:00Z"),
                ElementsAre("put place 1", "removed place 2"));
    const Api parted{
        {.places = {place(2, "Tue 10:00", "site")},
         .places_gone = {
             {.id = {1}, .ids = {.service_at_location = "site"}, .removed_at = at("Wed 10:00")}}}};
    EXPECT_THAT(parted.changes("since=2026-11-18T15:00:00Z"),
                ElementsAre("removed place 1", "put place 2"));
}

TEST(Changes, HoldNothingOfAListThatMayNotBeHandedOn) {
    Directory directory{.meetings = {meeting(1, "Mon 10:00"), meeting(2, "Mon 10:00", 2)}};
    directory.beside.gone = {{.id = {3}, .source = {2}, .removed_at = at("Tue 09:00")}};
    const auto named = [](const Api& api) {
        std::vector<std::string> names;
        const auto answer = api.json("changes");
        for (const auto& source : *answer.find("sources")->items())
            names.emplace_back(source.text_or("name"));
        return names;
    };
    EXPECT_THAT(named(Api{directory}), ElementsAre("one", "two"));
    directory.may_republish_second = false;
    const Api api{directory};
    EXPECT_THAT(api.changes(), ElementsAre("put meeting 1"));
    EXPECT_THAT(named(api), ElementsAre("one"));
    EXPECT_THAT(api.get("dump.ndjson").body, Not(HasSubstr("Meeting 2")));
}

TEST(Changes, ComeAsLinesToo) {
    const Api api{{.meetings = {meeting(1, "Mon 10:00"), meeting(2, "Tue 10:00", 2)}}};
    const auto by_format = api.get("changes?format=ndjson&limit=1");
    EXPECT_EQ(by_format.content_type, "application/x-ndjson; charset=utf-8");
    const auto lines = split(by_format.body, '\n');
    ASSERT_EQ(lines.size(), 3U) << "a change, the page's facts, and the end";
    EXPECT_EQ(json::parse(lines[0])->text_or("kind"), "meeting");
    const auto page = json::parse(lines[1]).value();
    EXPECT_EQ(page.text_or("kind"), "page");
    EXPECT_TRUE(*page.find("more")->boolean());
    EXPECT_EQ(page.text_or("next"), "2026-11-16T15:00:00Z~meeting~1");
    EXPECT_EQ(api.get("changes?limit=1", {{"accept", "application/x-ndjson"}}).body,
              by_format.body);
    EXPECT_EQ(
        api.get("changes?limit=1&format=json", {{"accept", "application/x-ndjson"}}).content_type,
        "application/json; charset=utf-8");
}

TEST(Changes, RefuseWhatTheyCannotTakeInOneSentence) {
    const Api api{{}};
    const auto since =
        "Give since a time such as 2026-11-22T10:00:00Z, or the next of an earlier answer.";
    for (const auto* wrong :
         {"yesterday", "", "2026-11-22T10:00:00Z~meeting", "2026-11-22T10:00:00Z~group~1",
          "2026-11-22T10:00:00Z~place~-1", "2026-11-22T10:00:00Z~place~x", "~~",
          "2026-11-22T10:00:00Z~place~1~"})
        EXPECT_EQ(api.refusal("changes?since=" + http::url_encode(wrong)), since) << wrong;
    for (const auto* wrong : {"0", "1001", "-1", "many", ""})
        EXPECT_EQ(api.refusal(std::string{"changes?limit="}.append(wrong)),
                  "Ask for 1 to 1000 changes at a time.");
    EXPECT_EQ(api.refusal("changes?format=xml"), "The format is json or ndjson.");
    EXPECT_EQ(api.refusal("changes?from=1"),
              "Changes take since, limit and format, and nothing else.");
}

TEST(Dump, BeginsWithWhatItHolds) {
    Directory directory{.meetings = {meeting(2, "Tue 10:00"), meeting(1, "Mon 10:00", 2)},
                        .places = {place(1, "Mon 12:00")}};
    directory.beside.gone = {{.id = {3}, .source = {1}, .removed_at = at("Wed 09:00")}};
    const Api api{directory};
    const auto response = api.get("dump.ndjson");
    EXPECT_EQ(response.keep, http::Keep::revalidate);
    EXPECT_TRUE(response.is_open_to_other_origins);
    const auto lines = split(response.body, '\n');
    ASSERT_EQ(lines.size(), 5U);
    const auto header = json::parse(lines[0]).value();
    EXPECT_EQ(header.text_or("kind"), "header");
    EXPECT_EQ(*header.find("revision")->integer(), 7);
    EXPECT_EQ(*header.find("count")->integer(), 3);
    EXPECT_EQ(header.text_or("time"), "2026-11-18T14:00:00Z");
    EXPECT_EQ(header.text_or("next"), "2026-11-18T14:00:00Z~meeting~3");
    const auto& sources = *header.find("sources")->items();
    EXPECT_EQ(sources.at(0).text_or("license"), "CC BY 4.0");
    EXPECT_TRUE(sources.at(1).find("license")->is_null());
    EXPECT_TRUE(*sources.at(1).find("fictional")->boolean());
    EXPECT_THAT(api.changes("since=" + http::url_encode(header.text_or("next"))), IsEmpty());
    EXPECT_EQ(api.get("dump.ndjson").body, response.body) << "made once";
}

TEST(Dump, OfNothingIsAHeader) {
    const auto body = Api{{}}.get("dump.ndjson").body;
    const auto lines = split(body, '\n');
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(json::parse(lines[0])->text_or("next"), "1970-01-01T00:00:00Z~meeting~0");
}

}  // namespace
}  // namespace waymark::api
