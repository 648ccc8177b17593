// A place of treatment that a list wants to send people away from: its row waits
// for a person, unless a national list says the same.

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "importers/bytes.h"
#include "importers/import.h"
#include "importers/review/feed_review.h"
#include "importers/review/national_lists.h"
#include "testing/memory_store.h"

namespace waymark::importers {
namespace {

using directory::Facility;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Clinic {
    std::string id{}, name{};
    std::string street = "12 Elm Street";
    std::string phone = "215-555-0100";
    std::string website = "https://clinic.example.org/";
    std::string kind = "treatment";
};

std::string table_of(const std::vector<Clinic>& clinics) {
    std::string text = "id,name,kind,street,city,state,zip,phone,website\n";
    for (const auto& one : clinics) {
        text += fmt::format("{},{},{},{},Philadelphia,PA,19104,{},{}\n", one.id, one.name, one.kind,
                            one.street, one.phone, one.website);
    }
    return text;
}

class TreatmentReview : public ::testing::Test {
  protected:
    void SetUp() override {
        clinics = {{.id = "1", .name = "Elm Clinic"}, {.id = "2", .name = "Oak Clinic"}};
        for (int i = 3; i <= 40; ++i) {
            clinics.push_back({.id = std::to_string(i),
                               .name = fmt::format("Clinic {}", i),
                               .street = fmt::format("{} Market Street", i),
                               .phone = fmt::format("215-555-{:04}", i),
                               .website = fmt::format("https://clinic-{}.example.org/", i)});
        }
        ASSERT_TRUE(import_records(bytes_of_text(table_of(clinics)), options, store, clock));
    }

    void read() {
        FeedReview review{store, *store.source(options.source), clock.now()};
        const auto text = table_of(clinics);
        const auto read = import_records(bytes_of_text(text), options, store, clock, {}, &review);
        ASSERT_TRUE(read) << read.error().message;
        report = *read;
        held = report.is_held ? std::vector<directory::HeldRow>{} : review.held_rows();
    }
    Facility place(std::string_view name) const {
        for (const auto& facility : store.facilities()) {
            if (facility.source == store.source("local")->id && facility.name == name)
                return facility;
        }
        return {};
    }
    // What a list of SAMHSA says of a clinic.
    void nation_says(const Clinic& clinic) {
        const auto update = store.update({.name = "nation", .format = "nd-csv"});
        Facility facility{.source_key = "n1", .name = clinic.name};
        facility.place = {.street = clinic.street,
                          .town = "Philadelphia",
                          .state = "PA",
                          .postcode = "19104-1234"};
        facility.phones = {{.number = clinic.phone}};
        facility.website = clinic.website;
        facility.provenances.emplace_back();
        update->put(facility);
        update->commit({.name = "nation", .format = "nd-csv"});
    }

    ImportOptions options{.format = "places-csv", .source = "local"};
    std::vector<Clinic> clinics;
    testing::MemoryStore store;
    FixedClock clock{Instant{std::chrono::seconds{1'790'000'000}}};
    ImportReport report;
    std::vector<directory::HeldRow> held;
};

TEST_F(TreatmentReview, ANewPhoneNumberWaitsWhileTheRestIsPublished) {
    clinics[0].phone = "267-555-0177";
    clinics[5].name = "Clinic with a new name";
    read();
    EXPECT_FALSE(report.is_held);
    ASSERT_THAT(held, SizeIs(1));
    EXPECT_EQ(held[0].why, "contact-changed");
    EXPECT_EQ(held[0].proposed.phones.at(0).number, "267-555-0177");
    EXPECT_EQ(held[0].proposed.id, place("Elm Clinic").id);
    EXPECT_EQ(held[0].since, clock.now());
    EXPECT_EQ(place("Elm Clinic").phones.at(0).number, "215-555-0100");
    EXPECT_NE(place("Clinic with a new name").id.value, 0);
    ASSERT_THAT(report.alarms, SizeIs(1));
    EXPECT_EQ(
        report.alarms[0],
        (Alarm{"contact-changed", 1, 40, {"Elm Clinic: +12155550100 -> +12675550177"}, false}));
}

TEST_F(TreatmentReview, SoDoANewWebsiteAndANewAddress) {
    clinics[0].website = "https://clinic.example.org/call-now";
    clinics[1].street = "99 Broad Street";
    read();
    EXPECT_THAT(held, SizeIs(2));
    EXPECT_EQ(place("Elm Clinic").website, "https://clinic.example.org/");
    EXPECT_EQ(place("Oak Clinic").place.street, "12 Elm Street");
    EXPECT_THAT(report.alarms.at(0).examples,
                Contains("Oak Clinic: 12 elm street 19104 -> 99 broad street 19104"));
}

TEST_F(TreatmentReview, ANewAddressThatComesWithANewKeyIsTheSamePlace) {
    clinics[1].street = "99 Broad Street";
    clinics[1].id = "another";
    read();
    ASSERT_THAT(held, SizeIs(1));
    EXPECT_EQ(held[0].proposed.source_key, place("Oak Clinic").source_key);
    EXPECT_EQ(held[0].proposed.place.street, "99 Broad Street");
    EXPECT_EQ(place("Oak Clinic").place.street, "12 Elm Street");
    EXPECT_EQ(report.removed, 0);
    EXPECT_EQ(report.added, 0);
}

TEST_F(TreatmentReview, ANewKeyAloneHoldsNothing) {
    clinics[1].id = "another";
    read();
    EXPECT_THAT(held, IsEmpty());
    EXPECT_EQ(report.removed, 1);
    EXPECT_EQ(report.added, 1);
}

TEST_F(TreatmentReview, ANationalListThatSaysTheSameLetsItThrough) {
    clinics[0].phone = "(267) 555-0177";
    nation_says({.name = "ELM CLINIC", .phone = "267-555-0177"});
    read();
    EXPECT_THAT(held, IsEmpty());
    EXPECT_THAT(report.alarms, IsEmpty());
    EXPECT_EQ(place("Elm Clinic").phones.at(0).number, "(267) 555-0177");
}

TEST_F(TreatmentReview, ANationalListThatSaysSomethingElseDoesNot) {
    clinics[0].phone = "267-555-0177";
    nation_says({.name = "Elm Clinic", .phone = "215-555-0100"});
    read();
    EXPECT_THAT(held, SizeIs(1));
}

TEST_F(TreatmentReview, NorOneThatBacksOnlyHalfOfIt) {
    clinics[0].phone = "267-555-0177";
    clinics[0].website = "https://call-now.example/";
    nation_says({.name = "Elm Clinic", .phone = "267-555-0177"});
    read();
    EXPECT_THAT(held, SizeIs(1));
}

TEST_F(TreatmentReview, ANumberTakenAwayThatTheNationalListStillHasWaits) {
    clinics[0].phone = "";
    nation_says({.name = "Elm Clinic"});
    read();
    EXPECT_THAT(held, SizeIs(1));
}

TEST_F(TreatmentReview, APlaceOfAnotherTownIsNoWitness) {
    clinics[0].phone = "267-555-0177";
    const auto update = store.update({.name = "nation", .format = "otp-csv"});
    Facility facility{.source_key = "n1", .name = "Elm Clinic"};
    facility.place = {
        .street = "1 Main Street", .town = "Erie", .state = "PA", .postcode = "16501"};
    facility.phones = {{.number = "267-555-0177"}};
    facility.provenances.emplace_back();
    update->put(facility);
    update->commit({.name = "nation", .format = "otp-csv"});
    read();
    EXPECT_THAT(held, SizeIs(1));
}

TEST_F(TreatmentReview, HousingIsLookedAtLikeTreatmentAndNaloxoneIsNot) {
    clinics[0].kind = "recovery-housing";
    clinics[1].kind = "naloxone";
    ASSERT_TRUE(import_records(bytes_of_text(table_of(clinics)), options, store, clock));
    clinics[0].phone = "267-555-0177";
    clinics[1].phone = "267-555-0178";
    read();
    ASSERT_THAT(held, SizeIs(1));
    EXPECT_EQ(held[0].proposed.name, "Elm Clinic");
    EXPECT_EQ(place("Oak Clinic").phones.at(0).number, "267-555-0178");
}

TEST_F(TreatmentReview, APlaceThatStopsSayingItIsTreatmentIsStillLookedAt) {
    clinics[0].phone = "267-555-0177";
    clinics[0].kind = "naloxone";
    read();
    EXPECT_THAT(held, SizeIs(1));
}

TEST_F(TreatmentReview, ManyAtOnceHoldTheWholeReading) {
    const auto before = store.facilities();
    for (std::size_t i = 0; i < 3; ++i)
        clinics[i].phone = fmt::format("267-555-{:04}", 100 + i);
    read();
    EXPECT_TRUE(report.is_held);
    EXPECT_EQ(report.alarms.at(0).code, "contacts-changed");
    EXPECT_EQ(store.facilities(), before);
}

TEST_F(TreatmentReview, ANationalListIsNotHeldAgainstItself) {
    options.source = "national";
    auto source = *store.source("local");
    EXPECT_FALSE(is_national(source));
    for (const auto* format : {"findtreatment", "nd-csv", "nd-xlsx", "otp-csv"}) {
        source.format = format;
        EXPECT_TRUE(is_national(source)) << format;
    }
}

}  // namespace
}  // namespace waymark::importers
