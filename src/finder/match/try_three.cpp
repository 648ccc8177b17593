#include "finder/match/try_three.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace waymark::finder::match {
namespace {

using directory::Fellowship;

constexpr std::size_t kKeptOfEach = 3;  // Of one programme on one day: as many as are tried.

struct Option {
    std::size_t place = 0;  // Among the ranked.
    int points = 0;
    Fellowship programme{};
    Date day{};
    Candidate candidate{};
};

Date day_of(const Candidate& candidate, const Request& request) {
    const Zone& zone = request.here ? *request.here : candidate.meeting->schedule.zone;
    return Date{std::chrono::floor<std::chrono::days>(zone.to_local(candidate.next.starts))};
}

// One for each day of the week on which it meets.
std::vector<Option> options_of(const Ranked& ranked, std::size_t place, const Request& request) {
    std::vector<Option> options;
    const Instant end = request.now + kThisWeek;
    const auto& meeting = ranked.candidate.meeting;
    for (Instant from = request.now; from < end;) {
        auto candidate = candidate_of(meeting, request, from, end);
        if (!candidate) {
            from += std::chrono::days{1};
            continue;
        }
        from = candidate->next.starts + std::chrono::seconds{1};
        options.push_back({.place = place,
                           .points = ranked.points,
                           .programme = ranked.programme,
                           .day = day_of(*candidate, request),
                           .candidate = *std::move(candidate)});
    }
    return options;
}

// The best of each programme on each day, which is all that a best choice needs.
std::vector<Option> options(const std::vector<Ranked>& ranked, const Request& request) {
    std::map<Fellowship, std::size_t> looked_at;
    std::map<std::pair<Fellowship, std::chrono::sys_days>, std::set<std::size_t>> kept;
    std::vector<Option> all;
    for (std::size_t place = 0; place < ranked.size(); ++place) {
        const auto programme = ranked[place].programme;
        if (++looked_at[programme] > kLookedAtOfEach) continue;
        for (auto& option : options_of(ranked[place], place, request)) {
            auto& places = kept[{programme, option.day}];
            if (place != 0 && places.size() >= kKeptOfEach) continue;
            places.insert(place);
            all.push_back(std::move(option));
        }
    }
    return all;
}

struct Choice {
    std::vector<const Option*> options{};

    auto worth() const {
        int programmes = 0;
        int points = 0;
        long places = 0;
        for (std::size_t i = 0; i < options.size(); ++i) {
            const auto end = options.begin() + static_cast<std::ptrdiff_t>(i);
            programmes += std::none_of(options.begin(), end, [&](const Option* option) {
                return option->programme == options[i]->programme;
            });
            points += options[i]->points;
            places += static_cast<long>(options[i]->place);
        }
        return std::tuple{options.size(), programmes, points, -places};
    }
};

bool goes_with(const Option& a, const Option& b) {
    return a.place != b.place && a.day != b.day;
}

// The best two beside `first`, or the best one, among those from the second on.
void improve(Choice& best, const Option& first, const std::vector<Option>& all) {
    const auto take = [&](std::vector<const Option*> options) {
        Choice choice{std::move(options)};
        if (best.options.empty() || choice.worth() > best.worth()) best = std::move(choice);
    };
    take({&first});
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!goes_with(first, all[i])) continue;
        take({&first, &all[i]});
        for (std::size_t k = i + 1; k < all.size(); ++k) {
            if (goes_with(first, all[k]) && goes_with(all[i], all[k])) {
                take({&first, &all[i], &all[k]});
            }
        }
    }
}

}  // namespace

std::vector<Try> try_three(const std::vector<Ranked>& ranked, const Request& request) {
    const auto all = options(ranked, request);
    Choice best;
    for (const auto& option : all) {
        if (option.place == 0) improve(best, option, all);
    }
    std::vector<Try> three;
    for (const auto* option : best.options)
        three.push_back({option->candidate});
    std::ranges::sort(three, {}, [](const Try& one) {
        return std::tuple{one.candidate.next.starts, one.candidate.meeting->id.value};
    });
    return three;
}

}  // namespace waymark::finder::match
