#include <optional>
#include <vector>

#include "content/programmes.h"
#include "core/number.h"
#include "core/text.h"
#include "html/safe.h"
#include "web/listed_too.h"
#include "web/others.h"
#include "web/pages/pages.h"
#include "web/report.h"
#include "web/share.h"
#include "web/street_map.h"
#include "web/words.h"

namespace waymark::web {
namespace {

using directory::Meeting;
using directory::MeetingId;
using html::Data;
using locale::Speaker;

constexpr std::size_t kOccurrencesShown = 3;
constexpr int kOccurrencesLookedAt = 60;

Data list_of(std::string_view name, const std::vector<std::string>& items) {
    if (items.empty()) return false;
    Data::List list;
    for (const std::string& item : items) {
        list.push_back(Data::object({{std::string{name}, item}}));
    }
    return Data::object({{"list", std::move(list)}});
}

// The next few that are not in a spell in which the group does not meet.
std::vector<directory::Occurrence> coming(const Visit& visit, const Meeting& meeting) {
    std::vector<directory::Occurrence> list;
    Instant from = visit.now - finder::kInProgressShown;
    for (int looked = 0; looked < kOccurrencesLookedAt && list.size() < kOccurrencesShown;
         ++looked) {
        const auto next = directory::next_occurrence(meeting.schedule, from);
        if (!next) break;
        if (directory::venue_on(meeting, next->date) != directory::VenueKind::suspended) {
            list.push_back(*next);
        }
        from = next->starts + std::chrono::minutes{1};
    }
    return list;
}

Data next_times(const Visit& visit, const Meeting& meeting) {
    const Zone& zone = meeting.schedule.zone;
    Data::List times;
    for (const auto& next : coming(visit, meeting)) {
        std::string words = visit.speak.when(zone.to_local(next.starts), zone.to_local(visit.now));
        if (times.empty() && next.starts - visit.now <= std::chrono::hours{24}) {
            words += " · " + visit.speak.until(next.starts, visit.now);
        }
        times.push_back(Data::object({{"time", words}}));
    }
    return times.empty() ? Data{false} : Data::object({{"times", std::move(times)}});
}

// "geo:39.96,-75.2?q=39.96,-75.2": apps show the point, and a pin on it.
std::string geo_link(const directory::Place& place) {
    if (!place.point || place.is_approximate) return {};
    const auto number = [](double degrees) {
        std::string text = std::to_string(degrees);
        return text.substr(0, text.find('.') + 6);
    };
    const std::string point = number(place.point->latitude) + "," + number(place.point->longitude);
    return "geo:" + point + "?q=" + point;
}

Data map_of(const Visit& visit, const Meeting& meeting) {
    const auto& place = meeting.place;
    if (!place.point || place.is_approximate) return false;
    const std::string& name = place.name.empty() ? meeting.name : place.name;
    return street_map(visit, {{.point = *place.point, .name = name}});
}

Data place_of(const Visit& visit, const Meeting& meeting) {
    const auto& place = meeting.place;
    const std::string address = address_line(place);
    if (place.name.empty() && address.empty()) return false;
    return Data::object({{"name", place.name},
                         {"address", address},
                         {"notes", place.notes},
                         {"transit", place.transit},
                         {"approximate", place.is_approximate},
                         {"geo", geo_link(place)},
                         {"street_map", map_of(visit, meeting)}});
}

std::string passcode_words(const Speaker& speak, directory::Online::Passcode passcode) {
    using enum directory::Online::Passcode;
    switch (passcode) {
        case none:
            return speak.say("No passcode is needed.");
        case shown:
            return speak.say("The passcode stands in the notes above.");
        case ask:
            return speak.say("Ask the group for the passcode.");
        case members:
            return speak.say("The group gives the passcode to people it knows.");
        case unknown:
            break;
    }
    return {};
}

std::string host_of(std::string_view url) {
    const std::size_t begin = url.find("//");
    if (begin == url.npos) return std::string{url};
    const std::string_view rest = url.substr(begin + 2);
    return std::string{rest.substr(0, rest.find_first_of("/?#"))};
}

std::string web_link(std::string_view url) {
    const bool is_web = url.starts_with("https://") || url.starts_with("http://");
    return is_web && html::is_safe_href(url) ? std::string{url} : std::string{};
}

Data online_of(const Visit& visit, const Meeting& meeting) {
    const auto& online = meeting.online;
    if (online.url.empty() && online.phone.empty() && online.meeting_number.empty()) return false;
    return Data::object({{"url", web_link(online.url)},
                         {"host", host_of(online.url)},
                         {"url_notes", online.url_notes},
                         {"phone", online.phone},
                         {"dial", dial_link(online.phone)},
                         {"phone_notes", online.phone_notes},
                         {"meeting_number", online.meeting_number},
                         {"passcode", passcode_words(visit.speak, online.passcode)}});
}

std::vector<std::string> features_of(const Visit& visit, const Meeting& meeting) {
    std::vector<std::string> words;
    for (const auto& feature : directory::features()) {
        if (meeting.features.has(feature.feature)) words.push_back(visit.speak.say(feature.name));
    }
    return words;
}

std::vector<std::string> closures_of(const Visit& visit, const Meeting& meeting) {
    const Speaker& speak = visit.speak;
    std::vector<std::string> words;
    for (const auto& spell : meeting.venue.spells) {
        const std::string kind = venue_words(speak, spell.kind);
        if (spell.from && spell.until) {
            words.push_back(speak.say(
                phrase("{kind}, from {from} to {until}", {{"kind", kind},
                                                          {"from", speak.date(*spell.from)},
                                                          {"until", speak.date(*spell.until)}})));
        } else if (spell.until) {
            words.push_back(speak.say(phrase(
                "{kind}, until {until}", {{"kind", kind}, {"until", speak.date(*spell.until)}})));
        } else if (spell.from) {
            words.push_back(speak.say(phrase("{kind}, from {from}",
                                             {{"kind", kind}, {"from", speak.date(*spell.from)}})));
        }
    }
    for (const Date& day : meeting.schedule.recurrence.closed) {
        words.push_back(speak.say(phrase("Does not meet on {day}", {{"day", speak.date(day)}})));
    }
    return words;
}

directory::VenueKind venue_today(const Visit& visit, const Meeting& meeting) {
    const auto local = meeting.schedule.zone.to_local(visit.now);
    return directory::venue_on(meeting, Date{std::chrono::floor<std::chrono::days>(local)});
}

std::string summary_of(const Visit& visit, const Meeting& meeting) {
    const std::string door = door_words(visit.speak, meeting);
    return visit.speak.say(directory::info(meeting.fellowship).name) + " · " +
           (door.empty() ? "" : door + " · ") +
           venue_words(visit.speak, venue_today(visit, meeting));
}

std::string age_words(const Visit& visit, const Meeting& meeting) {
    std::string words = age_of(visit, meeting).words;
    if (const auto& updated = meeting.freshness.updated) {
        words += " · " + visit.speak.say(phrase("last changed by the list {ago}",
                                                {{"ago", visit.speak.ago(*updated, visit.now)}}));
    }
    return words;
}

std::string programme_href(directory::Fellowship fellowship) {
    if (content::programme(fellowship) == nullptr) return {};
    return "/programmes/" + std::string{directory::info(fellowship).code};
}

Data facts_of(const Visit& visit, const Meeting& meeting) {
    const auto& programme = directory::info(meeting.fellowship);
    const std::string website = web_link(meeting.website);
    const bool is_suspended = venue_today(visit, meeting) == directory::VenueKind::suspended;
    return Data::object(
        {{"name", meeting.name},
         {"calendar", "/meetings/" + std::to_string(meeting.id.value) + ".ics"},
         {"summary", summary_of(visit, meeting)},
         {"closed_now",
          is_suspended ? visit.speak.say("This group is not meeting for now.") : std::string{}},
         {"call_first", age_of(visit, meeting).is_stale},
         {"shown_instead", shown_instead(visit, meeting)},
         {"also_in", also_in(visit, meeting)},
         {"rule", rule_words(visit.speak, meeting.schedule)},
         {"next", next_times(visit, meeting)},
         {"zone", zone_words(visit.speak, meeting.schedule.zone)},
         {"place", place_of(visit, meeting)},
         {"online", online_of(visit, meeting)},
         {"programme", visit.speak.say(programme.name)},
         {"programme_href", programme_href(meeting.fellowship)},
         {"concern", concern_words(visit.speak, meeting)},
         {"features", list_of("feature", features_of(visit, meeting))},
         {"medication", medication_words(visit.speak, meeting)},
         {"stance", stance_words(visit.speak, meeting)},
         {"languages", language_words(visit.speak, meeting.languages)},
         {"notes", meeting.notes},
         {"closures", list_of("closure", closures_of(visit, meeting))},
         {"regions", joined(meeting.regions, " · ")},
         {"website", website},
         {"website_host", host_of(website)},
         {"report", report_href(visit, "/meetings/" + std::to_string(meeting.id.value))},
         {"share", share_links(visit, "/meetings/" + std::to_string(meeting.id.value))},
         {"source", source_words(visit, meeting)},
         {"age", age_words(visit, meeting)},
         {"of_group", others_of_group(visit, meeting)},
         {"here", others_here(visit, meeting)}});
}

}  // namespace

Page meeting(const Visit& visit, const http::PathParams& path) {
    const auto id = parse_number<std::int64_t>(path["id"]);
    const auto found = id ? visit.directory->meeting(MeetingId{*id}) : nullptr;
    if (found == nullptr) return error_page(visit, 404);
    return {.view = "meeting",
            .title = visit.speak.say("Details"),
            .tab = Tab::find,
            .data = facts_of(visit, *found)};
}

}  // namespace waymark::web
