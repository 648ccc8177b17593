// A few meetings packed as a directory packs all of them.
#pragma once

#include <utility>
#include <vector>

#include "engine/listings.h"

namespace waymark::testing {

inline engine::Listings listings_of(const std::vector<directory::Meeting>& meetings) {
    engine::ListingsBuilder builder;
    for (const auto& meeting : meetings)
        builder.add(meeting);
    return std::move(builder).finish();
}

}  // namespace waymark::testing
