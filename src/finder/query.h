// A request made ready for looking at very many rows: where, which and when, as
// src/engine asks for it.
#pragma once

#include <optional>
#include <vector>

#include "engine/pattern.h"
#include "engine/region.h"
#include "finder/index.h"
#include "finder/search.h"
#include "finder/zone_clock.h"

namespace waymark::finder {

// The circle to search: the one asked for, else what search.h says for none.
std::optional<Kilometers> radius_of(const SearchRequest& request);

class Query {
  public:
    Query(const Index& index, const SearchRequest& asked, Instant now);

    const SearchRequest& request;
    const Index& index;
    Instant now;
    Instant not_before;  // The earliest start that still counts …
    Instant not_after;   // … and the latest.
    engine::Region region;
    engine::Pattern pattern;
    bool is_any_time;  // No day, hour or wait was asked for.
    bool hides_old;    // And there are some to hide.

    // The zone's clock at not_before.
    const ZoneClock& clock(std::uint16_t zone) const;

  private:
    mutable std::vector<std::optional<ZoneClock>> clocks_;
};

}  // namespace waymark::finder
