// Places of help in the directory's store, on both databases.

#include <string>
#include <vector>

#include "storage/contract.h"
#include "storage/facility_record.h"

namespace waymark::storage {
namespace {

using directory::Change;
using directory::Facility;
using directory::Source;

Instant noon_of(int day) {
    return Instant{std::chrono::hours{24 * day + 12}};
}

Facility named(const std::string& key, const std::string& name) {
    Facility facility;
    facility.source_key = key;
    facility.name = name;
    facility.ids.service = "00000000-0000-5000-8000-00000000000" + key;
    facility.provenances = {{.record = "SA"}};
    return facility;
}

// Every member set, so that one which is not stored shows.
Facility full() {
    auto facility = named("1", "Hill Street Clinic");
    facility.ids = {"o", "s", "l", "sal"};
    facility.program = "Mohr Center";
    facility.organization = {"Region Ten", "R10", "A board", "a@example.org",
                             "https://example.org"};
    facility.description = "Day and night";
    facility.status = directory::FacilityStatus::temporarily_closed;
    facility.alert = "Closed until May";
    facility.place = {.street = "1 Hill St", .town = "Troy", .point = GeoPoint{42.5, -73.25}};
    facility.precision = directory::GeoPrecision::postcode;
    facility.has_place = false;
    facility.confidential = "shelter";
    facility.external_id = "x-1";
    facility.phones = {{"518-555-0100", "12", "intake", "Nights"}};
    facility.website = "https://example.org/clinic";
    facility.email = "clinic@example.org";
    facility.hours = {.spans = {{.days = directory::WeekdaySet::all(),
                                 .opens = std::chrono::hours{9},
                                 .closes = std::chrono::hours{17},
                                 .from = Date{std::chrono::year{2026} / 1 / 2},
                                 .note = "Intake"}},
                      .closed = {Date{std::chrono::year{2026} / 12 / 25}},
                      .zone = Zone::named("America/New_York").value(),
                      .words = "9 to 5"};
    facility.languages = {"en", "es"};
    facility.areas_served = {"US-NY"};
    facility.attributes = {{"samhsa-n-sumhss", "BU", "Buprenorphine", "OM", "no", 1}};
    facility.provenances.push_back({.record = "OTP",
                                    .said_on = Date{std::chrono::year{2026} / 1 / 3},
                                    .verified_on = Date{std::chrono::year{2026} / 1 / 4},
                                    .verified_by = "editor",
                                    .method = "called"});
    facility.capacities = {{"beds", 2, 10, noon_of(1), "women"}};
    facility.costs = {{"Cash", 25.5, "USD", "a visit"}};
    facility.levels = {{"3.5", "ASAM 3rd edition", "CARF", {}, {}, "https://example.org/level"}};
    facility.required_documents = {"Photo ID"};
    facility.accessibility = {"Ramp"};
    facility.minimum_age = 18;
    facility.maximum_age = 64;
    facility.eligibility = "Adults";
    facility.how_to_apply = "Call";
    facility.fees = "None";
    facility.wait = "A week";
    facility.accreditations = "CARF";
    facility.supplies_note = "At the corner on Mondays";
    facility.updated = noon_of(2);
    facility.residue = {{"hsds:x", "1"}};
    return facility;
}

class FacilityStoreContract : public OpenContract {
  protected:
    std::int64_t read(int day, const std::vector<Facility>& feed) {
        const Source source{.name = "samhsa", .format = "nd-csv", .fetched_at = noon_of(day)};
        auto update = store().update(source);
        changes_.clear();
        for (const auto& facility : feed)
            changes_.push_back(update->put(facility));
        return update->commit(source);
    }

    std::vector<Facility> listed() {
        std::vector<Facility> list;
        store().each_facility([&](Facility facility) { list.push_back(std::move(facility)); });
        return list;
    }

    std::vector<Change> changes_{};
};
WAYMARK_ON_BOTH_DATABASES(FacilityStoreContract);

TEST_P(FacilityStoreContract, GivesBackEveryMember) {
    auto expected = full();
    read(10, {expected});
    const auto list = listed();
    ASSERT_EQ(list.size(), 1u);
    expected.id = {1};
    expected.source = store().source("samhsa")->id;
    expected.modified = noon_of(10);
    EXPECT_EQ(list.front(), expected);
    EXPECT_EQ(store().facility_count(expected.source), 1);
    EXPECT_EQ(store().meeting_count(expected.source), 0);
}

TEST_P(FacilityStoreContract, DatesOnlyWhatChanged) {
    read(10, {named("1", "Hill"), named("2", "Lake")});
    const auto revision = store().revision();
    read(11, {named("1", "Hill"), named("2", "Lake House")});
    EXPECT_EQ(changes_, (std::vector{Change::unchanged, Change::changed}));
    EXPECT_EQ(listed()[0].modified, noon_of(10));
    EXPECT_EQ(listed()[1].modified, noon_of(11));
    EXPECT_EQ(store().revision(), revision + 1);
    read(12, {named("1", "Hill"), named("2", "Lake House")});
    EXPECT_EQ(store().revision(), revision + 1);
    EXPECT_EQ(listed()[0].modified, noon_of(10));
}

TEST_P(FacilityStoreContract, LeavesATombstoneThatTellsNothingButNameAndIds) {
    auto lake = named("2", "Lake");
    lake.place.street = "12 Elm Street";
    read(10, {named("1", "Hill"), lake});
    EXPECT_EQ(read(11, {named("1", "Hill")}), 1);
    ASSERT_EQ(listed().size(), 1u);
    const auto dead = store().tombstones();
    ASSERT_EQ(dead.size(), 1u);
    EXPECT_EQ(dead[0], (directory::Tombstone{{2}, lake.ids, "Lake", noon_of(11), {1}}));
    Facility remains;
    remains.name = "Lake";
    remains.ids = lake.ids;
    EXPECT_EQ(facility_remains(facility_record(lake)), facility_record(remains));
    EXPECT_EQ(read(12, {named("1", "Hill")}), 0) << "buried once";
}

TEST_P(FacilityStoreContract, TakesBackOneThatReturnsUnderItsOldId) {
    read(10, {named("1", "Hill"), named("2", "Lake")});
    read(11, {named("1", "Hill")});
    read(12, {named("1", "Hill"), named("2", "Lake")});
    EXPECT_EQ(changes_, (std::vector{Change::unchanged, Change::added}));
    EXPECT_EQ(listed()[1].id.value, 2);
    EXPECT_TRUE(store().tombstones().empty());
}

TEST_P(FacilityStoreContract, GoesWithItsSource) {
    read(10, {named("1", "Hill"), named("2", "Lake")});
    read(11, {named("1", "Hill")});
    ASSERT_TRUE(store().remove_source("samhsa"));
    EXPECT_TRUE(listed().empty());
    EXPECT_TRUE(store().tombstones().empty());
}

}  // namespace
}  // namespace waymark::storage
