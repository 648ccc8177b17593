#include "web/others.h"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "finder/search.h"
#include "web/listed_too.h"
#include "web/words.h"

namespace waymark::web {
namespace {

using directory::Meeting;
using html::Data;

constexpr std::size_t kOthersShown = 12;

using Meetings = std::vector<const Meeting*>;

// By when each next starts; those by appointment last.
void sort_by_start(Meetings& meetings, Instant now) {
    std::vector<std::pair<Instant, const Meeting*>> starts;
    starts.reserve(meetings.size());
    for (const Meeting* meeting : meetings) {
        const auto next =
            directory::next_occurrence(meeting->schedule, now - finder::kInProgressShown);
        starts.emplace_back(next ? next->starts : Instant::max(), meeting);
    }
    std::ranges::sort(starts, {}, [](const auto& one) {
        return std::tuple{one.first, one.second->id};
    });
    std::ranges::transform(starts, meetings.begin(), [](const auto& one) { return one.second; });
}

std::string where_words(const Visit& visit, const Meeting& meeting) {
    const std::string place =
        meeting.place.name.empty() ? address_line(meeting.place) : meeting.place.name;
    const std::string venue = venue_words(visit.speak, directory::usual_venue(meeting));
    return place.empty() ? venue : place + " · " + venue;
}

// As exactly as about a kilometre, like every link with a place in it.
std::string find_link(const Meeting& meeting) {
    const auto& point = meeting.place.point;
    if (!point) return "/find?venue=online";
    return fmt::format("/find?near={:.2f},{:.2f}", point->latitude, point->longitude);
}

// Of one meeting in several lists only the listing that is shown, and never the
// page's own meeting again.
bool is_another(const Visit& visit, const Meeting& meeting, const Meeting& other) {
    return other.id != meeting.id && visit.directory->double_of(other.id) == nullptr &&
           !is_same_meeting(visit, meeting, other);
}

Data others(const Visit& visit, const Meeting& meeting, Meetings meetings) {
    if (meetings.empty()) return false;
    sort_by_start(meetings, visit.now);
    Data::List list;
    for (const Meeting* other : meetings) {
        if (list.size() == kOthersShown) break;
        list.push_back(Data::object({{"href", "/meetings/" + std::to_string(other->id.value)},
                                     {"name", other->name},
                                     {"when", rule_words(visit.speak, other->schedule)},
                                     {"where", where_words(visit, *other)}}));
    }
    const bool has_more = meetings.size() > kOthersShown;
    return Data::object(
        {{"list", std::move(list)}, {"more_href", has_more ? find_link(meeting) : std::string{}}});
}

}  // namespace

Data others_of_group(const Visit& visit, const Meeting& meeting) {
    const auto* group = visit.directory->group_of(meeting.id);
    if (group == nullptr) return false;
    Meetings meetings;
    std::ranges::copy_if(group->meetings, std::back_inserter(meetings),
                         [&](const Meeting* other) { return is_another(visit, meeting, *other); });
    return others(visit, meeting, std::move(meetings));
}

Data others_here(const Visit& visit, const Meeting& meeting) {
    const auto* building = visit.directory->building_of(meeting.id);
    if (building == nullptr) return false;
    const auto* group = visit.directory->group_of(meeting.id);
    Meetings meetings;
    std::ranges::copy_if(building->meetings, std::back_inserter(meetings),
                         [&](const Meeting* other) {
                             const bool is_of_group =
                                 group != nullptr && visit.directory->group_of(other->id) == group;
                             return is_another(visit, meeting, *other) && !is_of_group;
                         });
    return others(visit, meeting, std::move(meetings));
}

}  // namespace waymark::web
