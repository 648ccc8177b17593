// Meetings for the reader's own calendar: one, or all that a search finds. The
// calendar asks again by itself; what it asks is neither stored nor logged.
#include "exchange/calendar.h"

#include <string>
#include <vector>

#include "core/number.h"
#include "finder/search.h"
#include "http/origin.h"
#include "web/any_day.h"
#include "web/page.h"
#include "web/pages/pages.h"

namespace waymark::web {
namespace {

using directory::Meeting;
using directory::MeetingPtr;

// A calendar with more than this is of no use to a person.
constexpr std::size_t kMeetingsMax = 100;

std::string host_of(const std::string& origin) {
    return origin.substr(origin.find("://") + 3);
}

http::Response calendar_of(const Visit& visit, const std::vector<MeetingPtr>& meetings,
                           std::string name) {
    const auto origin = http::own_origin(visit.request);
    const bool is_neutral = visit.param("title") == "neutral";
    exchange::CalendarOptions options{
        .name = is_neutral ? visit.speak.say("Appointments") : std::move(name),
        .title = is_neutral ? visit.speak.say("Appointment") : std::string{},
        .host = host_of(origin),
        .now = visit.now - finder::kInProgressShown,
        .page = [&](const Meeting& meeting) {
            return origin + "/meetings/" + std::to_string(meeting.id.value);
        }};
    http::Response response{.content_type = "text/calendar; charset=utf-8",
                            .body = exchange::write_calendar(meetings, options)};
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"calendar.ics\"");
    return response;
}

}  // namespace

http::Response meeting_calendar(const Visit& visit, const http::PathParams& path) {
    const auto id = parse_number<std::int64_t>(path["id"]);
    const auto found = id ? visit.directory->meeting(directory::MeetingId{*id}) : nullptr;
    if (found == nullptr) return render(visit, error_page(visit, 404));
    return calendar_of(visit, {found}, found->name);
}

http::Response search_calendar(const Visit& visit, const http::PathParams&) {
    const auto found = search_any_day(visit, kMeetingsMax, Reader::program);
    if (!found) return render(visit, error_page(visit, 400));
    std::vector<MeetingPtr> meetings;
    for (const auto& match : found->answer.matches)
        meetings.push_back(match.meeting);
    return calendar_of(visit, meetings, visit.site.settings.name);
}

}  // namespace waymark::web
