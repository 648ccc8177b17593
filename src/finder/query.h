// A request made ready for looking at very many rows: sets become bit masks,
// languages and zones become tables by number.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "finder/index.h"
#include "finder/search.h"
#include "finder/zone_clock.h"

namespace waymark::finder {

struct Query {
    Query(const Index& index, const SearchRequest& asked, Instant now);

    bool takes(directory::Fellowship fellowship) const {
        return (fellowships >> static_cast<unsigned>(fellowship) & 1) != 0;
    }
    bool takes(directory::VenueKind venue) const {
        return (venues >> static_cast<unsigned>(venue) & 1) != 0;
    }
    bool takes(directory::MedicationFact::Attitude attitude) const {
        return (medications >> static_cast<unsigned>(attitude) & 1) != 0;
    }
    // Whether local starts at that minute are inside the hours asked for.
    bool takes_minute(unsigned minute) const {
        if (!has_hours) return true;
        const bool late_enough = minute >= after;
        const bool early_enough = minute < before;
        return after > before ? late_enough || early_enough : late_enough && early_enough;
    }

    const SearchRequest& request;
    Instant now;
    Instant not_before;  // The earliest start that still counts …
    Instant not_after;   // … and the latest.
    std::optional<Kilometers> radius;
    std::uint32_t fellowships;
    std::uint32_t venues;
    std::uint32_t medications;
    directory::FeatureSet must_have;
    directory::WeekdaySet days;
    unsigned after;
    unsigned before;
    bool has_hours;
    bool is_any_time;                         // No day, hour or wait was asked for.
    std::vector<std::uint8_t> language_fits;  // By language set.
    std::vector<ZoneClock> clocks;            // By zone, at not_before.
};

}  // namespace waymark::finder
