// The API as its harvesters see it: tests/golden/hsds/ENDPOINT/CASE.json is the
// answer to the question in CASE.txt. WAYMARK_WRITE_GOLDEN=1 writes the answers
// anew, for a person to read.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "compat/hsds/api_test.h"
#include "json/write.h"

namespace waymark::compat::hsds {
namespace {

const std::filesystem::path kGolden{WAYMARK_SOURCE_DIR "/tests/golden/hsds"};

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::string uuid(int number) {
    return "00000000-0000-4000-8000-00000000000" + std::to_string(number);
}

// A clinic that says all there is to say, in the house of an organization that
// also lends an ear by telephone; and a refuge.
std::vector<directory::Facility> places() {
    auto clinic = door(1, "SA OP OTP MD NP NMAUT");
    clinic.ids = {uuid(1), uuid(2), uuid(3), uuid(4)};
    clinic.organization = {.name = "Example Health", .website = "https://example.org"};
    clinic.program = "Morning programme";
    clinic.place.point = GeoPoint{42.7284, -73.6918};
    clinic.precision = directory::GeoPrecision::rooftop;
    clinic.phones = {{.number = "+1 518 555 0101"}, {.number = "518 555 0102", .kind = "intake"}};
    clinic.website = "https://example.org/clinic";
    clinic.hours.words = "Weekdays 9 to 5";
    directory::OpenSpan span{.opens = std::chrono::hours{9}, .closes = std::chrono::hours{17}};
    span.days = directory::WeekdaySet::of_bits(0b0111110);
    clinic.hours.spans = {span};
    clinic.hours.zone = Zone::named("America/New_York").value();
    clinic.languages = {"en", "es"};
    clinic.areas_served = {"US-NY"};
    clinic.costs = {{.option = "Medicaid"},
                    {.option = "No payment", .amount = 0, .currency = "USD"}};
    clinic.capacities = {
        {.unit = "beds", .available = 2, .maximum = 10, .updated = testing::at("Mon 07:00")}};
    clinic.levels = {{.level = "3.5", .edition = "ASAM 4th edition", .certifier = "the state"}};
    clinic.required_documents = {"Photo ID"};
    clinic.accessibility = {"Ramp at the side"};
    clinic.minimum_age = 18;

    auto line = door(2, "SA");
    line.ids = {uuid(1), uuid(5), "", ""};
    line.organization = clinic.organization;
    line.has_place = false;
    line.place = {};

    auto refuge = door(3, "HH");
    refuge.ids = {uuid(6), uuid(7), uuid(8), uuid(9)};
    refuge.confidential = "shelter";
    refuge.status = directory::FacilityStatus::temporarily_closed;
    return {clinic, line, refuge};
}

TEST(HsdsGolden, EveryQuestionHasTheAnswerOfItsFolder) {
    directory::Tombstone gone{
        .id = {9}, .name = "Old House", .removed_at = testing::at("Wed 12:00")};
    gone.ids = {uuid(6), "00000000-0000-4000-8000-0000000000aa", "", ""};
    const Api api{places(), {gone}};
    int cases = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{kGolden}) {
        if (entry.path().extension() != ".txt") continue;
        SCOPED_TRACE(entry.path());
        const auto question = text_of(entry.path());
        const auto target = trimmed(split(question, '\n').front());
        const auto answer = json::write_indented(api.json(target));
        auto golden = entry.path();
        golden.replace_extension(".json");
        if (std::getenv("WAYMARK_WRITE_GOLDEN") != nullptr) std::ofstream{golden} << answer;
        EXPECT_EQ(answer, text_of(golden));
        ++cases;
    }
    EXPECT_GE(cases, 14);
}

}  // namespace
}  // namespace waymark::compat::hsds
