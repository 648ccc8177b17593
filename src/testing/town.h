// A small language for tests of search: towns drawn as maps. Each cell is one
// kilometre, north is up, `@` is the person searching, and a letter is a
// meeting. Clocks are New York's, and the week is that of 16 November 2026.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "directory/meeting.h"
#include "finder/search.h"
#include "finder/snapshot.h"

namespace waymark::testing {

// "Tue 18:00" of that week; "Tue 18:00:30" too.
Instant at(std::string_view time);

// Where a letter stands on a map; nothing when it is not there.
std::optional<GeoPoint> position_of(std::string_view map, char letter);

struct Town {
    std::string map{};
    std::map<char, std::string> starts{};  // "Tue 19:00", weekly; one without is by appointment.
    std::map<char, directory::FeatureSet> features{};
    std::map<char, directory::Fellowship> fellowships{};  // NA, where not said.
    std::map<char, directory::VenueKind> venues{};        // In person, where not said.
    std::map<char, std::function<void(directory::Meeting&)>> also{};
    std::string online{};  // Letters of meetings that are nowhere on the map.

    finder::SnapshotPtr snapshot() const;

    // The letters found, in the order they stand on the page. The person asks
    // from `@` and within 10 km, unless the request says otherwise.
    std::string find(finder::SearchRequest request, std::string_view now) const;

    // The whole answer to just that request.
    Result<finder::Answer> ask(const finder::SearchRequest& request, std::string_view now) const;

    GeoPoint person() const;
    GeoPoint place_of(char letter) const;
};

// The letters of matches, in their order.
std::string letters_of(const std::vector<finder::Match>& matches);

}  // namespace waymark::testing
