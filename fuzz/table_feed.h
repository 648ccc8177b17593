// Any bytes as a feed of one format: what each of its rows is read into.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "importers/bytes.h"
#include "importers/formats.h"

namespace waymark::fuzz {

inline void check(const directory::Facility& facility) {
    if (facility.name.empty() || facility.source_key.empty()) std::abort();
    if (facility.ids.service.empty() || facility.provenances.empty()) std::abort();
    if (facility.place.point && !facility.place.point->is_valid()) std::abort();
    for (const auto& attribute : facility.attributes) {
        const auto at = static_cast<std::size_t>(attribute.provenance);
        if (at >= facility.provenances.size()) std::abort();
    }
}

// Reads the whole feed. Aborts when a listing comes out that nobody could store:
// without a name, a key, or a time within its day.
inline void read_feed(std::string_view format, const std::uint8_t* data, std::size_t size,
                      const std::string& map = "") {
    const std::string text{reinterpret_cast<const char*>(data), size};
    const auto* opener = importers::format_named(format).value();
    const auto feed = opener->open(importers::bytes_of_text(text), {.map = map});
    if (!feed) return;
    exchange::Warnings warnings;
    const exchange::Defaults defaults{.zone = Zone{}, .warnings = &warnings};
    while (true) {
        const auto record = feed->records->next();
        if (!record || !record->has_value()) return;
        if ((*record)->refused || (*record)->is_removal) continue;
        const auto listing = feed->read((*record)->value, defaults);
        if (!listing) {
            if (listing.error().message.empty()) std::abort();
            continue;
        }
        if (const auto* facility = std::get_if<directory::Facility>(&*listing)) {
            check(*facility);
            continue;
        }
        const auto* meeting = std::get_if<directory::Meeting>(&*listing);
        const auto start = meeting->schedule.start.count();
        if (meeting->name.empty() || meeting->source_key.empty()) std::abort();
        if (start < 0 || start >= 24 * 60) std::abort();
        if (meeting->place.point && !meeting->place.point->is_valid()) std::abort();
    }
}

}  // namespace waymark::fuzz
