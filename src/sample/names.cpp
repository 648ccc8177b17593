#include "sample/names.h"

#include <fmt/format.h>

#include <array>

#include "sample/chance.h"

namespace waymark::sample {
namespace {

using Words = std::string_view;

constexpr std::array<Words, 28> kQualities{
    "Steady",  "Open",    "Quiet",   "Clear",  "Brave",  "Kind",    "First",
    "Early",   "Second",  "New",     "Simple", "Honest", "Gentle",  "Bright",
    "Hopeful", "Patient", "Rising",  "Living", "Free",   "Willing", "Everyday",
    "Sunrise", "Midweek", "Lantern", "Corner", "Bridge", "Harbor",  "Garden"};

constexpr std::array<Words, 26> kThings{
    "Path",     "Steps",   "Door",    "Light",   "Start",  "Table", "Circle", "Morning", "Road",
    "Hands",    "Hope",    "Company", "Journey", "Anchor", "Way",   "Ground", "Room",    "Promise",
    "Crossing", "Harvest", "Candle",  "Turning", "Breath", "Hour",  "Bench",  "Shore"};

constexpr std::array<Words, 14> kEndings{"",
                                         "",
                                         "",
                                         "",
                                         "",
                                         "",
                                         "Group",
                                         "Group",
                                         "Meeting",
                                         "Together",
                                         "for Today",
                                         "at Work",
                                         "One Day at a Time",
                                         "and Beyond"};

constexpr std::array<Words, 14> kSpanishThings{
    "Paso",   "Camino", "Puente", "Faro",    "Amanecer", "Jardín", "Abrazo",
    "Puerto", "Hogar",  "Rumbo",  "Sendero", "Respiro",  "Día",    "Comienzo"};
constexpr std::array<Words, 12> kSpanishQualities{
    "Firme",    "Abierto", "Sereno", "Claro",        "Nuevo",  "Tranquilo",
    "Sencillo", "Vivo",    "Libre",  "de Esperanza", "de Hoy", "Compartido"};

constexpr std::array<Words, 30> kNames{
    "Cedar",   "Maple",  "Willow",  "Oak",    "Birch",   "Elm",     "Chestnut", "Juniper",
    "River",   "Lake",   "Hill",    "Valley", "Station", "Market",  "Harbor",   "Mill",
    "Orchard", "Spring", "Meadow",  "Canal",  "Garden",  "Sunset",  "North",    "South",
    "East",    "West",   "Central", "Bridge", "Park",    "Old Town"};

constexpr std::array<Words, 16> kBuildings{
    "Community Hall", "Library",       "Church Hall",   "Health Center",
    "Recovery Club",  "Youth Center",  "School",        "Veterans Hall",
    "Union Hall",     "Arts Center",   "Family Center", "Senior Center",
    "Clubhouse",      "Meeting House", "Town Hall",     "Sports Hall"};

constexpr std::array<Words, 10> kStreets{"Street", "Street", "Street", "Avenue", "Avenue",
                                         "Road",   "Road",   "Lane",   "Drive",  "Square"};

constexpr std::array<Words, 20> kRemarks{
    "Ring the bell at the side door.",
    "Coffee and tea from half an hour before.",
    "Newcomers are asked to come ten minutes early.",
    "Bus stop in front of the building.",
    "Free parking behind the building.",
    "We read from the literature and then share.",
    "Children may play in the next room.",
    "The last week of the month has a speaker.",
    "People who take prescribed medication are welcome here.",
    "Medication for opioid use disorder is nobody's business but yours here.",
    "Elevator on the left of the entrance.",
    "Enter from the parking lot, then down the stairs.",
    "Ten minutes of meditation, then sharing.",
    "Key tags and medallions on the first day of the month.",
    "Naloxone is at hand, and we show how to use it.",
    "Please keep your phone silent.",
    "Step study in small groups.",
    "Bring a cushion if you like to sit on the floor.",
    "Dogs that help are welcome.",
    "Business meeting on the first week of the month."};

}  // namespace

std::string group_name(std::string_view language_code, Random& random) {
    if (language_code == "S") {
        const auto thing = any_of(kSpanishThings, random);
        return fmt::format("{} {}", thing, any_of(kSpanishQualities, random));
    }
    const auto quality = any_of(kQualities, random);
    const auto thing = any_of(kThings, random);
    const auto ending = any_of(kEndings, random);
    return fmt::format("{} {}{}{}", quality, thing, ending.empty() ? "" : " ", ending);
}

std::string venue_name(Random& random) {
    const auto name = any_of(kNames, random);
    const auto building = any_of(kBuildings, random);
    if (random.chance(0.5)) return fmt::format("{} {}", name, building);
    return fmt::format("{} {}, room {}", name, building, 1 + random.below(12));
}

std::string proper_name(Random& random) {
    return std::string{any_of(kNames, random)};
}

std::string street_address(Random& random) {
    const auto number = 1 + random.below(1999);
    const auto name = any_of(kNames, random);
    return fmt::format("{} {} {}", number, name, any_of(kStreets, random));
}

std::string notes(Random& random) {
    std::string text = "Fictional sample listing.";
    for (int n = 0; n < 2 && random.chance(0.6); ++n) {
        text.append(" ").append(any_of(kRemarks, random));
    }
    return text;
}

std::string phone_number(Random& random) {
    return fmt::format("+12025550{}", 100 + random.below(100));
}

}  // namespace waymark::sample
