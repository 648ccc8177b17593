#include "finder/search.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/text.h"

namespace waymark::finder {
namespace {

using directory::Meeting;
using directory::VenueKind;
using std::chrono::minutes;

bool within_hours(const SearchRequest& request, const Meeting& meeting) {
    if (!request.after && !request.before) return true;
    if (meeting.schedule.days.empty()) return false;
    const auto start = meeting.schedule.start % minutes{1440};
    const bool late_enough = !request.after || start >= *request.after;
    const bool early_enough = !request.before || start < *request.before;
    const bool past_midnight = request.after && request.before && *request.after > *request.before;
    return past_midnight ? late_enough || early_enough : late_enough && early_enough;
}

bool speaks(const SearchRequest& request, const Meeting& meeting) {
    if (request.languages.empty()) return true;
    for (const auto& asked : request.languages) {
        const auto wanted = ascii_lower(asked);
        for (const auto& language : meeting.languages) {
            const auto spoken = ascii_lower(language);
            if (spoken == wanted || spoken.starts_with(wanted + "-")) return true;
        }
    }
    return false;
}

bool fits_kind(const SearchRequest& request, const Meeting& meeting) {
    const auto& asked = request.fellowships;
    if (!asked.empty() && std::ranges::find(asked, meeting.fellowship) == asked.end()) return false;
    if (!meeting.features.has_all(request.needs)) return false;
    if (!request.audience.empty() && !meeting.features.has_any(request.audience)) return false;
    if (request.door && !meeting.features.has(*request.door)) return false;
    if (request.medication && directory::medication_attitude(meeting) != *request.medication) {
        return false;
    }
    return speaks(request, meeting);
}

std::optional<Kilometers> radius_of(const SearchRequest& request) {
    if (request.radius || !request.near) return request.radius;
    if (request.sort == Sort::nearest) return std::nullopt;
    return kRadiusUsual;
}

bool fits_place(const SearchRequest& request, const Meeting& meeting, Match& match) {
    const auto& point = meeting.place.point;
    if ((request.near || request.box) && !point) return false;
    if (request.box && !request.box->contains(*point)) return false;
    if (!request.near) return true;
    match.distance = distance_between(*request.near, *point);
    const auto radius = radius_of(request);
    return !radius || *match.distance <= *radius;
}

bool fits_venue(const SearchRequest& request, VenueKind kind) {
    const auto asked = [&](VenueKind wanted) {
        return std::ranges::find(request.venues, wanted) != request.venues.end();
    };
    if (request.venues.empty()) return kind != VenueKind::suspended;
    return asked(kind) || (kind == VenueKind::temporarily_online && asked(VenueKind::online));
}

bool fits_time(const SearchRequest& request, const Meeting& meeting, Instant now, Match& match) {
    const bool any_time =
        request.weekdays.empty() && !request.within && !request.after && !request.before;
    const auto& schedule = meeting.schedule;
    const auto days = request.weekdays.empty() ? directory::WeekdaySet::all() : request.weekdays;
    Date date{std::chrono::floor<std::chrono::days>(schedule.zone.to_local(now))};
    if (!schedule.days.empty()) {
        match.next = directory::next_occurrence(schedule, now - kInProgressShown, days);
        if (!match.next || !within_hours(request, meeting)) return false;
        if (request.within && match.next->starts > now + *request.within) return false;
        date = match.next->date;
    }
    match.venue = directory::venue_on(meeting, date);
    if (match.venue == VenueKind::by_appointment) match.next.reset();
    return (match.next || any_time) && fits_venue(request, match.venue);
}

auto soonest_key(const Match& match) {
    constexpr Kilometers kFar{1e9};
    const auto starts = match.next ? match.next->starts : Instant::max();
    return std::tuple(starts, match.distance.value_or(kFar), match.meeting->id);
}

bool stands_before(const SearchRequest& request, const Match& a, const Match& b) {
    if (a.next.has_value() != b.next.has_value()) return a.next.has_value();
    if (request.sort == Sort::nearest && a.distance != b.distance) return a.distance < b.distance;
    return soonest_key(a) < soonest_key(b);
}

constexpr std::array<std::string_view, 3> kSortCodes{"best", "soonest", "nearest"};

}  // namespace

std::string_view code_of(Sort sort) {
    return kSortCodes[static_cast<std::size_t>(sort)];
}

std::optional<Sort> sort_of_code(std::string_view code) {
    const auto found = std::ranges::find(kSortCodes, code);
    if (found == kSortCodes.end()) return std::nullopt;
    return static_cast<Sort>(found - kSortCodes.begin());
}

Result<Answer> search(const Snapshot& snapshot, const SearchRequest& request, Instant now) {
    Answer answer;
    for (const auto& meeting : snapshot.meetings()) {
        Match match{.meeting = &meeting};
        if (!fits_kind(request, meeting) || !fits_place(request, meeting, match)) continue;
        if (fits_time(request, meeting, now, match)) answer.matches.push_back(std::move(match));
    }
    answer.total = static_cast<std::int64_t>(answer.matches.size());
    std::ranges::sort(answer.matches,
                      [&](const Match& a, const Match& b) { return stands_before(request, a, b); });
    auto& all = answer.matches;
    all.erase(all.begin(),
              all.begin() + static_cast<std::ptrdiff_t>(std::min(request.offset, all.size())));
    all.resize(std::min(request.limit, all.size()));
    return answer;
}

}  // namespace waymark::finder
