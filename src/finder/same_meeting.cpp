#include "finder/same_meeting.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/geo.h"
#include "core/text.h"
#include "directory/age.h"
#include "finder/meeting_pairs.h"

namespace waymark::finder {
namespace {

using directory::Fellowship;
using directory::Meeting;
using directory::Recurrence;
using directory::Source;
using directory::SourceId;
using engine::Listings;

bool is_named(Fellowship fellowship) {
    return fellowship != Fellowship::unknown && fellowship != Fellowship::other;
}

bool can_be_double(const Meeting& meeting) {
    return is_named(meeting.fellowship) && !meeting.schedule.days.empty() &&
           meeting.schedule.recurrence.kind == Recurrence::Kind::weekly;
}

bool has_same_rule(const Meeting& a, const Meeting& b) {
    return a.source != b.source && a.fellowship == b.fellowship &&
           a.schedule.recurrence == b.schedule.recurrence && a.venue.spells == b.venue.spells;
}

// What a listing offers: its days, and the ways to take part.
struct Offer {
    unsigned days = 0;
    directory::VenueKind venue{};
};

Offer offer_of(const Meeting& meeting) {
    return {meeting.schedule.days.bits(), directory::usual_venue(meeting)};
}

// Whether hiding the one hides nothing that the other has not.
bool offers_all_of(const Offer& shown, const Offer& hidden) {
    if ((hidden.days & ~shown.days) != 0) return false;
    return (directory::can_walk_in(shown.venue) || !directory::can_walk_in(hidden.venue)) &&
           (directory::can_join_online(shown.venue) || !directory::can_join_online(hidden.venue));
}

std::optional<double> meters_between(const Meeting& a, const Meeting& b) {
    const auto has_door = [](const Meeting& meeting) {
        return meeting.place.point && !meeting.place.is_approximate &&
               directory::can_walk_in(directory::usual_venue(meeting));
    };
    if (!has_door(a) || !has_door(b)) return std::nullopt;
    const double meters = distance_between(*a.place.point, *b.place.point).value * 1000;
    return meters <= kDoorsApartMax ? std::optional{meters} : std::nullopt;
}

bool are_in_one_room(const Meeting& a, const Meeting& b) {
    const auto is_online = [](const Meeting& meeting) {
        return directory::can_join_online(directory::usual_venue(meeting));
    };
    if (!is_online(a) || !is_online(b) || a.schedule.zone != b.schedule.zone) return false;
    const auto rooms = rooms_of(b.online);
    return std::ranges::any_of(rooms_of(a.online), [&](const std::string& room) {
        return std::ranges::find(rooms, room) != rooms.end();
    });
}

int count_of_offers(const Offer& offer) {
    const bool is_hybrid =
        directory::can_walk_in(offer.venue) && directory::can_join_online(offer.venue);
    return __builtin_popcount(offer.days) * 2 + (is_hybrid ? 1 : 0);
}

// What decides which is shown; the lower stands first.
class Preference {
  public:
    explicit Preference(std::span<const Source> sources) {
        for (const auto& source : sources) {
            sources_.emplace(source.id, &source);
            newest_ = std::max(newest_, source.fetched_at);
        }
    }

    auto key_of(const Meeting& meeting) const {
        const auto found = sources_.find(meeting.source);
        const Source* source = found == sources_.end() ? nullptr : found->second;
        const auto confirmed = meeting.freshness.last_confirmed_at.value_or(Instant::min());
        return std::tuple{-count_of_offers(offer_of(meeting)),
                          age_step(meeting, source),
                          source != nullptr && !source->may_republish,
                          ~confirmed.time_since_epoch().count(),  // The later first.
                          meeting.source,
                          meeting.id};
    }

  private:
    // As of the newest reading, as what has no clock cannot know of "now".
    int age_step(const Meeting& meeting, const Source* source) const {
        const auto known = directory::known_true(meeting, source);
        if (!known || !newest_) return 1;
        if (!directory::is_older_than(directory::kMarkedAfter, known->at, *newest_)) return 0;
        return directory::is_older_than(directory::kHiddenAfter, known->at, *newest_) ? 2 : 1;
    }

    std::unordered_map<SourceId, const Source*> sources_;
    std::optional<Instant> newest_;
};

struct SamePair {
    std::uint32_t one = 0, other = 0;  // Rows, or numbers; the lower first.
    Sameness why{};
};

auto order_of(const SamePair& pair) {
    return std::pair{pair.one, pair.other};
}

// What of a listing decides whose double it is.
struct Listing {
    directory::MeetingId id{};
    SourceId source{};
    Offer offer{};
    std::string name{};  // Folded.
};

// The listings that are the same meeting as some other, best first, and what
// becomes of them. Numbers are places in that order.
class Joining {
  public:
    using Number = std::uint32_t;

    Joining(const Listings& meetings, const Preference& preference, std::vector<SamePair> same)
        : same_(std::move(same)) {
        using Key = decltype(preference.key_of(std::declval<const Meeting&>()));
        std::map<std::uint32_t, std::pair<Key, Listing>> by_row;
        for (const auto& pair : same_) {
            for (const auto row : {pair.one, pair.other}) {
                if (by_row.contains(row)) continue;
                const auto meeting = meetings.part(row, engine::UpTo::place);
                by_row.emplace(row, std::pair{preference.key_of(meeting), listing_of(meeting)});
            }
        }
        number_by_preference(by_row);
        std::ranges::sort(same_, {}, order_of);
    }

    std::vector<Double> join() {
        for (const auto* pair : pairs_in_order())
            try_to_join(pair->one, pair->other);
        std::vector<Double> doubles;
        for (Number number = 0; number < listings_.size(); ++number) {
            const Number head = head_of_[number];
            if (head == number) continue;
            doubles.push_back({.hidden = listings_[number].id,
                               .shown = listings_[head].id,
                               .why = *why_of(head, number)});
        }
        std::ranges::sort(doubles, {}, &Double::hidden);
        return doubles;
    }

  private:
    static Listing listing_of(const Meeting& meeting) {
        return {.id = meeting.id,
                .source = meeting.source,
                .offer = offer_of(meeting),
                .name = fold(meeting.name)};
    }

    template <class Key>
    void number_by_preference(std::map<std::uint32_t, std::pair<Key, Listing>>& by_row) {
        std::vector<std::uint32_t> rows;
        for (const auto& [row, _] : by_row)
            rows.push_back(row);
        std::ranges::sort(rows, {}, [&](std::uint32_t row) { return by_row.at(row).first; });
        std::unordered_map<std::uint32_t, Number> number_of;
        for (const auto row : rows) {
            const auto number = static_cast<Number>(listings_.size());
            number_of.emplace(row, number);
            head_of_.push_back(number);
            members_.push_back({number});
            listings_.push_back(std::move(by_row.at(row).second));
        }
        for (auto& pair : same_) {
            const auto one = number_of.at(pair.one);
            const auto other = number_of.at(pair.other);
            pair.one = std::min(one, other);
            pair.other = std::max(one, other);
        }
    }

    // Those of one name first: they are the surest.
    std::vector<const SamePair*> pairs_in_order() const {
        std::vector<const SamePair*> pairs;
        pairs.reserve(same_.size());
        for (const auto& pair : same_)
            pairs.push_back(&pair);
        std::ranges::stable_partition(pairs, [&](const SamePair* pair) {
            return listings_[pair->one].name == listings_[pair->other].name;
        });
        return pairs;
    }

    // Null when they are not the same meeting.
    const Sameness* why_of(Number one, Number other) const {
        const auto found = std::ranges::lower_bound(same_, std::pair{one, other}, {}, order_of);
        const bool is_there = found != same_.end() && order_of(*found) == std::pair{one, other};
        return is_there ? &found->why : nullptr;
    }

    void try_to_join(Number one, Number other) {
        Number head = head_of_[one];
        Number hidden = head_of_[other];
        if (head == hidden) return;
        if (hidden < head) std::swap(head, hidden);
        for (const Number member : members_[hidden]) {
            if (!can_stand_for(head, member)) return;
        }
        for (const Number member : members_[hidden]) {
            head_of_[member] = head;
            members_[head].push_back(member);
        }
        members_[hidden].clear();
    }

    bool can_stand_for(Number head, Number member) const {
        const auto& listing = listings_[member];
        if (why_of(head, member) == nullptr) return false;
        if (!offers_all_of(listings_[head].offer, listing.offer)) return false;
        return std::ranges::none_of(members_[head], [&](Number already) {
            return listings_[already].source == listing.source;
        });
    }

    std::vector<SamePair> same_;
    std::vector<Listing> listings_;
    std::vector<Number> head_of_;
    std::vector<std::vector<Number>> members_;  // Of heads: themselves and what they stand for.
};

// Enough of a listing to tell that two are not the same, without unpacking them.
struct Candidate {
    SourceId source{};
    std::uint32_t row = 0;
    std::uint16_t start = 0;
    Fellowship fellowship{};
    std::uint8_t days = 0;
};

bool may_be_same(const Candidate& a, const Candidate& b) {
    return a.source != b.source && a.fellowship == b.fellowship && (a.days & b.days) != 0 &&
           std::abs(a.start - b.start) <= kStartsApartMax.count();
}

bool are_of_one_source(const std::vector<Candidate>& candidates) {
    return std::ranges::all_of(candidates, [&](const Candidate& each) {
        return each.source == candidates.front().source;
    });
}

// The pairs that are the same meeting, each once.
std::vector<SamePair> same_pairs(const Listings& meetings) {
    std::vector<Candidate> candidates;
    NearPairs pairs;
    for (std::uint32_t row = 0; row < meetings.size(); ++row) {
        const auto meeting = meetings.part(row, engine::UpTo::online);
        if (!can_be_double(meeting)) continue;
        pairs.add(static_cast<std::uint32_t>(candidates.size()), meeting);
        candidates.push_back({.source = meeting.source,
                              .row = row,
                              .start = static_cast<std::uint16_t>(meeting.schedule.start.count()),
                              .fellowship = meeting.fellowship,
                              .days = static_cast<std::uint8_t>(meeting.schedule.days.bits())});
    }
    std::vector<SamePair> same;
    if (are_of_one_source(candidates)) return same;
    pairs.each([&](PairOfRows pair) {
        const auto& one = candidates[pair.first];
        const auto& other = candidates[pair.second];
        if (!may_be_same(one, other)) return;
        const auto why = sameness_of(meetings.part(one.row, engine::UpTo::online),
                                     meetings.part(other.row, engine::UpTo::online));
        if (why) same.push_back({one.row, other.row, *why});
    });
    std::ranges::sort(same, {}, order_of);
    const auto twice = std::ranges::unique(same, {}, order_of);
    same.erase(twice.begin(), twice.end());
    return same;
}

}  // namespace

std::optional<Sameness> sameness_of(const Meeting& a, const Meeting& b) {
    if (!can_be_double(a) || !can_be_double(b) || !has_same_rule(a, b)) return std::nullopt;
    const auto days = a.schedule.days.bits() & b.schedule.days.bits();
    const auto apart = std::chrono::abs(a.schedule.start - b.schedule.start);
    if (days == 0 || apart > kStartsApartMax) return std::nullopt;
    const auto here = offer_of(a), there = offer_of(b);
    if (!offers_all_of(here, there) && !offers_all_of(there, here)) return std::nullopt;
    Sameness why{.day = std::chrono::weekday{static_cast<unsigned>(__builtin_ctz(days))},
                 .apart = apart,
                 .meters = meters_between(a, b),
                 .is_same_room = are_in_one_room(a, b)};
    return why.meters || why.is_same_room ? std::optional{why} : std::nullopt;
}

std::vector<Double> find_doubles(const Listings& meetings, std::span<const Source> sources) {
    auto same = same_pairs(meetings);
    if (same.empty()) return {};
    return Joining{meetings, Preference{sources}, std::move(same)}.join();
}

}  // namespace waymark::finder
