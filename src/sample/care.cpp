#include "sample/care.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <span>
#include <string>
#include <vector>

#include "core/random.h"
#include "directory/source.h"
#include "sample/chance.h"
#include "sample/cities.h"
#include "sample/names.h"

namespace waymark::sample {
namespace {

using Words = std::string_view;

constexpr std::size_t kPieceBytes = 64 * 1024;
constexpr double kDegreesPerKm = 1 / 111.2;

constexpr Words kHeading =
    "id,name,kind,organization,street,city,state,country,latitude,longitude,precision,phone,"
    "intake,website,hours,languages,medication,setting,payment,serves,along,approach,quality,"
    "telehealth,supplies,housing,test,description\n";

// A trait of a kind of place, and how many in a hundred have it.
struct Share {
    Words column{};
    Words code{};
    int percent = 0;
};

struct KindOfPlace {
    Words kind{};
    Words ending{};  // "Cedar Recovery Clinic".
    Words hours{};
    std::span<const Share> shares{};
};

constexpr auto kClinic = std::to_array<Share>({
    {"medication", "buprenorphine", 60},
    {"medication", "naltrexone", 45},
    {"medication", "buprenorphine-injection", 20},
    {"setting", "outpatient", 90},
    {"setting", "intensive-outpatient", 40},
    {"payment", "medicaid", 75},
    {"payment", "private", 70},
    {"payment", "sliding-scale", 55},
    {"payment", "free", 6},
    {"serves", "pregnant", 25},
    {"serves", "women", 45},
    {"serves", "veterans", 30},
    {"serves", "co-occurring", 60},
    {"serves", "lgbtq", 30},
    {"along", "children", 8},
    {"approach", "cbt", 85},
    {"approach", "mi", 80},
    {"approach", "cm", 40},
    {"approach", "peer-support", 50},
    {"quality", "accredited", 40},
    {"quality", "naloxone", 55},
    {"quality", "keeps-medication", 65},
    {"quality", "aftercare", 70},
    {"quality", "interim", 20},
    {"telehealth", "counselling", 45},
    {"telehealth", "medication", 15},
    {"test", "hiv", 30},
    {"test", "hepatitis-c", 30},
});
constexpr auto kProgramme = std::to_array<Share>({
    {"medication", "methadone", 100},
    {"medication", "buprenorphine", 80},
    {"medication", "naltrexone", 50},
    {"setting", "opioid-treatment-program", 100},
    {"setting", "outpatient", 100},
    {"payment", "medicaid", 85},
    {"payment", "cash", 80},
    {"payment", "sliding-scale", 45},
    {"serves", "pregnant", 60},
    {"serves", "hiv", 30},
    {"approach", "cbt", 70},
    {"approach", "mi", 70},
    {"quality", "accredited", 90},
    {"quality", "naloxone", 70},
    {"quality", "keeps-medication", 100},
    {"test", "hepatitis-c", 60},
});
constexpr auto kHouseOfTreatment = std::to_array<Share>({
    {"medication", "buprenorphine", 35},
    {"medication", "naltrexone", 30},
    {"setting", "residential", 100},
    {"setting", "detox", 45},
    {"payment", "medicaid", 45},
    {"payment", "private", 75},
    {"payment", "free", 8},
    {"serves", "women", 40},
    {"serves", "men", 45},
    {"serves", "co-occurring", 55},
    {"along", "children", 10},
    {"approach", "cbt", 80},
    {"approach", "twelve-step", 65},
    {"approach", "family", 55},
    {"quality", "accredited", 50},
    {"quality", "keeps-medication", 45},
    {"quality", "discharge-planning", 80},
    {"quality", "naloxone", 45},
});
constexpr auto kHouse = std::to_array<Share>({
    {"housing", "narr-2", 45},
    {"housing", "methadone", 40},
    {"housing", "buprenorphine", 55},
    {"housing", "naltrexone", 50},
    {"setting", "sober-housing", 100},
    {"serves", "women", 35},
    {"serves", "men", 50},
    {"payment", "cash", 90},
});
constexpr auto kHarmReduction = std::to_array<Share>({
    {"supplies", "free", 90},
    {"supplies", "no-id", 85},
    {"supplies", "walk-in", 80},
    {"supplies", "syringes", 75},
    {"supplies", "fentanyl-strips", 70},
    {"supplies", "training", 70},
    {"supplies", "nasal", 90},
    {"test", "hiv", 60},
    {"test", "hepatitis-c", 60},
    {"quality", "naloxone", 90},
});
constexpr auto kBox = std::to_array<Share>({
    {"supplies", "free", 100},
    {"supplies", "no-id", 100},
    {"supplies", "no-prescription", 100},
    {"supplies", "day-and-night", 70},
    {"supplies", "machine", 100},
    {"supplies", "nasal", 100},
});
constexpr auto kPeers = std::to_array<Share>(
    {{"approach", "peer-support", 100}, {"payment", "free", 100}, {"quality", "transport", 25}});
constexpr auto kWork = std::to_array<Share>({{"payment", "free", 100}, {"serves", "justice", 50}});
constexpr auto kTests = std::to_array<Share>(
    {{"test", "hiv", 100}, {"test", "hepatitis-c", 80}, {"payment", "free", 60}});

constexpr Words kOfficeHours = "Mo-Fr 08:30-17:00";
constexpr Words kEarlyHours = "Mo-Fr 05:30-13:00; Sa 06:00-10:00";
constexpr std::array<Weighted<KindOfPlace>, 10> kKinds{{
    {{"treatment", "Recovery Clinic", kOfficeHours, kClinic}, 34},
    {{"treatment", "Treatment Programme", kEarlyHours, kProgramme}, 16},
    {{"treatment", "House of Treatment", "Mo-Su 00:00-24:00", kHouseOfTreatment}, 14},
    {{"recovery-housing", "Recovery House", "", kHouse}, 9},
    {{"therapeutic-community", "Community", "Mo-Su 00:00-24:00", kHouseOfTreatment}, 2},
    {{"harm-reduction", "Harm Reduction", "Mo-Fr 10:00-18:00", kHarmReduction}, 9},
    {{"naloxone", "Naloxone Box", "Mo-Su 00:00-24:00", kBox}, 8},
    {{"peer-centre", "Recovery Centre", "Mo-Sa 09:00-20:00", kPeers}, 4},
    {{"work", "Work Again", kOfficeHours, kWork}, 2},
    {{"testing", "Testing Van", "Tu,Th 12:00-18:00", kTests}, 2},
}};

constexpr std::array<Words, 11> kTraitColumns{"medication", "setting",  "payment", "serves",
                                              "along",      "approach", "quality", "telehealth",
                                              "supplies",   "housing",  "test"};

std::string quoted(std::string_view text) {
    std::string cell{"\""};
    for (const char c : text) {
        if (c == '"') cell.push_back('"');
        cell.push_back(c);
    }
    return cell.append("\"");
}

std::vector<std::pair<Words, std::string>> draw_traits(const KindOfPlace& place, Random& random) {
    std::vector<std::pair<Words, std::string>> cells;
    for (const auto column : kTraitColumns) {
        std::string codes;
        for (const auto& share : place.shares) {
            if (share.column != column) continue;
            if (!random.chance(share.percent / 100.0)) continue;
            if (!codes.empty()) codes.append(" ");
            codes.append(share.code);
        }
        cells.emplace_back(column, std::move(codes));
    }
    return cells;
}

// Somewhere in the town, nearer its middle more often.
GeoPoint point_in(const City& city, Random& random) {
    const double km = city.reach.value * random.unit() * random.unit();
    const double turn = 2 * 3.14159265358979323846 * random.unit();
    const double north = km * std::cos(turn) * kDegreesPerKm;
    const double east = km * std::sin(turn) * kDegreesPerKm /
                        std::cos(city.center.latitude * 3.14159265358979323846 / 180);
    return {city.center.latitude + north, city.center.longitude + east};
}

City american_city(const Cities& cities, Random& random) {
    for (;;) {
        const City city = cities.draw(random);
        if (city.country == "US" && !city.region.empty()) return city;
    }
}

std::string row_of(std::size_t number, const Cities& cities, Random& random) {
    const auto& place = choose<KindOfPlace>(kKinds, random);
    const City city = american_city(cities, random);
    const GeoPoint point = point_in(city, random);
    std::string row = fmt::format(
        "sample-{},{},{},{},{},{},{},US,{:.5f},{:.5f},street,{},{},https://example.org/places/{},"
        "{},{}",
        number, quoted(fmt::format("{} {}", proper_name(random), place.ending)), place.kind,
        quoted(directory::kFictionalEntity), quoted(street_address(random)), quoted(city.name),
        city.region, point.latitude, point.longitude, phone_number(random),
        random.chance(0.4) ? phone_number(random) : std::string{}, number, quoted(place.hours),
        random.chance(0.35) ? quoted("en,es") : std::string{"en"});
    for (const auto& [column, codes] : draw_traits(place, random))
        row.append(",").append(codes);
    return row.append(",\"Fictional: this place does not exist.\"\n");
}

}  // namespace

void write_care_sample(const CareRequest& request,
                       const std::function<void(std::string_view)>& take) {
    const Cities cities;
    Random random(request.seed);
    std::string piece{kHeading};
    for (std::size_t number = 1; number <= request.count; ++number) {
        piece += row_of(number, cities, random);
        if (piece.size() < kPieceBytes) continue;
        take(piece);
        piece.clear();
    }
    take(piece);
}

}  // namespace waymark::sample
