// What leaves this site: one table of every public feed and API, asked of a town
// in which one list lets its rows be handed on and one does not, one is old, and
// every row has somebody's own details in every field that can hold them.

#include <gmock/gmock.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "api/routes.h"
#include "compat/bmlt/routes.h"
#include "compat/hsds/routes.h"
#include "compat/meeting_guide/feed.h"
#include "core/text.h"
#include "http/made_body.h"
#include "testing/town.h"
#include "web/routes.h"

namespace waymark::app {
namespace {

using directory::Facility;
using directory::Meeting;
using directory::Source;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::array kLists{"willing", "unwilling", "forgotten"};
const Instant kNow = testing::at("Tue 12:00");

// "Secret" stands in whatever is a person's own, "Willing", "Unwilling" or
// "Forgotten" in whatever tells whose row it is.
Meeting meeting(std::int64_t id, std::int64_t source, const std::string& mark) {
    Meeting m{.id = {id}, .source = {source}, .source_key = std::to_string(1000 + id)};
    m.name = mark + " Meeting";
    m.group = mark + " Group";
    m.fellowship = directory::Fellowship::na;
    m.venue.usual = directory::VenueKind::hybrid;
    m.place = {.name = mark + " Hall",
               .street = "1 Elm Street",
               .town = "Philadelphia",
               .state = "PA",
               .postcode = "19104",
               .country = "US"};
    m.place.point = GeoPoint{39.95 + 0.01 * static_cast<double>(id), -75.16};
    m.online.url = "https://zoom.us/j/8312345678" + std::to_string(id);
    m.schedule.zone = Zone::named("America/New_York").value();
    m.schedule.days.add(std::chrono::Tuesday);
    m.schedule.start = std::chrono::hours{19};
    m.regions = {mark + " Region"};
    m.service_body = std::to_string(10 + id);
    m.world_id = "G0000" + std::to_string(id);
    m.codes = {"O"};
    m.email = "secret-mail@example.org";
    m.phone = "555-0100 Secret";
    m.feedback_emails = {"secret-feedback@example.org"};
    m.contacts = {{"Secret Name", "555-0101 Secret", "secret-contact@example.org"},
                  {"Secret Second", "555-0102 Secret", "secret-second@example.org"}};
    m.entity.email = "office@example.org";  // An office's, which answers for the list.
    m.entity.phone = "555-0103";
    m.freshness.confirmed_by = "host";
    m.residue = {{"bmlt:contact_name_1", "\"Secret Residue\""},
                 {"bmlt:contact_phone_2", "\"Secret Residue\""},
                 {"meeting-guide:contact_1_name", "\"Secret Residue\""},
                 {"contact_1_email", "\"Secret Residue\""}};
    m.modified = kNow - std::chrono::days{1};
    return m;
}

Facility place(std::int64_t id, std::int64_t source, const std::string& mark) {
    Facility f{.id = {id}, .source = {source}, .source_key = mark, .name = mark + " Place"};
    f.provenances = {{.record = "SA", .verified_by = "host"}};
    f.place = {.street = "2 Elm Street", .town = "Philadelphia", .state = "PA"};
    f.place.point = GeoPoint{39.95, -75.16};
    f.organization.name = mark + " Organization";
    f.attributes = {{.taxonomy = std::string{directory::kSamhsaTaxonomy}, .code = "SA"},
                    {.taxonomy = "own", .code = mark, .label = mark + " Term"}};
    f.residue = {{"contact", "\"Secret Residue\""}};
    f.modified = kNow - std::chrono::days{1};
    return f;
}

std::vector<Source> lists() {
    std::vector<Source> all;
    for (const std::string name : kLists) {
        Source source{.id = {static_cast<std::int64_t>(all.size()) + 1}, .name = name};
        source.format = "bmlt";
        source.fetched_at = kNow - std::chrono::days{name == "forgotten" ? 91 : 1};
        source.may_republish = name != "unwilling";
        all.push_back(source);
    }
    return all;
}

finder::SnapshotPtr town() {
    auto gone = [](std::int64_t id, std::string name) {
        return directory::Tombstone{
            .id = {id}, .name = std::move(name), .removed_at = kNow, .source = {id - 6}};
    };
    auto hidden = meeting(5, 2, "Unwilling");
    hidden.is_published = false;
    finder::Beside beside{
        .unpublished = {hidden},
        .lists = {{.source = {1}, .service_bodies = {{.id = "11", .name = "Willing Body"}}},
                  {.source = {2},
                   .service_bodies = {{.id = "12", .name = "Unwilling Body"}},
                   .formats = {{4, "en", "UNW", "Unwilling Format"}}}},
        .earlier = {{.id = {2}, .source = {2}, .reading = 1, .at = kNow, .before = hidden}},
        .gone = {{.id = {9}, .source = {2}, .removed_at = kNow}}};
    return std::make_shared<const finder::Snapshot>(
        std::vector{meeting(1, 1, "Willing"), meeting(2, 2, "Unwilling"),
                    meeting(3, 3, "Forgotten")},
        lists(), 7,
        finder::Facilities{
            {place(1, 1, "Willing"), place(2, 2, "Unwilling"), place(3, 3, "Forgotten")},
            {gone(7, "Willing Gone"), gone(8, "Unwilling Gone")}},
        std::move(beside));
}

class Site {
  public:
    http::Response ask(std::string_view address) const {
        http::Request request{.method = http::Method::get};
        const auto mark = address.find('?');
        request.path = std::string{address.substr(0, mark)};
        if (mark != address.npos) request.query = http::parse_form(address.substr(mark + 1));
        request.headers = {{"host", "waymark.example"}};
        return router_.answer(request);
    }

    std::string get(std::string_view address) const {
        const auto response = ask(address);
        EXPECT_EQ(response.status, 200) << address << '\n' << response.body;
        return response.made ? std::string{response.made->text()} : response.body;
    }

  private:
    std::vector<http::Route> all_routes() const {
        const auto now = [this] { return directory_; };
        auto routes = web::routes(site_);
        for (auto& more :
             {api::routes(api_), compat::hsds::routes(now, clock_),
              compat::bmlt::routes(now, clock_), compat::meeting_guide::routes(now, clock_)}) {
            routes.insert(routes.end(), more.begin(), more.end());
        }
        return routes;
    }

    finder::SnapshotPtr directory_ = town();
    FixedClock clock_{kNow};
    web::Site site_{
        .snapshot = [this] { return directory_; }, .clock = &clock_, .views = web::site_views()};
    api::Directory api_{[this] { return directory_; }, clock_};
    http::Router router_{all_routes(), {}};
};

const Site& site() {
    static const Site kSite;
    return kSite;
}

// Every public feed and API, widely asked. `shows_willing`: it has rows to show.
struct Feed {
    const char* address = nullptr;
    bool shows_willing = true;
    bool is_whole = false;  // A copy of the directory, with what is old: its reader sees how old.
};
constexpr const char* kBmlt = "/main_server/client_interface/";

std::vector<Feed> feeds() {
    static const std::string bmlt{kBmlt};
    static const std::vector<std::string> of_bmlt{
        bmlt + "json/?switcher=GetSearchResults",
        bmlt + "json/?switcher=GetSearchResults&advanced_published=0",
        bmlt + "json/?switcher=GetSearchResults&advanced_published=-1",
        bmlt + "json/?switcher=GetSearchResults&services=12",
        bmlt + "json/?switcher=GetSearchResults&get_used_formats=1",
        bmlt + "jsonp/?switcher=GetSearchResults",
        bmlt + "tsml/?switcher=GetSearchResults",
        bmlt + "json/?switcher=GetFormats&show_all=1",
        bmlt + "json/?switcher=GetServiceBodies",
        bmlt + "json/?switcher=GetFieldValues&meeting_key=meeting_name",
        bmlt + "json/?switcher=GetFieldValues&meeting_key=location_text",
        bmlt + "json/?switcher=GetFieldKeys",
        bmlt + "json/?switcher=GetChanges",
        bmlt + "json/?switcher=GetServerInfo",
        bmlt + "json/?switcher=GetCoverageArea",
        bmlt + "csv/?switcher=GetNAWSDump&sb_id=11",
    };
    std::vector<Feed> all{
        {"/api/v1/meetings?limit=100"},
        {"/api/v1/meetings?near=19104&text=meeting"},
        {"/api/v1/places?near=19104&kind=all"},
        {"/api/v1/changes?limit=1000", true, true},
        {"/api/v1/dump.ndjson", true, true},
        {"/feeds/meetings.json"},
        {"/feeds/meetings.json?fellowship=na&region=Willing%20Region"},
        {"/feeds/meetings.ics?near=19104"},
        {"/feeds/naws.csv"},
        {"/hsds/services?full=true"},
        {"/hsds/services?modified_after=2020-01-01"},
        {"/hsds/organizations?full=true&full_service=true"},
        {"/hsds/locations?full=true", false},
        {"/hsds/service_at_locations?full=true", false},
        {"/hsds/taxonomies?per_page=500", false},
        {"/hsds/taxonomy_terms?per_page=500", false},
    };
    for (const auto& address : of_bmlt) {
        const bool shows = address.find("GetSearchResults") != address.npos &&
                           address.find("services=12") == address.npos &&
                           address.find("published=-1") == address.npos;
        all.push_back({address.c_str(), shows});
    }
    return all;
}

TEST(HandedOn, AreOnlyRowsWhoseListsLetThem) {
    for (const auto& feed : feeds()) {
        const auto body = ascii_lower(site().get(feed.address));
        EXPECT_THAT(body, Not(HasSubstr("unwilling"))) << feed.address;
        if (feed.shows_willing) {
            EXPECT_THAT(body, HasSubstr("willing")) << feed.address;
        }
    }
}

TEST(HandedOn, AreNoRowsThatAreOldButInWholeCopies) {
    for (const auto& feed : feeds()) {
        if (feed.is_whole) continue;
        EXPECT_THAT(ascii_lower(site().get(feed.address)), Not(HasSubstr("forgotten m")))
            << feed.address;
        EXPECT_THAT(ascii_lower(site().get(feed.address)), Not(HasSubstr("forgotten p")))
            << feed.address;
    }
}

TEST(HandedOn, IsNobodysNameNumberOrAddressOfMail) {
    for (const auto& feed : feeds())
        EXPECT_THAT(ascii_lower(site().get(feed.address)), Not(HasSubstr("secret")))
            << feed.address;
}

TEST(HandedOn, IsNothingThatCountsOrNamesTheUnwilling) {
    EXPECT_THAT(site().get("/api/v1/meetings?limit=100"),
                HasSubstr("\"total\":1,\"old_hidden\":1"));
    EXPECT_THAT(site().get("/api/v1/places?near=19104&kind=all"),
                HasSubstr("\"total\":1,\"old_hidden\":1"));
    EXPECT_EQ(site().ask("/main_server/client_interface/csv/?switcher=GetNAWSDump&sb_id=12").status,
              404);
    EXPECT_EQ(site().ask("/feeds/meetings.json?source=unwilling").status, 400);
}

TEST(HandedOn, IsWhatIsOldToWhoeverAsksForItHere) {
    EXPECT_THAT(site().get("/api/v1/meetings?limit=100&old=yes"), HasSubstr("Forgotten Meeting"));
    EXPECT_THAT(site().get("/api/v1/meetings?limit=100&old=yes"),
                Not(HasSubstr("Unwilling Meeting")));
    EXPECT_THAT(site().get("/api/v1/places?near=19104&kind=all&old=yes"),
                HasSubstr("Forgotten Place"));
    // A calendar asks again for years.
    EXPECT_THAT(site().get("/feeds/meetings.ics?near=19104&old=yes"),
                Not(HasSubstr("Forgotten Meeting")));
}

TEST(HandedOn, PagesAndPaperShowEveryList) {
    for (const auto* address : {"/find?near=19104", "/find/list?near=19104", "/meetings/2"}) {
        EXPECT_THAT(site().get(address), HasSubstr("Unwilling Meeting")) << address;
        EXPECT_THAT(ascii_lower(site().get(address)), Not(HasSubstr("secret"))) << address;
    }
    for (const auto* address : {"/treatment?near=19104", "/places/2"})
        EXPECT_THAT(site().get(address), HasSubstr("Unwilling Place")) << address;
}

TEST(HandedOn, PagesSayThatOldListingsAreHiddenAndShowThemOnDemand) {
    const auto usual = site().get("/find?near=19104");
    EXPECT_THAT(usual, Not(HasSubstr("Forgotten Meeting")));
    EXPECT_THAT(usual, HasSubstr("1 old listing is hidden"));
    EXPECT_THAT(usual, HasSubstr("/find?near=19104&amp;old=yes"));
    const auto whole = site().get("/find?near=19104&old=yes");
    EXPECT_THAT(whole, HasSubstr("Forgotten Meeting"));
    EXPECT_THAT(whole, HasSubstr("Hide old listings"));
    EXPECT_THAT(site().get("/meetings/3"), HasSubstr("Forgotten Meeting"));
    EXPECT_THAT(site().get("/treatment?near=19104"), HasSubstr("1 old listing is hidden"));
    EXPECT_THAT(site().get("/treatment?near=19104&old=yes"), HasSubstr("Forgotten Place"));
}

}  // namespace
}  // namespace waymark::app
