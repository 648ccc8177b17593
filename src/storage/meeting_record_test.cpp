// A meeting's record: nothing is lost, little is written.

#include "storage/meeting_record.h"

#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace waymark::storage {
namespace {

using directory::Feature;
using directory::Fellowship;
using directory::MedicationFact;
using directory::Meeting;
using directory::Online;
using directory::Recurrence;
using directory::VenueKind;
using directory::WeekdaySet;
using std::chrono::hours;
using std::chrono::minutes;

Date day(int year, unsigned month, unsigned day_of_month) {
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day_of_month};
}

Instant moment(int hours_since_1970) {
    return Instant{hours{hours_since_1970}};
}

// One member set, and the record it makes.
struct Case {
    std::function<void(Meeting&)> set;
    std::string record;
};

using M = Meeting&;
const std::vector<Case> kCases{
    {[](M m) { m.name = "Hope"; }, R"({"name":"Hope"})"},
    {[](M m) { m.group = "Hope Group"; }, R"({"group":"Hope Group"})"},
    {[](M m) { m.group_notes = "Since 1990"; }, R"({"group_notes":"Since 1990"})"},
    {[](M m) { m.fellowship = Fellowship::nar_anon; }, R"({"fellowship":"nar-anon"})"},
    {[](M m) { m.schedule.days = WeekdaySet::of_bits(0b1000001); }, R"({"schedule":{"days":65}})"},
    {[](M m) { m.schedule.start = minutes{1140}; }, R"({"schedule":{"start":1140}})"},
    {[](M m) { m.schedule.length = minutes{90}; }, R"({"schedule":{"length":90}})"},
    {[](M m) { m.schedule.length = minutes{0}; }, R"({"schedule":{"length":0}})"},
    {[](M m) { m.schedule.zone = Zone::named("America/Sao_Paulo").value(); },
     R"({"schedule":{"zone":"America/Sao_Paulo"}})"},
    {[](M m) { m.schedule.recurrence.kind = Recurrence::Kind::every_n_weeks; },
     R"({"schedule":{"recurrence":{"kind":"every-n-weeks"}}})"},
    {[](M m) {
         m.schedule.recurrence.kind = Recurrence::Kind::nth_of_month;
         m.schedule.recurrence.n = -1;
     },
     R"({"schedule":{"recurrence":{"kind":"nth-of-month","n":-1}}})"},
    {[](M m) { m.schedule.recurrence.anchor = day(2026, 1, 5); },
     R"({"schedule":{"recurrence":{"anchor":"2026-01-05"}}})"},
    {[](M m) {
         m.schedule.recurrence.from = day(2026, 5, 1);
         m.schedule.recurrence.until = day(2026, 9, 30);
     },
     R"({"schedule":{"recurrence":{"from":"2026-05-01","until":"2026-09-30"}}})"},
    {[](M m) {
         m.schedule.recurrence.closed = {day(2026, 12, 24), day(2026, 12, 25)};
     },
     R"({"schedule":{"recurrence":{"closed":["2026-12-24","2026-12-25"]}}})"},
    {[](M m) { m.venue.usual = VenueKind::temporarily_online; },
     R"({"venue":{"usual":"temporarily-online"}})"},
    {[](M m) {
         m.venue.spells = {{VenueKind::suspended, day(2026, 7, 1), day(2026, 8, 31)},
                           {VenueKind::in_person, {}, {}}};
     },
     R"({"venue":{"spells":[{"kind":"suspended","from":"2026-07-01","until":"2026-08-31"})"
     R"(,{}]}})"},
    {[](M m) { m.place.name = "Grace Church"; }, R"({"place":{"name":"Grace Church"}})"},
    {[](M m) { m.place.address = "1 Main St"; }, R"({"place":{"address":"1 Main St"}})"},
    {[](M m) { m.place.street = "Main St"; }, R"({"place":{"street":"Main St"}})"},
    {[](M m) { m.place.borough = "Queens"; }, R"({"place":{"borough":"Queens"}})"},
    {[](M m) { m.place.neighborhood = "Astoria"; }, R"({"place":{"neighborhood":"Astoria"}})"},
    {[](M m) { m.place.town = "New York"; }, R"({"place":{"town":"New York"}})"},
    {[](M m) { m.place.county = "Kings"; }, R"({"place":{"county":"Kings"}})"},
    {[](M m) { m.place.state = "NY"; }, R"({"place":{"state":"NY"}})"},
    {[](M m) { m.place.postcode = "11102"; }, R"({"place":{"postcode":"11102"}})"},
    {[](M m) { m.place.country = "US"; }, R"({"place":{"country":"US"}})"},
    {[](M m) { m.place.notes = "Side door"; }, R"({"place":{"notes":"Side door"}})"},
    {[](M m) { m.place.transit = "N train"; }, R"({"place":{"transit":"N train"}})"},
    {[](M m) {
         m.place.point = GeoPoint{40, -73.923456789};
     },
     R"({"place":{"point":[40,-73.923456789]}})"},
    {[](M m) { m.place.is_approximate = true; }, R"({"place":{"is_approximate":true}})"},
    {[](M m) { m.online.url = "https://example.org"; },
     R"({"online":{"url":"https://example.org"}})"},
    {[](M m) { m.online.url_notes = "ask"; }, R"({"online":{"url_notes":"ask"}})"},
    {[](M m) { m.online.phone = "+1"; }, R"({"online":{"phone":"+1"}})"},
    {[](M m) { m.online.phone_notes = "*6"; }, R"({"online":{"phone_notes":"*6"}})"},
    {[](M m) { m.online.meeting_number = "123"; }, R"({"online":{"meeting_number":"123"}})"},
    {[](M m) { m.online.passcode = Online::Passcode::members; },
     R"({"online":{"passcode":"members"}})"},
    {[](M m) {
         m.features = {Feature::wheelchair, Feature::medication_welcome};
     },
     R"({"features":["wheelchair","medication-welcome"]})"},
    {[](M m) {
         m.languages = {"en", "pt-BR"};
     },
     R"({"languages":["en","pt-BR"]})"},
    {[](M m) { m.medication.attitude = MedicationFact::Attitude::refuses; },
     R"({"medication":{"attitude":"refuses"}})"},
    {[](M m) { m.medication.source = "its listing"; },
     R"({"medication":{"source":"its listing"}})"},
    {[](M m) { m.medication.said_on = day(2026, 2, 28); },
     R"({"medication":{"said_on":"2026-02-28"}})"},
    {[](M m) {
         m.codes = {"O", ""};
     },
     R"({"codes":["O",""]})"},
    {[](M m) { m.notes = "a \"b\"\n"; }, R"({"notes":"a \"b\"\n"})"},
    {[](M m) {
         m.regions = {"East", "Queens"};
     },
     R"({"regions":["East","Queens"]})"},
    {[](M m) { m.service_body = "4"; }, R"({"service_body":"4"})"},
    {[](M m) { m.world_id = "G0001"; }, R"({"world_id":"G0001"})"},
    {[](M m) { m.website = "w"; }, R"({"website":"w"})"},
    {[](M m) { m.email = "e"; }, R"({"email":"e"})"},
    {[](M m) { m.phone = "p"; }, R"({"phone":"p"})"},
    {[](M m) { m.edit_url = "u"; }, R"({"edit_url":"u"})"},
    {[](M m) { m.feedback_url = "f"; }, R"({"feedback_url":"f"})"},
    {[](M m) { m.feedback_emails = {"f@example.org"}; },
     R"({"feedback_emails":["f@example.org"]})"},
    {[](M m) {
         m.contacts = {{"N", "1", "e"}, {}};
     },
     R"({"contacts":[{"name":"N","phone":"1","email":"e"},{}]})"},
    {[](M m) {
         m.contributions = {"v", "p", "s"};
     },
     R"({"contributions":{"venmo":"v","paypal":"p","square":"s"}})"},
    {[](M m) { m.entity = {"N", "e", "p", "l", "g", "u"}; },
     R"({"entity":{"name":"N","email":"e","phone":"p","location":"l","logo":"g","url":"u"}})"},
    {[](M m) { m.freshness.updated = moment(500'000); },
     R"({"freshness":{"updated":"2027-01-15T08:00:00Z"}})"},
    {[](M m) { m.freshness.last_confirmed_at = moment(-1); },
     R"({"freshness":{"last_confirmed_at":"1969-12-31T23:00:00Z"}})"},
    {[](M m) {
         m.freshness.confirmed_by = "host";
         m.freshness.confirmed_how = "visited";
     },
     R"({"freshness":{"confirmed_by":"host","confirmed_how":"visited"}})"},
    {[](M m) { m.is_published = false; }, R"({"is_published":false})"},
    {[](M m) {
         m.residue = {{"extra", "{\"a\":1}"}, {"slug", "\"x\""}};
     },
     R"({"residue":[["extra","{\"a\":1}"],["slug","\"x\""]]})"},
};

TEST(MeetingRecord, HoldsEachMemberAndNothingElse) {
    for (const auto& [set, record] : kCases) {
        Meeting meeting;
        set(meeting);
        EXPECT_EQ(meeting_record(meeting), record);
        const auto back = meeting_of_record(record);
        ASSERT_TRUE(back) << record;
        EXPECT_EQ(*back, meeting) << record;
    }
}

TEST(MeetingRecord, HoldsAllMembersTogether) {
    Meeting meeting;
    for (const auto& [set, record] : kCases)
        set(meeting);
    EXPECT_EQ(meeting_of_record(meeting_record(meeting)), meeting);
}

bool is_sure(const Meeting& meeting) {
    return is_sure_to_be_read(meeting, meeting_record(meeting));
}

TEST(MeetingRecord, IsSureToBeReadWhateverMemberIsSet) {
    for (const auto& [set, record] : kCases) {
        Meeting meeting;
        set(meeting);
        EXPECT_TRUE(is_sure(meeting)) << record;
    }
}

// It need not say no: what it says no to is looked at more closely.
TEST(MeetingRecord, IsNeverSureOfWhatCannotBeRead) {
    using limits = std::numeric_limits<double>;
    const std::vector<std::function<void(Meeting&)>> odd{
        [](M m) { m.name = "caf\xe9"; },
        [](M m) { m.notes = std::string("seven b\xc3", 8); },
        [](M m) {
            m.residue = {{"x", "\xf8"}};
        },
        [](M m) {
            m.regions = {"ok", "\xed\xa0\x80"};
        },
        [](M m) {
            m.place.point = GeoPoint{limits::quiet_NaN(), 0};
        },
        [](M m) {
            m.place.point = GeoPoint{0, limits::infinity()};
        },
        [](M m) {
            m.place.point = GeoPoint{2.2345678901234567e19, 0};
        },
        [](M m) { m.freshness.updated = Instant{hours{24 * 366 * 9000}}; },
        [](M m) { m.freshness.last_confirmed_at = Instant{hours{-24 * 366 * 9000}}; },
        [](M m) { m.medication.said_on = day(2026, 2, 30); },
        [](M m) { m.medication.said_on = day(12026, 2, 3); },
        [](M m) { m.schedule.recurrence.closed = {day(2026, 13, 1)}; },
        [](M m) {
            m.venue.spells = {{VenueKind::suspended, day(2026, 0, 1), {}}};
        },
        [](M m) { m.notes = std::string((std::size_t{1} << 24) + 1, 'x'); }};
    for (std::size_t i = 0; i < odd.size(); ++i) {
        Meeting meeting;
        odd[i](meeting);
        EXPECT_FALSE(is_sure(meeting)) << i;
    }
}

TEST(MeetingRecord, IsEmptyWhenNothingIsSaid) {
    EXPECT_EQ(meeting_record({}), "{}");
    EXPECT_EQ(meeting_of_record("{}"), Meeting{});
}

TEST(MeetingRecord, LeavesOutWhatHasItsOwnColumn) {
    Meeting meeting;
    meeting.id = directory::MeetingId{7};
    meeting.source = directory::SourceId{8};
    meeting.source_key = "nine";
    EXPECT_EQ(meeting_record(meeting), "{}");
}

TEST(MeetingRecord, KnowsEveryFellowshipVenueAndFeature) {
    for (const auto& info : directory::fellowships()) {
        Meeting meeting;
        meeting.fellowship = info.fellowship;
        EXPECT_EQ(meeting_of_record(meeting_record(meeting)), meeting) << info.code;
    }
    for (int kind = 0; kind <= static_cast<int>(VenueKind::unknown); ++kind) {
        Meeting meeting;
        meeting.venue.usual = static_cast<VenueKind>(kind);
        EXPECT_EQ(meeting_of_record(meeting_record(meeting)), meeting) << kind;
    }
    Meeting meeting;
    for (const auto& info : directory::features())
        meeting.features.add(info.feature);
    EXPECT_EQ(meeting_of_record(meeting_record(meeting)), meeting);
}

TEST(MeetingRecord, ReadsMembersInAnyOrderAndPassesOverUnknownOnes) {
    const auto meeting = meeting_of_record(
        R"({"phone":"1","name":"Hope","from_tomorrow":{"a":[1]},"place":{"town":"X","name":"Y"}})");
    ASSERT_TRUE(meeting);
    EXPECT_EQ(meeting->name, "Hope");
    EXPECT_EQ(meeting->phone, "1");
    EXPECT_EQ(meeting->place.town, "X");
    EXPECT_EQ(meeting->place.name, "Y");
}

TEST(MeetingRecord, RefusesWhatItCannotHaveWritten) {
    for (const auto* record : {"",
                               "{",
                               "[]",
                               "null",
                               R"({"name":1})",
                               R"({"name":null})",
                               R"({"fellowship":"nobody"})",
                               R"({"fellowship":1})",
                               R"({"schedule":[]})",
                               R"({"schedule":{"days":128}})",
                               R"({"schedule":{"days":-1}})",
                               R"({"schedule":{"zone":"Mars/Olympus"}})",
                               R"({"schedule":{"start":"7"}})",
                               R"({"schedule":{"recurrence":{"kind":"yearly"}}})",
                               R"({"schedule":{"recurrence":{"n":5000000000}}})",
                               R"({"schedule":{"recurrence":{"closed":["2026-02-30"]}}})",
                               R"({"venue":{"usual":"moon"}})",
                               R"({"venue":{"spells":[1]}})",
                               R"({"place":{"point":[1]}})",
                               R"({"place":{"point":["1",2]}})",
                               R"({"place":{"is_approximate":1}})",
                               R"({"online":{"passcode":"x"}})",
                               R"({"features":["x"]})",
                               R"({"features":[1]})",
                               R"({"features":{}})",
                               R"({"languages":"en"})",
                               R"({"residue":[["a"]]})",
                               R"({"residue":[["a","b","c"]]})",
                               R"({"freshness":{"updated":"yesterday"}})",
                               R"({"freshness":{"updated":5}})"}) {
        const auto meeting = meeting_of_record(record);
        ASSERT_FALSE(meeting) << record;
        EXPECT_EQ(meeting.error().kind, ErrorKind::unreadable);
    }
}

// These stop compiling once a struct has another member. Give it a field in
// meeting_record.cpp and a case above, then count it here.
TEST(MeetingRecord, ForgetsNoMember) {
    const Meeting meeting{};
    const auto& [id, source, source_key, name, group, group_notes, fellowship, schedule, venue,
                 place, online, features, languages, medication, codes, notes, regions,
                 service_body, world_id, website, email, phone, edit_url, feedback_url,
                 feedback_emails, contacts, contributions, entity, freshness, is_published,
                 modified, residue] = meeting;
    const auto& [days, start, length, zone, recurrence] = schedule;
    const auto& [kind, n, anchor, from, until, closed] = recurrence;
    const auto& [usual, spells] = venue;
    const auto& [place_name, address, street, borough, neighborhood, town, county, state, postcode,
                 country, place_notes, transit, point, is_approximate] = place;
    const auto& [url, url_notes, online_phone, phone_notes, meeting_number, passcode] = online;
    const auto& [attitude, said_by, said_on] = medication;
    const auto& [venmo, paypal, square] = contributions;
    const auto& [entity_name, entity_email, entity_phone, location, logo, entity_url] = entity;
    const auto& [updated, last_confirmed_at, confirmed_by, confirmed_how] = freshness;
    EXPECT_TRUE(name.empty() && days.empty() && n == 1 && spells.empty() && !is_approximate &&
                url.empty() && said_by.empty() && venmo.empty() && logo.empty() && !updated);
}

}  // namespace
}  // namespace waymark::storage
