#include "web/meeting_list.h"

#include <algorithm>
#include <map>
#include <utility>

#include "exchange/features.h"
#include "finder/search.h"
#include "web/any_day.h"
#include "web/results.h"
#include "web/words.h"

namespace waymark::web {
namespace {

using directory::Meeting;
using std::chrono::weekday;

// Letter codes of the Meeting Guide specification, one for each feature it has
// a word for, with our name of it.
using Letters = std::map<std::string, std::string>;

std::string letters_of(const Visit& visit, const Meeting& meeting, Letters& used) {
    std::string text;
    for (const auto& feature : directory::features()) {
        if (!meeting.features.has(feature.feature)) continue;
        const auto codes = exchange::types_of({feature.feature}, {});
        if (codes.size() != 1) continue;
        used.emplace(codes.front(), visit.speak.say(feature.name));
        text += (text.empty() ? "" : " ") + codes.front();
    }
    return text;
}

std::vector<std::string> lines_of(const Visit& visit, const Meeting& meeting) {
    std::vector<std::string> lines;
    const auto venue = directory::usual_venue(meeting);
    const auto place = place_line(meeting.place);
    if (directory::can_walk_in(venue) && !place.empty()) lines.push_back(place);
    if (directory::can_join_online(venue)) {
        lines.push_back(visit.speak.say(
            phrase("{kind}, {zone}", {{"kind", venue_words(visit.speak, venue)},
                                      {"zone", zone_words(visit.speak, meeting.schedule.zone)}})));
        if (!meeting.online.phone.empty()) {
            lines.push_back(
                visit.speak.say(phrase("By phone: {number}", {{"number", meeting.online.phone}})));
        }
    }
    const auto& rule = meeting.schedule.recurrence;
    if (rule.kind != directory::Recurrence::Kind::weekly || rule.from || rule.until)
        lines.push_back(rule_words(visit.speak, meeting.schedule));
    return lines;
}

ListedMeeting listed(const Visit& visit, const Meeting& meeting, Letters& used) {
    auto kind = visit.speak.say(directory::info(meeting.fellowship).name);
    if (const auto letters = letters_of(visit, meeting, used); !letters.empty())
        kind += " · " + letters;
    return {.time = visit.speak.time(TimeOfDay{meeting.schedule.start}),
            .name = meeting.name,
            .href = "/meetings/" + std::to_string(meeting.id.value),
            .kind = std::move(kind),
            .lines = lines_of(visit, meeting)};
}

// Those of a day by their clock, then by name.
std::vector<directory::MeetingPtr> of_day(const std::vector<finder::Match>& matches, weekday day) {
    std::vector<directory::MeetingPtr> meetings;
    for (const auto& match : matches) {
        if (match.meeting->schedule.days.has(day)) meetings.push_back(match.meeting);
    }
    std::ranges::sort(meetings, {}, [](const directory::MeetingPtr& meeting) {
        return std::pair{meeting->schedule.start, std::string_view{meeting->name}};
    });
    return meetings;
}

}  // namespace

Result<MeetingList> meeting_list(const Visit& visit) {
    const auto [query, asked, answer] = TRY(search_any_day(visit, kListedMax));
    MeetingList list{.heading = heading_words(visit, query, asked),
                     .options = any_day_options(query)};
    if (answer.matches.empty()) return list;
    list.left_out = static_cast<std::size_t>(answer.total) - answer.matches.size();
    Letters used;
    for (unsigned day = 1; day <= 7; ++day) {
        ListedDay listing{.day = visit.speak.weekday(weekday{day % 7})};
        for (const auto& meeting : of_day(answer.matches, weekday{day % 7}))
            listing.meetings.push_back(listed(visit, *meeting, used));
        if (!listing.meetings.empty()) list.days.push_back(std::move(listing));
    }
    list.legend.assign(used.begin(), used.end());
    return list;
}

}  // namespace waymark::web
