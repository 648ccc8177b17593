#include "finder/query.h"

#include <algorithm>
#include <string_view>

#include "core/text.h"

namespace waymark::finder {
namespace {

using directory::VenueKind;

using engine::Pattern;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

template <class Enum>
std::uint32_t bit(Enum value) {
    return std::uint32_t{1} << static_cast<unsigned>(value);
}

std::uint32_t fellowships_of(const SearchRequest& request) {
    if (request.fellowships.empty()) return ~std::uint32_t{0};
    std::uint32_t mask = 0;
    for (const auto fellowship : request.fellowships)
        mask |= bit(fellowship);
    return mask;
}

std::uint32_t venues_of(const SearchRequest& request) {
    if (request.venues.empty()) return ~bit(VenueKind::suspended);
    std::uint32_t mask = 0;
    for (const auto venue : request.venues)
        mask |= bit(venue);
    if (mask & bit(VenueKind::online)) mask |= bit(VenueKind::temporarily_online);
    return mask;
}

bool is_or_belongs_to(std::string_view tag, std::string_view wanted) {
    if (!tag.starts_with(wanted)) return false;
    return tag.size() == wanted.size() || tag[wanted.size()] == '-';
}

bool speaks_any(const std::vector<std::string>& spoken, const std::vector<std::string>& wanted) {
    return std::ranges::any_of(wanted, [&](const std::string& language) {
        const auto lower = ascii_lower(language);
        return std::ranges::any_of(
            spoken, [&](std::string_view tag) { return is_or_belongs_to(tag, lower); });
    });
}

// Those days on which, by some clock on Earth, a start may lie in the wait.
std::uint32_t days_within(const SearchRequest& request, Instant not_before, Instant not_after) {
    const auto wanted = request.weekdays.empty() ? 0x7fu : request.weekdays.bits();
    if (!request.within || *request.within > days{5}) return wanted;
    std::uint32_t within = 0;
    // Zones run from 12 hours behind UTC to 14 before it; a start of 24:00 is
    // said of the day before.
    const auto first = std::chrono::floor<days>(not_before - hours{13}) - days{1};
    for (auto day = first; day <= std::chrono::floor<days>(not_after + hours{15}); day += days{1})
        within |= 1u << std::chrono::weekday{day}.c_encoding();
    return wanted & within;
}

Pattern pattern_of(const Index& index, const SearchRequest& asked) {
    Pattern pattern{.fellowships = fellowships_of(asked),
                    .venues = venues_of(asked),
                    .attitudes = asked.medication ? bit(*asked.medication) : ~std::uint32_t{0},
                    .all_of = asked.needs,
                    .any_of = asked.audience,
                    .has_hours = asked.after || asked.before,
                    .after = static_cast<unsigned>(asked.after.value_or(minutes{0}).count()),
                    .before = static_cast<unsigned>(asked.before.value_or(hours{24}).count())};
    if (asked.door) pattern.all_of.add(*asked.door);
    if (pattern.has_hours) pattern.hours = engine::hours_between(pattern.after, pattern.before);
    pattern.needs_day = !asked.weekdays.empty() || asked.within || pattern.has_hours;
    if (asked.languages.empty()) return pattern;
    for (const auto& spoken : index.language_sets)
        pattern.languages.push_back(speaks_any(spoken, asked.languages));
    return pattern;
}

}  // namespace

std::optional<Kilometers> radius_of(const SearchRequest& request) {
    if (request.radius || !request.near) return request.radius;
    if (request.sort == Sort::nearest) return std::nullopt;
    return kRadiusUsual;
}

Query::Query(const Index& its_index, const SearchRequest& asked, Instant moment)
    : request(asked),
      index(its_index),
      now(moment),
      not_before(moment - kInProgressShown),
      not_after(asked.within ? moment + *asked.within : Instant::max()),
      region(asked.near, radius_of(asked), asked.box),
      pattern(pattern_of(its_index, asked)),
      is_any_time(!pattern.needs_day),
      hides_old(!asked.shows_old && its_index.has_old(moment)),
      clocks_(its_index.zones.size()) {
    pattern.days = days_within(asked, not_before, not_after);
}

const ZoneClock& Query::clock(std::uint16_t zone) const {
    auto& clock = clocks_[zone];
    if (!clock) clock.emplace(index.zones[zone], not_before);
    return *clock;
}

}  // namespace waymark::finder
