#include "testing/plain_search.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "core/text.h"
#include "finder/rank.h"
#include "finder/words.h"

namespace waymark::testing {
namespace {

using directory::FeatureKind;
using directory::Meeting;
using directory::VenueKind;
using finder::Match;
using finder::SearchRequest;
using finder::Sort;
using std::chrono::days;
using std::chrono::minutes;

template <class List, class Item>
bool holds(const List& list, const Item& item) {
    return std::ranges::find(list, item) != list.end();
}

bool fits_hours(const SearchRequest& request, const Meeting& meeting) {
    if (!request.after && !request.before) return true;
    const auto start = meeting.schedule.start % minutes{1440};
    const bool late_enough = !request.after || start >= *request.after;
    const bool early_enough = !request.before || start < *request.before;
    const bool past_midnight = request.after && request.before && *request.after > *request.before;
    return past_midnight ? late_enough || early_enough : late_enough && early_enough;
}

bool speaks(const SearchRequest& request, const Meeting& meeting) {
    if (request.languages.empty()) return true;
    for (const auto& asked : request.languages) {
        for (const auto& language : meeting.languages) {
            const auto wanted = ascii_lower(asked);
            const auto spoken = ascii_lower(language);
            if (spoken == wanted || spoken.starts_with(wanted + "-")) return true;
        }
    }
    return false;
}

bool fits_kind(const SearchRequest& request, const Meeting& meeting) {
    const auto& asked = request.fellowships;
    if (!asked.empty() && !holds(asked, meeting.fellowship)) return false;
    if (!meeting.features.has_all(request.needs)) return false;
    if (!request.audience.empty() && !meeting.features.has_any(request.audience)) return false;
    if (request.door && !meeting.features.has(*request.door)) return false;
    const auto attitude = directory::medication_attitude(meeting);
    if (request.medication && attitude != *request.medication) return false;
    return speaks(request, meeting);
}

bool fits_place(const SearchRequest& request, const Meeting& meeting, Match& match) {
    const auto& point = meeting.place.point;
    if ((request.near || request.box) && !point) return false;
    if (request.box && !request.box->contains(*point)) return false;
    if (!request.near) return true;
    match.distance = distance_between(*request.near, *point);
    if (request.radius) return *match.distance <= *request.radius;
    return request.sort == Sort::nearest || *match.distance <= finder::kRadiusUsual;
}

bool fits_venue(const SearchRequest& request, VenueKind kind) {
    if (request.venues.empty()) return kind != VenueKind::suspended;
    if (holds(request.venues, kind)) return true;
    return kind == VenueKind::temporarily_online && holds(request.venues, VenueKind::online);
}

bool fits_time(const SearchRequest& request, const Meeting& meeting, Instant now, Match& match) {
    const bool any_time =
        request.weekdays.empty() && !request.within && !request.after && !request.before;
    const auto& schedule = meeting.schedule;
    const auto wanted = request.weekdays.empty() ? directory::WeekdaySet::all() : request.weekdays;
    Date date{std::chrono::floor<days>(schedule.zone.to_local(now))};
    if (!schedule.days.empty()) {
        match.next = directory::next_occurrence(schedule, now - finder::kInProgressShown, wanted);
        if (!match.next || !fits_hours(request, meeting)) return false;
        if (request.within && match.next->starts > now + *request.within) return false;
        date = match.next->date;
    }
    match.venue = directory::venue_on(meeting, date);
    if (match.venue == VenueKind::by_appointment) match.next.reset();
    return (match.next || any_time) && fits_venue(request, match.venue);
}

int points_of(const SearchRequest& request, const Match& match, Instant now) {
    const auto& meeting = *match.meeting;
    finder::Fit fit{.distance = match.distance,
                    .is_online_only = directory::can_join_online(match.venue) &&
                                      !directory::can_walk_in(match.venue),
                    .fellowship = meeting.fellowship,
                    .features = meeting.features,
                    .medication = directory::medication_attitude(meeting)};
    if (match.next) fit.until = std::chrono::floor<minutes>(match.next->starts - now);
    if (const auto tended = finder::tended_at(meeting.freshness)) fit.untended = now - *tended;
    return finder::points_of(fit, request);
}

auto in_week(const Match& match) {
    const std::chrono::weekday day{std::chrono::sys_days{match.next->date}};
    return std::tuple{day.c_encoding(), match.meeting->schedule.start, match.meeting->id};
}

bool stands_before(const SearchRequest& request, const Match& a, const Match& b, Instant now) {
    if (a.next.has_value() != b.next.has_value()) return a.next.has_value();
    if (request.sort == Sort::best) {
        const int points_a = points_of(request, a, now);
        const int points_b = points_of(request, b, now);
        if (points_a != points_b) return points_a > points_b;
    }
    if (request.sort == Sort::week && a.next) return in_week(a) < in_week(b);
    constexpr Kilometers kFar{1e9};
    const auto km_a = a.distance.value_or(kFar);
    const auto km_b = b.distance.value_or(kFar);
    if (request.sort == Sort::nearest && km_a != km_b) return km_a < km_b;
    if (a.next && a.next->starts != b.next->starts) return a.next->starts < b.next->starts;
    return std::tie(km_a, a.meeting->id) < std::tie(km_b, b.meeting->id);
}

void count_facets(PlainAnswer& answer) {
    constexpr std::array<const char*, 7> kDays{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
    auto& facets = answer.facets;
    for (const auto& match : answer.matches) {
        const auto& meeting = *match.meeting;
        ++facets["fellowship"][std::string{directory::info(meeting.fellowship).code}];
        ++facets["venue"][std::string{directory::code_of(match.venue)}];
        ++facets["medication"]
                [std::string{directory::code_of(directory::medication_attitude(meeting))}];
        if (match.next) {
            const std::chrono::weekday day{std::chrono::sys_days{match.next->date}};
            ++facets["weekday"][kDays[day.c_encoding()]];
        }
        std::set<std::string> languages;
        for (const auto& language : meeting.languages) {
            const auto lower = ascii_lower(language);
            languages.insert(lower.substr(0, lower.find('-')));
        }
        for (const auto& language : languages)
            ++facets["lang"][language];
        for (const auto& info : directory::features()) {
            if (!meeting.features.has(info.feature)) continue;
            const std::string code{info.code};
            if (info.kind == FeatureKind::need) ++facets["need"][code];
            if (info.kind == FeatureKind::audience) ++facets["for"][code];
            if (info.kind == FeatureKind::door) ++facets["door"][code];
        }
    }
}

}  // namespace

PlainSearch::PlainSearch(const finder::Snapshot& snapshot) : snapshot_(snapshot) {
    for (const Meeting& meeting : snapshot.meetings()) {
        meetings_.push_back(std::make_shared<const Meeting>(meeting));
        const auto folded = fold(finder::searchable_text(meeting));
        const auto words = words_of(folded);
        words_.emplace_back(words.begin(), words.end());
        note_age(meeting);
    }
}

bool PlainSearch::begins_a_word(std::size_t row, std::string_view typed) const {
    return std::ranges::any_of(words_[row],
                               [&](const std::string& word) { return word.starts_with(typed); });
}

bool PlainSearch::has_misspelt_word(std::size_t row, std::string_view typed) const {
    return std::ranges::any_of(
        words_[row], [&](const std::string& word) { return within_one_typo(typed, word); });
}

// Typed words, and whether a typo in them is forgiven.
std::vector<PlainSearch::Typed> PlainSearch::typed_in(const std::string& text) const {
    std::vector<Typed> all;
    const auto folded = fold(text);
    for (const auto word : words_of(folded)) {
        std::size_t known = 0;
        for (std::size_t row = 0; row < words_.size(); ++row)
            known += begins_a_word(row, word) ? 1 : 0;
        all.push_back(
            {std::string{word}, finder::may_be_misspelt(word) && known < finder::kRowsKnown});
    }
    return all;
}

bool PlainSearch::has_words(std::size_t row, const std::vector<Typed>& text) const {
    return std::ranges::all_of(text, [&](const Typed& typed) {
        return begins_a_word(row, typed.word) ||
               (typed.is_forgiven && has_misspelt_word(row, typed.word));
    });
}

// Every listing of the same meeting counts, each by its own source.
void PlainSearch::note_age(const Meeting& meeting) {
    const auto* as = snapshot_.double_of(meeting.id);
    auto& latest = known_true_[as == nullptr ? meeting.id : as->shown];
    const auto* source = snapshot_.source(meeting.source);
    if (source != nullptr) latest = std::max(latest, source->fetched_at);
    latest = std::max(latest, meeting.freshness.last_confirmed_at);
}

bool PlainSearch::is_old(const Meeting& meeting, Instant now) const {
    const auto latest = known_true_.at(meeting.id);
    return latest && now - *latest > days{90};
}

PlainAnswer PlainSearch::search(const SearchRequest& request, Instant now) const {
    PlainAnswer answer;
    const auto text = typed_in(request.text);
    for (std::size_t row = 0; row < meetings_.size(); ++row) {
        const auto& meeting = *meetings_[row];
        Match match{.meeting = meetings_[row]};
        if (!fits_kind(request, meeting)) continue;
        if (!fits_place(request, meeting, match)) continue;
        if (!has_words(row, text)) continue;
        if (!fits_time(request, meeting, now, match)) continue;
        if (snapshot_.double_of(meeting.id) != nullptr) continue;
        if (!request.shows_old && is_old(meeting, now)) {
            ++answer.old;
            continue;
        }
        answer.matches.push_back(std::move(match));
    }
    std::ranges::sort(answer.matches, [&](const Match& a, const Match& b) {
        return stands_before(request, a, b, now);
    });
    count_facets(answer);
    return answer;
}

}  // namespace waymark::testing
