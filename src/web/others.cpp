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
using directory::MeetingId;
using directory::MeetingPtr;
using html::Data;

constexpr std::size_t kOthersShown = 12;

using Meetings = std::vector<MeetingPtr>;

// By when each next starts; those by appointment last.
void sort_by_start(Meetings& meetings, Instant now) {
    std::vector<std::pair<Instant, MeetingPtr>> starts;
    starts.reserve(meetings.size());
    for (const auto& meeting : meetings) {
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

void add_another(const Visit& visit, const Meeting& meeting, MeetingId id, Meetings& meetings) {
    auto other = visit.directory->meeting(id);
    if (is_another(visit, meeting, *other)) meetings.push_back(std::move(other));
}

Data others(const Visit& visit, const Meeting& meeting, Meetings meetings) {
    if (meetings.empty()) return false;
    sort_by_start(meetings, visit.now);
    Data::List list;
    for (const auto& other : meetings) {
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
    const auto id = visit.directory->group_of(meeting.id);
    if (!id) return false;
    Meetings meetings;
    for (const MeetingId other : visit.directory->group(*id).meetings)
        add_another(visit, meeting, other, meetings);
    return others(visit, meeting, std::move(meetings));
}

Data others_here(const Visit& visit, const Meeting& meeting) {
    const auto id = visit.directory->building_of(meeting.id);
    if (!id) return false;
    const auto group = visit.directory->group_of(meeting.id);
    Meetings meetings;
    for (const MeetingId other : visit.directory->building(*id).meetings) {
        const bool is_of_group = group && visit.directory->group_of(other) == group;
        if (!is_of_group) add_another(visit, meeting, other, meetings);
    }
    return others(visit, meeting, std::move(meetings));
}

}  // namespace waymark::web
