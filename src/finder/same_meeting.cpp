#include "finder/same_meeting.h"

#include <algorithm>
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

// Whether hiding the one hides nothing that the other has not.
bool offers_all_of(const Meeting& shown, const Meeting& hidden) {
    const auto days = shown.schedule.days.bits();
    if ((hidden.schedule.days.bits() & ~days) != 0) return false;
    const auto here = directory::usual_venue(shown);
    const auto there = directory::usual_venue(hidden);
    return (directory::can_walk_in(here) || !directory::can_walk_in(there)) &&
           (directory::can_join_online(here) || !directory::can_join_online(there));
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

int count_of_offers(const Meeting& meeting) {
    const auto venue = directory::usual_venue(meeting);
    return __builtin_popcount(meeting.schedule.days.bits()) * 2 +
           (directory::can_walk_in(venue) && directory::can_join_online(venue) ? 1 : 0);
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
        return std::tuple{-count_of_offers(meeting),
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

// The listings that are the same meeting as some other, best first, and what
// becomes of them. Numbers are places in that order.
class Joining {
  public:
    using Number = std::uint32_t;

    Joining(std::span<const Meeting* const> meetings, const Preference& preference,
            std::vector<SamePair> same)
        : same_(std::move(same)) {
        std::vector<std::uint32_t> rows;
        for (const auto& pair : same_) {
            rows.push_back(pair.one);
            rows.push_back(pair.other);
        }
        std::ranges::sort(rows);
        const auto repeated = std::ranges::unique(rows);
        rows.erase(repeated.begin(), repeated.end());
        std::vector<decltype(preference.key_of(*meetings[0]))> keys(meetings.size());
        for (const auto row : rows)
            keys[row] = preference.key_of(*meetings[row]);
        std::ranges::sort(rows, {}, [&](std::uint32_t row) { return keys[row]; });
        std::vector<Number> number_of(meetings.size());
        for (const auto row : rows) {
            number_of[row] = static_cast<Number>(listings_.size());
            head_of_.push_back(number_of[row]);
            members_.push_back({number_of[row]});
            listings_.push_back(meetings[row]);
        }
        for (auto& pair : same_) {
            const auto one = number_of[pair.one];
            const auto other = number_of[pair.other];
            pair.one = std::min(one, other);
            pair.other = std::max(one, other);
        }
        std::ranges::sort(same_, {}, order_of);
    }

    std::vector<Double> join() {
        for (const auto* pair : pairs_in_order())
            try_to_join(pair->one, pair->other);
        std::vector<Double> doubles;
        for (Number number = 0; number < listings_.size(); ++number) {
            const Number head = head_of_[number];
            if (head == number) continue;
            doubles.push_back({.hidden = listings_[number]->id,
                               .shown = listings_[head]->id,
                               .why = *why_of(head, number)});
        }
        std::ranges::sort(doubles, {}, &Double::hidden);
        return doubles;
    }

  private:
    // Those of one name first: they are the surest.
    std::vector<const SamePair*> pairs_in_order() const {
        std::vector<const SamePair*> pairs;
        pairs.reserve(same_.size());
        for (const auto& pair : same_)
            pairs.push_back(&pair);
        std::ranges::stable_partition(pairs, [&](const SamePair* pair) {
            const auto& one = listings_[pair->one]->name;
            const auto& other = listings_[pair->other]->name;
            return one == other || fold(one) == fold(other);
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
        const auto& listing = *listings_[member];
        if (why_of(head, member) == nullptr || !offers_all_of(*listings_[head], listing)) {
            return false;
        }
        return std::ranges::none_of(members_[head], [&](Number already) {
            return listings_[already]->source == listing.source;
        });
    }

    std::vector<SamePair> same_;
    std::vector<const Meeting*> listings_;
    std::vector<Number> head_of_;
    std::vector<std::vector<Number>> members_;  // Of heads: themselves and what they stand for.
};

bool are_of_one_source(std::span<const Meeting* const> meetings) {
    return std::ranges::all_of(
        meetings, [&](const Meeting* each) { return each->source == meetings.front()->source; });
}

}  // namespace

std::optional<Sameness> sameness_of(const Meeting& a, const Meeting& b) {
    if (!can_be_double(a) || !can_be_double(b) || !has_same_rule(a, b)) return std::nullopt;
    const auto days = a.schedule.days.bits() & b.schedule.days.bits();
    const auto apart = std::chrono::abs(a.schedule.start - b.schedule.start);
    if (days == 0 || apart > kStartsApartMax) return std::nullopt;
    if (!offers_all_of(a, b) && !offers_all_of(b, a)) return std::nullopt;
    Sameness why{.day = std::chrono::weekday{static_cast<unsigned>(__builtin_ctz(days))},
                 .apart = apart,
                 .meters = meters_between(a, b),
                 .is_same_room = are_in_one_room(a, b)};
    return why.meters || why.is_same_room ? std::optional{why} : std::nullopt;
}

std::vector<Double> find_doubles(std::span<const Meeting* const> meetings,
                                 std::span<const Source> sources) {
    std::vector<const Meeting*> all;
    all.reserve(meetings.size());
    for (const auto* meeting : meetings) {
        if (can_be_double(*meeting)) all.push_back(meeting);
    }
    if (all.empty() || are_of_one_source(all)) return {};
    std::ranges::sort(all, {}, &Meeting::id);
    std::vector<SamePair> same;
    each_near_pair(all, [&](PairOfRows pair) {
        const auto& [one, other] = pair;
        if (all[one]->source == all[other]->source) return;
        if (const auto why = sameness_of(*all[one], *all[other]))
            same.push_back({one, other, *why});
    });
    std::ranges::sort(same, {}, order_of);
    const auto twice = std::ranges::unique(same, {}, order_of);
    same.erase(twice.begin(), twice.end());
    return Joining{all, Preference{sources}, std::move(same)}.join();
}

std::vector<Double> find_doubles(std::span<const Meeting> meetings,
                                 std::span<const Source> sources) {
    std::vector<const Meeting*> all;
    all.reserve(meetings.size());
    for (const auto& meeting : meetings)
        all.push_back(&meeting);
    return find_doubles(std::span<const Meeting* const>{all}, sources);
}

}  // namespace waymark::finder
