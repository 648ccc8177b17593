#include "finder/query.h"

#include <algorithm>
#include <string_view>

#include "core/text.h"
#include "finder/scan.h"

namespace waymark::finder {
namespace {

using directory::VenueKind;

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

}  // namespace

Query::Query(const Index& index, const SearchRequest& asked, Instant moment)
    : request(asked),
      now(moment),
      not_before(moment - kInProgressShown),
      not_after(asked.within ? moment + *asked.within : Instant::max()),
      radius(radius_of(asked)),
      fellowships(fellowships_of(asked)),
      venues(venues_of(asked)),
      medications(asked.medication ? bit(*asked.medication) : ~std::uint32_t{0}),
      must_have(asked.needs),
      days(asked.weekdays.empty() ? directory::WeekdaySet::all() : asked.weekdays),
      after(static_cast<unsigned>(asked.after.value_or(std::chrono::minutes{0}).count())),
      before(static_cast<unsigned>(asked.before.value_or(std::chrono::hours{24}).count())),
      has_hours(asked.after || asked.before),
      is_any_time(asked.weekdays.empty() && !asked.within && !has_hours) {
    if (asked.door) must_have.add(*asked.door);
    for (const auto& spoken : index.language_sets) {
        language_fits.push_back(asked.languages.empty() || speaks_any(spoken, asked.languages));
    }
    clocks.reserve(index.zones.size());
    for (const auto& zone : index.zones)
        clocks.emplace_back(zone, not_before);
}

}  // namespace waymark::finder
