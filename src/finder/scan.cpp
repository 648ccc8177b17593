#include "finder/scan.h"

#include <algorithm>

#include "finder/count.h"
#include "finder/first.h"
#include "finder/query.h"

namespace waymark::finder {
namespace {

// A search ready to run.
class Scan {
  public:
    Scan(const Snapshot& snapshot, const SearchRequest& request, Instant now)
        : query_(snapshot.index(), request, now),
          look_(query_),
          worded_(request.text.empty() ? std::nullopt
                                       : std::optional{snapshot.index().words.find(request.text)}),
          rows_(query_, worded_ ? &*worded_ : nullptr) {}

    Counted count() const { return finder::count(query_, rows_, look_); }
    bool hides_old() const { return query_.hides_old; }
    std::vector<Hit> first(std::size_t most) const { return first_of(query_, rows_, look_, most); }

  private:
    Query query_;
    Look look_;
    mutable std::optional<Worded> worded_;  // Which keeps its place in the lists.
    LeafRows rows_;
};

bool has_door(directory::VenueKind venue) {
    return directory::can_walk_in(venue) || !directory::can_join_online(venue);
}

std::optional<Hit> first_by(Sort sort, const Snapshot& snapshot, SearchRequest request,
                            Instant now) {
    // The circle is the one asked for, whatever the order.
    request.radius = radius_of(request);
    request.sort = sort;
    const auto hits = Scan{snapshot, request, now}.first(1);
    return hits.empty() ? std::nullopt : std::optional{hits.front()};
}

}  // namespace

Found scan(const Snapshot& snapshot, const SearchRequest& request, Instant now) {
    const Scan ready{snapshot, request, now};
    Found found{.tally = Tally{snapshot.index()}};
    found.first = ready.first(request.offset + request.limit);
    if (!request.counts || (found.is_nothing() && !ready.hides_old())) return found;
    auto counted = ready.count();
    found.total = counted.total;
    found.old = counted.old;
    found.tally = std::move(counted.tally);
    return found;
}

std::optional<Hit> nearest_of(const Snapshot& snapshot, const SearchRequest& request, Instant now) {
    using directory::VenueKind;
    auto with_door = request;
    with_door.venues.clear();
    for (std::size_t kind = 0; kind < engine::kVenues; ++kind) {
        const auto venue = static_cast<VenueKind>(kind);
        const bool is_asked = request.venues.empty() ? venue != VenueKind::suspended
                                                     : std::ranges::find(request.venues, venue) !=
                                                           request.venues.end();
        if (is_asked && has_door(venue)) with_door.venues.push_back(venue);
    }
    if (!with_door.venues.empty()) {
        if (auto hit = first_by(Sort::nearest, snapshot, with_door, now)) return hit;
    }
    return first_by(Sort::nearest, snapshot, request, now);
}

std::optional<Hit> soonest_of(const Snapshot& snapshot, const SearchRequest& request, Instant now) {
    return first_by(Sort::soonest, snapshot, request, now);
}

}  // namespace waymark::finder
