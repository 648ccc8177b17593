// What a client asks of a list: the parameters of HSDS 3.1 and our extensions
// (docs/hsds.md). They add up: each narrows the answer.
#pragma once

#include <optional>
#include <string>

#include "core/geo.h"
#include "core/result.h"
#include "core/time.h"
#include "http/message.h"

namespace waymark::compat::hsds {

inline constexpr std::size_t kPerPage = 50;
inline constexpr std::size_t kPerPageMax = 500;
inline constexpr std::size_t kFullPerPageMax = 100;  // Objects with all that is in them.
// As many full objects come as lines in one answer; more are to be had in pages.
inline constexpr std::size_t kFullLinesMax = 500;

struct Circle {
    GeoPoint center{};
    Kilometers radius{};
};

struct Query {
    std::string search{};
    std::string taxonomy_term_id{}, taxonomy_id{}, organization_id{}, parent_id{};  // Lower case.
    std::optional<Instant> modified_after{};
    std::optional<Circle> around{};
    // A postcode without a distance: who serves it ("US-NY"), or stands in it.
    std::string served_area{}, served_postcode{};
    bool minimal = false, full = false, full_service = false, top_only = false;
    bool is_lines = false;  // format=ndjson: all of it, a line each.
    std::size_t page = 1;
    std::size_t per_page = kPerPage;  // 0: all in one, for `minimal`.

    bool has_everything() const { return full || full_service; }
    // Says where somebody is or what they look for: not to be kept by anybody.
    bool is_private() const;
};

// Unknown parameters are passed over, and empty ones. Fails with invalid_input,
// naming the parameter, on one that cannot be taken.
Result<Query> read_query(const http::Fields& parameters);

}  // namespace waymark::compat::hsds
