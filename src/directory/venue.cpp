#include "directory/venue.h"

#include <algorithm>
#include <array>

namespace waymark::directory {
namespace {

constexpr std::array<std::string_view, 7> kCodes{
    "in-person",      "online",    "hybrid", "temporarily-online",
    "by-appointment", "suspended", "unknown"};

}  // namespace

std::string_view code_of(VenueKind kind) {
    return kCodes[static_cast<std::size_t>(kind)];
}

std::optional<VenueKind> venue_of_code(std::string_view code) {
    const auto found = std::ranges::find(kCodes, code);
    if (found == kCodes.end()) return std::nullopt;
    return static_cast<VenueKind>(found - kCodes.begin());
}

bool can_walk_in(VenueKind kind) {
    return kind == VenueKind::in_person || kind == VenueKind::hybrid;
}

bool can_join_online(VenueKind kind) {
    return kind == VenueKind::online || kind == VenueKind::hybrid ||
           kind == VenueKind::temporarily_online;
}

VenueKind Venue::on(Date date) const {
    VenueKind kind = usual;
    for (const auto& spell : spells) {
        const bool begun = !spell.from || *spell.from <= date;
        const bool over = spell.until && *spell.until < date;
        if (begun && !over) kind = spell.kind;
    }
    return kind;
}

}  // namespace waymark::directory
