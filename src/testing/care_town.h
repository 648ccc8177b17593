// A small language for tests of the search for places of help: the map of
// testing/town.h, a place a letter, told by the terms its list uses.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "finder/facility_search.h"
#include "finder/snapshot.h"

namespace waymark::testing {

struct CareTown {
    std::string map{};
    std::map<char, std::string> codes{};  // SAMHSA codes: "SA OTP MD".
    std::map<char, std::function<void(directory::Facility&)>> also{};

    finder::SnapshotPtr snapshot() const;
    std::vector<directory::Facility> facilities() const;

    // The letters found, in the order they stand on the page. The person asks
    // from `@` and within 10 km, unless the request says otherwise.
    std::string find(finder::FacilityRequest request) const;
    Result<finder::FacilityAnswer> ask(const finder::FacilityRequest& request) const;

    GeoPoint person() const;
};

std::string letters_of(const std::vector<finder::FacilityMatch>& matches);

// A request with one filter: asking(TraitKind::payment, {Trait::medicaid}).
finder::FacilityRequest asking(directory::TraitKind kind, directory::TraitSet wanted);

}  // namespace waymark::testing
