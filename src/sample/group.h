// One group of the sample, and the meetings it holds each week.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/geo.h"
#include "core/random.h"
#include "directory/fellowship.h"
#include "directory/venue.h"
#include "sample/cities.h"

namespace waymark::sample {

struct Session {
    int day = 0;  // Sunday = 0.
    std::chrono::minutes start{};
    std::chrono::minutes length{};
    std::vector<std::string_view> types{};  // Codes of the Meeting Guide specification.
};

struct Group {
    City city{};
    directory::Fellowship fellowship{};
    directory::VenueKind venue{};  // in_person, online or hybrid.
    std::string name{};
    std::string location{};  // Of the three below, none when it only meets online.
    std::string street{};
    GeoPoint point{};
    std::string notes{};
    std::string online_url{};  // Both empty when it only meets in person.
    std::string online_phone{};
    std::chrono::seconds age{};  // Of the listing.
    std::vector<Session> sessions{};
};

// `number` is the group's own, for its link.
Group draw_group(const Cities& cities, std::size_t number, Random& random);

}  // namespace waymark::sample
