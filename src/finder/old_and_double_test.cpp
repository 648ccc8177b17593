// What a search leaves out of what it has: listings that are old, listings of
// meetings that are listed twice; and what of it all may be handed on.

#include <gtest/gtest.h>

#include <algorithm>

#include "core/random.h"
#include "directory/age.h"
#include "finder/facility_request.h"
#include "finder/facility_search.h"
#include "finder/request.h"
#include "finder/search.h"
#include "testing/plain_search.h"
#include "testing/town.h"

namespace waymark::finder {
namespace {

using directory::Facility;
using directory::Meeting;
using directory::Source;
using std::chrono::days;
using testing::at;

const Instant kNow = at("Tue 12:00");

Meeting meeting(std::int64_t id, std::int64_t source) {
    Meeting m{.id = {id}, .source = {source}, .source_key = std::to_string(id)};
    m.name = "Meeting " + std::to_string(id);
    m.fellowship = directory::Fellowship::na;
    m.venue.usual = directory::VenueKind::in_person;
    m.place.point = GeoPoint{40.7, -74.0 + 0.01 * static_cast<double>(id)};
    m.schedule.zone = Zone::named("America/New_York").value();
    m.schedule.days = directory::WeekdaySet::all();
    m.schedule.start = std::chrono::hours{19};
    return m;
}

Meeting beside(std::int64_t id, std::int64_t source, const Meeting& other) {
    auto m = meeting(id, source);
    m.place.point = other.place.point;
    return m;
}

// Read so many days ago; never, below 0.
Source list(std::int64_t id, int days_ago, bool may_republish = true) {
    Source source{.id = {id}, .name = "list" + std::to_string(id)};
    if (days_ago >= 0) source.fetched_at = kNow - days{days_ago};
    source.may_republish = may_republish;
    return source;
}

std::string found(const Snapshot& snapshot, SearchRequest request = {}) {
    const auto answer = search(snapshot, request, kNow).value();
    std::string ids;
    for (const auto& match : answer.matches)
        ids += (ids.empty() ? "" : " ") + std::to_string(match.meeting->id.value);
    return ids + " of " + std::to_string(answer.total) + ", old " + std::to_string(answer.old);
}

TEST(OldListings, AreLeftOutCountedAndShownOnDemand) {
    const Snapshot snapshot{{meeting(1, 1), meeting(2, 2), meeting(3, 3)},
                            {list(1, 5), list(2, 91), list(3, -1)}};
    EXPECT_EQ(found(snapshot), "1 3 of 2, old 1");
    EXPECT_EQ(found(snapshot, {.shows_old = true}), "1 2 3 of 3, old 0");
    EXPECT_NE(snapshot.meeting({2}), nullptr);  // By its link it is there.
}

TEST(OldListings, AreOldAfterNinetyDays) {
    const auto after = [](std::chrono::seconds since) {
        Source source{.id = {1}};
        source.fetched_at = kNow - since;
        return found(Snapshot{{meeting(1, 1)}, {source}});
    };
    EXPECT_EQ(after(days{90}), "1 of 1, old 0");
    EXPECT_EQ(after(days{90} + std::chrono::seconds{1}), " of 0, old 1");
}

TEST(OldListings, GrowNoYoungerWhenTheirListChangesARow) {
    auto changed = meeting(1, 1);
    changed.freshness.updated = kNow - days{1};
    EXPECT_EQ(found(Snapshot{{changed}, {list(1, 100)}}), " of 0, old 1");
    auto confirmed = meeting(1, 1);
    confirmed.freshness.last_confirmed_at = kNow - days{1};
    EXPECT_EQ(found(Snapshot{{confirmed}, {list(1, 100)}}), "1 of 1, old 0");
    // The later of the two counts.
    confirmed.freshness.last_confirmed_at = kNow - days{200};
    EXPECT_EQ(found(Snapshot{{confirmed}, {list(1, 5)}}), "1 of 1, old 0");
}

TEST(OldListings, CountOnlyWhereTheyFit) {
    auto aa = meeting(2, 2);
    aa.fellowship = directory::Fellowship::aa;
    const Snapshot snapshot{{meeting(1, 1), aa}, {list(1, 5), list(2, 91)}};
    EXPECT_EQ(found(snapshot, {.fellowships = {directory::Fellowship::na}}), "1 of 1, old 0");
    EXPECT_EQ(found(snapshot, {.fellowships = {directory::Fellowship::aa}}), " of 0, old 1");
}

TEST(OldListings, AreAskedForInWords) {
    EXPECT_TRUE(parse_request({{"old", "yes"}})->request.shows_old);
    EXPECT_FALSE(parse_request({{"old", ""}})->request.shows_old);
    EXPECT_EQ(parse_request({{"old", "maybe"}}).error().field, "old");
    EXPECT_TRUE(parse_facility_request({{"old", "yes"}})->request.shows_old);
    EXPECT_EQ(parse_facility_request({{"old", "no"}}).error().field, "old");
}

TEST(DoubleListings, AreFoundOnce) {
    const auto one = meeting(1, 1);
    const Snapshot snapshot{{one, beside(2, 2, one), meeting(3, 2)}, {list(1, 5), list(2, 5)}};
    EXPECT_EQ(found(snapshot), "1 3 of 2, old 0");
    ASSERT_NE(snapshot.double_of({2}), nullptr);
    EXPECT_EQ(snapshot.double_of({2})->shown, directory::MeetingId{1});
    EXPECT_EQ(snapshot.double_of({1}), nullptr);
    ASSERT_EQ(snapshot.doubles_behind({1}).size(), 1u);
    EXPECT_TRUE(snapshot.doubles_behind({2}).empty());
    EXPECT_NE(snapshot.meeting({2}), nullptr);
    const auto answer = search(snapshot, {}, kNow).value();
    for (const auto& facet : answer.facets) {
        for (const auto& [value, count] : facet.counts)
            EXPECT_LE(count, 2) << facet.name << ' ' << value;
    }
}

TEST(DoubleListings, KeepTheirMeetingFreshTogether) {
    // One list is read no more; the other still has the meeting.
    const auto one = meeting(1, 1);
    const Snapshot snapshot{{one, beside(2, 2, one)}, {list(1, 95), list(2, 70)}};
    EXPECT_EQ(found(snapshot), "1 of 1, old 0");
    const auto known = snapshot.known_true(*snapshot.meeting({1}));
    ASSERT_TRUE(known);
    EXPECT_EQ(known->at, kNow - days{70});
}

TEST(HandingOn, LeavesOutTheListsThatSayNo) {
    const auto one = meeting(1, 1);
    const auto snapshot =
        std::make_shared<const Snapshot>(std::vector{one, beside(2, 2, one), meeting(3, 1)},
                                         std::vector{list(1, 5, false), list(2, 5)});
    const auto others = for_others(snapshot);
    EXPECT_EQ(found(*snapshot), "2 3 of 2, old 0");
    EXPECT_EQ(found(*others), "2 of 1, old 0");
    EXPECT_EQ(others->source({1}), nullptr);
    EXPECT_EQ(others->meeting({1}), nullptr);
    EXPECT_TRUE(others->doubles().empty());  // To others it is listed once.
    EXPECT_EQ(for_others(others), others);
}

TEST(HandingOn, IsTheDirectoryItselfWhereNobodySaysNo) {
    const auto snapshot =
        std::make_shared<const Snapshot>(std::vector{meeting(1, 1)}, std::vector{list(1, 5)});
    EXPECT_EQ(for_others(snapshot), snapshot);
}

TEST(HandingOn, LeavesOutWhatProgramsAskForToo) {
    Beside more{.unpublished = {meeting(7, 1), meeting(8, 2)},
                .lists = {{.source = {1}}, {.source = {2}}},
                .earlier = {{.id = {9}, .source = {1}}, {.id = {10}, .source = {2}}},
                .gone = {{.id = {11}, .source = {1}}, {.id = {12}, .source = {2}}}};
    const auto snapshot = std::make_shared<const Snapshot>(
        std::vector<Meeting>{}, std::vector{list(1, 5, false), list(2, 5)}, 1, Facilities{},
        std::move(more));
    const auto& left = for_others(snapshot)->beside();
    ASSERT_EQ(left.unpublished.size(), 1u);
    EXPECT_EQ(left.unpublished[0].id.value, 8);
    ASSERT_EQ(left.lists.size(), 1u);
    ASSERT_EQ(left.earlier.size(), 1u);
    EXPECT_EQ(left.earlier[0].id.value, 10);
    ASSERT_EQ(left.gone.size(), 1u);
    EXPECT_EQ(left.gone[0].id.value, 12);
}

Facility place(std::int64_t id, std::int64_t source, std::string site, std::string website) {
    Facility facility{.id = {id}, .source = {source}, .name = "Place " + std::to_string(id)};
    facility.ids.service_at_location = std::move(site);
    facility.website = std::move(website);
    facility.place.street = "7 Elm Street";
    facility.provenances = {{.record = "row"}};
    return facility;
}

finder::SnapshotPtr places(std::vector<Facility> rows, std::vector<Source> sources,
                           std::vector<directory::Tombstone> gone = {}) {
    return std::make_shared<const Snapshot>(std::vector<Meeting>{}, std::move(sources), 1,
                                            Facilities{std::move(rows), std::move(gone)});
}

TEST(HandingOn, TakesJoinedPlacesApart) {
    const auto snapshot = places(
        {place(1, 1, "site", ""), place(2, 2, "site", "https://two.example"),
         place(3, 1, "other", "")},
        {list(1, 5), list(2, 5, false)}, {{.id = {8}, .source = {1}}, {.id = {9}, .source = {2}}});
    ASSERT_EQ(snapshot->facilities().list().size(), 2u);
    EXPECT_EQ(snapshot->facilities().list()[0].website, "https://two.example");
    const auto others = for_others(snapshot);
    ASSERT_EQ(others->facilities().list().size(), 2u);
    EXPECT_EQ(others->facilities().list()[0].website, "");
    EXPECT_EQ(others->facilities().list()[0].provenances.size(), 1u);
    ASSERT_EQ(others->facilities().removed().size(), 1u);
    EXPECT_EQ(others->facilities().removed()[0].id.value, 8);
}

TEST(HandingOn, KeepsConfidentialWhatOneOfTheListsKeepsConfidential) {
    auto shelter = place(2, 2, "site", "");
    shelter.confidential = "shelter";
    const auto others =
        for_others(places({place(1, 1, "site", ""), shelter}, {list(1, 5), list(2, 5, false)}));
    ASSERT_EQ(others->facilities().list().size(), 1u);
    EXPECT_EQ(others->facilities().list()[0].confidential, "shelter");
    EXPECT_EQ(others->facilities().list()[0].place.street, "");
}

TEST(OldPlaces, AreLeftOutCountedAndShownOnDemand) {
    auto checked = place(3, 2, "c", "");
    checked.provenances[0].verified_on = Date{std::chrono::floor<days>(kNow - days{10})};
    const auto snapshot = places({place(1, 1, "a", ""), place(2, 2, "b", ""), checked,
                                  place(4, 2, "d", ""), place(5, 1, "d", "")},
                                 {list(1, 5), list(2, 91)});
    const auto ids = [&](bool shows_old) {
        FacilityRequest request;
        request.is_any_kind = true;
        request.shows_old = shows_old;
        const auto answer = search_facilities(*snapshot, request, kNow).value();
        std::string text;
        for (const auto& match : answer.matches)
            text += std::to_string(match.facility->id.value);
        std::ranges::sort(text);
        return text + ", old " + std::to_string(answer.old);
    };
    EXPECT_EQ(ids(false), "134, old 1");  // The fourth stands in a list that is read, too.
    EXPECT_EQ(ids(true), "1234, old 0");
}

TEST(OldAndDouble, AreAsThePlainSearchSays) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Random random{seed};
        std::vector<Meeting> meetings;
        for (std::int64_t id = 1; id <= 30; ++id) {
            auto m = meeting(id, 1 + static_cast<std::int64_t>(random.below(3)));
            if (id > 1 && random.chance(0.5))
                m.place.point = meetings[random.below(meetings.size())].place.point;
            if (random.chance(0.2)) m.freshness.last_confirmed_at = kNow - days{random.below(150)};
            meetings.push_back(std::move(m));
        }
        std::vector<Source> sources;
        for (std::int64_t id = 1; id <= 3; ++id)
            sources.push_back(list(id, static_cast<int>(random.below(150))));
        const Snapshot snapshot{std::move(meetings), std::move(sources)};
        const testing::PlainSearch plain{snapshot};
        for (const bool shows_old : {false, true}) {
            const SearchRequest request{.shows_old = shows_old, .limit = 100};
            const auto expected = plain.search(request, kNow);
            const auto answer = search(snapshot, request, kNow).value();
            const bool is_widened = answer.widened.has_value();
            EXPECT_EQ(answer.old, expected.old) << "seed " << seed;
            if (is_widened) continue;
            EXPECT_EQ(answer.total, std::ssize(expected.matches)) << "seed " << seed;
        }
    }
}

}  // namespace
}  // namespace waymark::finder
