// What a person asks, as text: the options of `waymark find`, the keys of a
// batch line and the query of the find page and the API are one language, read
// here. `finder::search` takes what comes out.
//
//   near        "19104", "Paris", "39.95,-75.16"     radius  "10mi", "15km", "10" (miles)
//   box         "S,W,N,E" in degrees                 within  "24h", "90m", "7d", "24" (hours)
//   weekday     "mon,tue", "Monday", "0" (Sunday)    after, before  "17:00", "7pm"
//   fellowship, venue, need, for, lang               codes, separated by commas
//   door        "open", "closed"                     medication  "welcomes", "refuses", "unknown"
//   text        words                                sort    "best", "soonest", "nearest", "week"
//   old         "yes": listings nobody knew to be true in 90 days are shown too
//   counts      "no": the matches and nothing else, sooner done
//   limit, offset, page (from 1)                     now     RFC 3339
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "core/time.h"
#include "finder/search.h"
#include "places/gazetteer.h"

namespace waymark::finder {

inline constexpr std::size_t kTextBytesMax = 200;

using Options = std::vector<std::pair<std::string, std::string>>;
using PlaceLocator = std::function<Result<places::Answer>(std::string_view)>;

struct ParsedRequest {
    SearchRequest request{};
    std::optional<places::Answer> place{};  // What `near` was taken for.
    std::optional<Instant> now{};
};

// An empty value counts as absent: forms send those. An option given twice
// adds to a list, and otherwise the last one holds.
//
// Fails with invalid_input, naming the option, on one it does not know or a
// value it cannot take; and with what `locate` fails with, as "near".
Result<ParsedRequest> parse_request(const Options& options,
                                    const PlaceLocator& locate = places::locate);

}  // namespace waymark::finder
