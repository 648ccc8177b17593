#include "finder/matches.h"

#include <algorithm>

#include "finder/why.h"

namespace waymark::finder {
namespace {

Match match_of(const Snapshot& snapshot, const SearchRequest& request, const Hit& hit,
               Instant now) {
    const auto& meeting = snapshot.meetings()[hit.row];
    Match match{.meeting = &meeting, .venue = hit.venue};
    if (hit.km != kNoDistance) match.distance = Kilometers{hit.km};
    if (hit.has_start()) {
        // `starts` is the first start at or after itself, so this gives its day and its end.
        match.next = directory::next_occurrence(meeting.schedule, hit.starts);
    }
    match.why = why(match, request, now);
    return match;
}

}  // namespace

std::vector<Match> page_of(const Snapshot& snapshot, const SearchRequest& request,
                           std::vector<Hit>& hits, Instant now) {
    const auto first = std::min(request.offset, hits.size());
    const auto last = std::min(request.offset + request.limit, hits.size());
    const auto in_order = [&](const Hit& a, const Hit& b) {
        return stands_before(request.sort, a, b);
    };
    const auto at = [&](std::size_t place) {
        return hits.begin() + static_cast<std::ptrdiff_t>(place);
    };
    if (last < hits.size()) std::nth_element(hits.begin(), at(last), hits.end(), in_order);
    std::sort(hits.begin(), at(last), in_order);
    std::vector<Match> matches;
    matches.reserve(last - first);
    for (auto place = first; place < last; ++place) {
        matches.push_back(match_of(snapshot, request, hits[place], now));
    }
    return matches;
}

}  // namespace waymark::finder
