#include "finder/soon.h"

#include <algorithm>
#include <unordered_set>

#include "finder/first_hits.h"

namespace waymark::finder {
namespace {

using engine::kWeekMinutes;
using engine::Soonest;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr std::uint32_t bit(directory::VenueKind venue) {
    return 1u << static_cast<unsigned>(venue);
}
constexpr std::uint32_t kOnlineVenues = bit(directory::VenueKind::online) |
                                        bit(directory::VenueKind::hybrid) |
                                        bit(directory::VenueKind::temporarily_online);

// One list of starts, gone through once from now on.
class Starts {
  public:
    Starts(const Query& query, const Soonest::Group& group)
        : clock_(&query.clock(group.zone)), group_(&group), left_(group.end - group.first) {
        const auto& minutes_of_week = query.index.soonest.minutes();
        const auto now = std::chrono::floor<minutes>(clock_->local());
        sunday_ = clock_->today() - days{std::chrono::weekday{clock_->today()}.c_encoding()};
        const auto minute = static_cast<std::uint16_t>((now - sunday_).count());
        const auto begin = minutes_of_week.begin();
        const auto found = std::lower_bound(begin + group.first, begin + group.end, minute);
        at_ = static_cast<std::uint32_t>(found - begin);
        read(query);
    }

    bool is_done() const { return left_ == 0; }
    // A start is never earlier than this, nor are those after it.
    Instant instant() const { return instant_; }
    RowNumber row(const Query& query) const { return query.index.soonest.rows()[place()]; }

    void go_on(const Query& query) {
        ++at_;
        --left_;
        if (left_ != 0) read(query);
    }

    friend bool operator<(const Starts& a, const Starts& b) { return a.instant_ > b.instant_; }

  private:
    bool is_next_week() const { return at_ >= group_->end; }
    std::uint32_t place() const {
        return is_next_week() ? at_ - (group_->end - group_->first) : at_;
    }

    void read(const Query& query) {
        const auto minute = query.index.soonest.minutes()[place()];
        const auto reading = sunday_ + minutes{minute + (is_next_week() ? kWeekMinutes : 0)};
        instant_ = clock_->to_instant(std::max<LocalSeconds>(reading, clock_->local()));
    }

    const ZoneClock* clock_;
    const Soonest::Group* group_;
    std::chrono::local_days sunday_{};
    std::uint32_t at_ = 0;
    std::uint32_t left_ = 0;
    Instant instant_{};
};

// All lists that can hold a match, merged from now on.
class Merge {
  public:
    Merge(const Query& query, const Look& look) : query_(query), look_(look) {}

    // Calls take(row, sees, hit) for each row that the request might find, until
    // is_over(instant) says that no later start is wanted.
    template <class Take, class IsOver>
    void run(Take take, IsOver is_over) {
        for (const auto& group : query_.index.soonest.groups()) {
            if (!query_.pattern.takes_language_set(group.language_set)) continue;
            if (!group.may_be_online && (query_.pattern.venues & ~kOnlineVenues) == 0) continue;
            begin(group, take);
        }
        std::make_heap(heap_.begin(), heap_.end());
        while (!heap_.empty() && !is_over(heap_.front().instant() - margin_)) {
            std::pop_heap(heap_.begin(), heap_.end());
            auto& next = heap_.back();
            look_at(next.row(query_), take);
            next.go_on(query_);
            if (next.is_done()) {
                heap_.pop_back();
            } else {
                std::push_heap(heap_.begin(), heap_.end());
            }
        }
    }

  private:
    template <class Take>
    void begin(const Soonest::Group& group, Take& take) {
        const auto& clock = query_.clock(group.zone);
        // Readings of one zone are an hour out of order where its clocks change.
        if (clock.changes_at() < query_.not_before + days{9}) margin_ = hours{2};
        if (clock.is_settled()) {
            heap_.emplace_back(query_, group);
            return;
        }
        // Its clocks have just changed: no order can be relied on.
        for (auto at = group.first; at < group.end; ++at)
            look_at(query_.index.soonest.rows()[at], take);
    }

    template <class Take>
    void look_at(RowNumber row, Take& take) {
        const bool stands_once = query_.index.rows[row].is_simple;
        if (!stands_once && !seen_.insert(row).second) return;
        Hit hit;
        take(row, look_.at(row, hit), hit);
    }

    const Query& query_;
    const Look& look_;
    std::vector<Starts> heap_;
    std::chrono::seconds margin_{0};
    std::unordered_set<RowNumber> seen_;  // That stand in the lists more than once.
};

}  // namespace

std::vector<Hit> soonest_of_all(const Query& query, const Look& look, std::size_t most) {
    FirstHits<Hit, HitOrder> first{{Sort::soonest}, most};
    Merge{query, look}.run(
        [&](RowNumber, Look::Sees sees, const Hit& hit) {
            if (sees == Look::Sees::match && hit.has_start()) first.add(hit);
        },
        [&](Instant start) {
            return start > query.not_after || (first.is_full() && start > first.last().starts);
        });
    return std::move(first).sorted();
}

Counted count_in_wait(const Query& query, const Look& look) {
    Counted counted{.tally = Tally{query.index}};
    Merge{query, look}.run(
        [&](RowNumber row, Look::Sees sees, const Hit& hit) { counted.add(query, row, sees, hit); },
        [&](Instant start) { return start > query.not_after; });
    return counted;
}

}  // namespace waymark::finder
