#include "finder/matches.h"

#include <algorithm>
#include <memory>
#include <span>

#include "finder/why.h"

namespace waymark::finder {
namespace {

Match match_of(const Snapshot& snapshot, const SearchRequest& request, const Hit& hit,
               Instant now) {
    Match match{
        .meeting = std::make_shared<const directory::Meeting>(snapshot.meetings()[hit.position]),
        .venue = hit.venue};
    if (hit.km != kNoDistance) match.distance = Kilometers{hit.km};
    if (hit.has_start()) {
        // `starts` is the first start at or after itself, so this gives its day and its end.
        match.next = directory::next_occurrence(match.meeting->schedule, hit.starts);
    }
    match.why = why(match, request, now);
    return match;
}

}  // namespace

std::vector<Match> page_of(const Snapshot& snapshot, const SearchRequest& request,
                           const Found& found, Instant now) {
    const std::span<const Hit> first{found.first};
    std::vector<Match> matches;
    for (const auto& hit : first.subspan(std::min(request.offset, first.size()))) {
        matches.push_back(match_of(snapshot, request, hit, now));
    }
    return matches;
}

}  // namespace waymark::finder
