// The meetings of this server as one Meeting Guide feed: a JSON array that the
// Meeting Guide app, tsml-ui and the WordPress plugin "12 Step Meeting List"
// read (specification of Code for Recovery, 1.1.9). docs/feeds.md tells people
// how to use it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/result.h"
#include "directory/fellowship.h"
#include "finder/snapshot.h"
#include "http/message.h"
#include "http/router.h"

namespace waymark::compat::meeting_guide {

// Which meetings: every one where nothing is asked.
struct FeedRequest {
    std::vector<directory::Fellowship> fellowships{};
    std::vector<std::string> sources{};  // By name.
    std::string region{};                // Folded; any of a meeting's regions, whole.
};

// fellowship=na,ha · source=nyc · region=Bronx; lists by commas. Fails with
// invalid_input on an unknown parameter, fellowship or source.
Result<FeedRequest> read_feed_request(const http::Fields& query, const finder::Snapshot& snapshot);

// Weekly meetings that take place and may be shown, one row a day, as readers take them
// (readers.h); a meeting that several lists tell of once; none that is old by `now`
// (directory/age.h); no made-up one, nobody's name,
// address of mail or private number. `updated` is when its source last changed it, or
// else when our copy of it last changed. The slug is of the source and its own key for
// the row, so that it stays what it is; a key of another alphabet or of very many
// letters becomes a hash.
std::string write_feed(const finder::Snapshot& snapshot, const FeedRequest& request, Instant now);

// GET /feeds/meetings.json, open to other origins, with an ETag. Holds what may be
// handed on (finder::for_others). The clock must outlive the routes.
std::vector<http::Route> routes(std::function<finder::SnapshotPtr()> snapshot, const Clock& clock);

}  // namespace waymark::compat::meeting_guide
