// From one format through the model into the other and back: what people act
// on arrives whole.

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "exchange/bmlt.h"
#include "exchange/meeting_guide.h"
#include "json/parse.h"
#include "json/write.h"

namespace waymark::exchange {
namespace {

using directory::Fellowship;
using directory::Meeting;

// What must survive any journey.
struct Kept {
    std::string name{};
    Fellowship fellowship{};
    directory::Schedule schedule{};
    directory::Venue venue{};
    directory::FeatureSet features{};
    std::vector<std::string> languages{};
    std::string place{}, street{}, town{}, state{}, postcode{}, country{}, notes{};
    std::optional<GeoPoint> point{};
    bool is_approximate = false;
    std::string url{}, phone{};
    directory::MedicationFact medication{};
    directory::Freshness confirmed{};
    friend bool operator==(const Kept&, const Kept&) = default;
};

Kept kept(const Meeting& meeting) {
    auto confirmed = meeting.freshness;
    confirmed.updated.reset();  // BMLT keeps it apart, in its list of changes.
    const auto& place = meeting.place;
    return {meeting.name,       meeting.fellowship,   meeting.schedule,
            meeting.venue,      meeting.features,     meeting.languages,
            place.name,         place.street,         place.town,
            place.state,        place.postcode,       place.country,
            place.notes,        place.point,          place.is_approximate,
            meeting.online.url, meeting.online.phone, meeting.medication,
            confirmed};
}

void PrintTo(const Kept& one, std::ostream* out) {
    *out << one.name << " | " << info(one.fellowship).code << " | " << one.schedule.days.bits()
         << " " << one.schedule.start.count() << " " << one.schedule.length_or_usual().count()
         << " " << one.schedule.zone.name() << " | " << code_of(one.venue.usual) << " | "
         << one.features.bits() << " | " << one.place << " | " << one.street << " | " << one.town
         << " | " << one.state << " | " << one.postcode << " | " << one.country << " | "
         << one.notes << " | " << (one.point ? one.point->latitude : 0) << " " << one.is_approximate
         << " | " << one.url << " | " << one.phone;
}

// Each day on its own, as BMLT has it, and nothing remembered of the source's words.
std::vector<Meeting> unremembered(const Meeting& meeting) {
    auto days = one_a_day(meeting);
    for (auto& day : days)
        day.residue.clear();
    return days;
}

Meeting through_bmlt(const Meeting& meeting) {
    const auto back = read_bmlt(write_bmlt(meeting), {});
    EXPECT_TRUE(back) << json::write(write_bmlt(meeting));
    return back ? *back : Meeting{};
}

Meeting through_meeting_guide(const Meeting& meeting) {
    const auto back = read_meeting_guide(write_meeting_guide(meeting), {});
    EXPECT_TRUE(back) << json::write(write_meeting_guide(meeting));
    return back ? *back : Meeting{};
}

std::optional<json::Value> shared_feed(const std::string& path) {
    std::ifstream file(WAYMARK_SOURCE_DIR "/../shared/data/meetings/" + path);
    if (!file) return std::nullopt;
    std::ostringstream text;
    text << file.rdbuf();
    auto value = json::parse(text.str());
    if (!value) return std::nullopt;
    return *value;
}

TEST(CrossFormat, MeetingGuideThroughBmltKeepsWhatPeopleActOn) {
    for (const auto* file : {"tsml/al-anon-2023.json", "tsml/aa-kansas-city-2021.json",
                             "tsml/aa-sf-marin-2023.json"}) {
        const auto feed = shared_feed(file);
        if (!feed) GTEST_SKIP() << "The folder of real feeds is not beside the repository.";
        for (const auto& record : *feed->items()) {
            const auto meeting = read_meeting_guide(record, {.fellowship = Fellowship::al_anon});
            ASSERT_TRUE(meeting);
            for (const auto& day : unremembered(*meeting)) {
                ASSERT_EQ(kept(through_bmlt(day)), kept(day)) << json::write(write_bmlt(day));
            }
        }
    }
}

TEST(CrossFormat, BmltThroughMeetingGuideKeepsWhatPeopleActOn) {
    const auto feed = shared_feed("bmlt/nyc-all.json");
    if (!feed) GTEST_SKIP() << "The folder of real feeds is not beside the repository.";
    for (const auto& record : *feed->find("meetings")->items()) {
        auto meeting = *read_bmlt(record, {.fellowship = Fellowship::na});
        meeting.residue.clear();
        auto expected = kept(meeting);
        // Meeting Guide knows one kind of town.
        if (expected.town.empty()) expected.town = meeting.place.borough;
        if (expected.town.empty()) expected.town = meeting.place.neighborhood;
        ASSERT_EQ(kept(through_meeting_guide(meeting)), expected);
    }
}

Meeting rich_meeting() {
    using std::chrono::day, std::chrono::month, std::chrono::year;
    using std::chrono::hours, std::chrono::minutes;
    Meeting meeting;
    meeting.source_key = "home";
    meeting.name = "Home group";
    meeting.fellowship = Fellowship::ha;
    meeting.schedule.days.add(std::chrono::Sunday);
    meeting.schedule.start = hours{19} + minutes{30};
    meeting.schedule.length = hours{24};
    meeting.schedule.zone = *Zone::named("Europe/Paris");
    meeting.schedule.recurrence = {.kind = directory::Recurrence::Kind::nth_of_month,
                                   .n = -1,
                                   .from = Date{year{2026}, month{5}, day{1}},
                                   .closed = {Date{year{2026}, month{12}, day{27}}}};
    meeting.venue = {.usual = directory::VenueKind::in_person,
                     .spells = {{directory::VenueKind::temporarily_online,
                                 Date{year{2026}, month{7}, day{1}}, std::nullopt}}};
    meeting.place = {.name = "Salle 2",
                     .street = "1 Rue X",
                     .town = "Paris",
                     .country = "France",
                     .point = GeoPoint{48.85, 2.35}};
    meeting.online.url = "https://zoom.us/j/1";
    meeting.online.passcode = directory::Online::Passcode::members;
    meeting.medication = {directory::MedicationFact::Attitude::welcomes, "the group's own listing",
                          Date{year{2026}, month{1}, day{2}}};
    meeting.freshness.last_confirmed_at = *parse_instant("2026-11-01T10:00:00Z");
    meeting.freshness.confirmed_by = "host";
    meeting.freshness.confirmed_how = "form";
    for (const auto& info : directory::features())
        meeting.features.add(info.feature);
    meeting.languages = {"fr", "tlh"};
    return meeting;
}

TEST(CrossFormat, WhatNeitherFormatHasWordsForTravelsBeside) {
    const auto meeting = rich_meeting();
    EXPECT_EQ(kept(through_bmlt(meeting)), kept(meeting));
    EXPECT_EQ(kept(through_meeting_guide(meeting)), kept(meeting));
    EXPECT_EQ(kept(through_meeting_guide(through_bmlt(meeting))), kept(meeting));
    EXPECT_EQ(through_bmlt(meeting).online.passcode, meeting.online.passcode);
}

TEST(CrossFormat, AForeignExtensionIsReadWithPatience) {
    const auto back = read_meeting_guide(
        *json::parse(R"({"slug":"a","name":"A","waymark":{"fellowship":"chess","features":7,
            "languages":["fr",1],"venue":{"kind":"boat","spells":[{"kind":"online"},5]},
            "recurrence":{"n":0,"closed":["x"]},"medication":{"attitude":"maybe"},
            "passcode":"?"}})"),
        {.fellowship = Fellowship::aa});
    ASSERT_TRUE(back);
    EXPECT_EQ(back->fellowship, Fellowship::aa);
    EXPECT_EQ(back->schedule.recurrence, directory::Recurrence{});
    EXPECT_EQ(back->venue.spells.size(), 1u);
}

}  // namespace
}  // namespace waymark::exchange
