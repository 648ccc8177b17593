// An answer as the JSON that `waymark find --json`, batches and the API give:
// one line, straight to bytes. What a group keeps to itself (its contacts) is
// never in it.
#pragma once

#include <string>

#include "core/time.h"
#include "finder/request.h"
#include "finder/search.h"
#include "finder/snapshot.h"

namespace waymark::finder {

// The whole answer. Sentences are in English, with distances as the place's
// country writes them. `answer` must come from that snapshot.
std::string answer_json(const Snapshot& snapshot, const ParsedRequest& asked, const Answer& answer,
                        Instant now);

// {"total":…,"ids":[…],"microseconds":…}
std::string answer_ids_json(const Answer& answer, double microseconds);

}  // namespace waymark::finder
