// Places that a person wants to keep in view, without an account: their numbers
// stand in one cookie of the reader's own browser, and nowhere else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "directory/facility.h"
#include "web/site.h"

namespace waymark::web {

inline constexpr std::string_view kShortlistCookie = "kept";
inline constexpr std::size_t kShortlistMax = 12;
inline constexpr std::size_t kComparedMax = 4;

// "12-40-7", or "12,40": numbers above 0, each once, in their order, at most
// `limit`; whatever else stands there is passed over.
std::vector<directory::FacilityId> read_ids(std::string_view text, std::size_t limit);
std::string write_ids(const std::vector<directory::FacilityId>& ids, char between);

// Those that the reader keeps, in the order they were kept.
std::vector<directory::FacilityId> kept_places(const Visit& visit);

}  // namespace waymark::web
