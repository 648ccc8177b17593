// The page of notes itself, for the printer and for the phone of whoever gets it.
#include <string>
#include <utility>
#include <vector>

#include "http/origin.h"
#include "paper/qr.h"
#include "web/article.h"
#include "web/facility_words.h"
#include "web/handout.h"
#include "web/helpline_choice.h"
#include "web/helplines.h"
#include "web/page.h"
#include "web/pages/pages.h"
#include "web/place_times.h"
#include "web/words.h"

namespace waymark::web {
namespace {

using directory::Facility;
using directory::Helpline;
using directory::Meeting;
using directory::VenueKind;
using html::Data;

constexpr std::size_t kHoursShown = 3;

Data lines_of(const std::vector<std::string>& texts) {
    Data::List list;
    for (const auto& text : texts)
        list.push_back(Data::object({{"text", text}}));
    return list;
}

VenueKind venue_today(const Visit& visit, const Meeting& meeting) {
    const auto local = meeting.schedule.zone.to_local(visit.now);
    return directory::venue_on(meeting, Date{std::chrono::floor<std::chrono::days>(local)});
}

std::vector<std::string> ways_in(const Visit& visit, const Meeting& meeting, VenueKind venue) {
    const auto& speak = visit.speak;
    std::vector<std::string> ways;
    if (venue == VenueKind::suspended) {
        ways.push_back(speak.say("This group is not meeting for now."));
        return ways;
    }
    const std::string place = place_line(meeting.place);
    if (directory::can_walk_in(venue) && !place.empty()) ways.push_back(place);
    if (!directory::can_join_online(venue)) return ways;
    if (!meeting.online.phone.empty())
        ways.push_back(speak.say(phrase("By phone: {number}", {{"number", meeting.online.phone}})));
    if (!meeting.online.url.empty())
        ways.push_back(speak.say("Online: the link is on this page when you open it."));
    return ways;
}

Data meeting_data(const Visit& visit, const Meeting& meeting) {
    const auto& speak = visit.speak;
    const auto venue = venue_today(visit, meeting);
    std::string when = rule_words(speak, meeting.schedule);
    const bool is_remote = !directory::can_walk_in(venue);
    if (is_remote) when += " · " + zone_words(speak, meeting.schedule.zone);
    const std::string door = door_words(speak, meeting);
    return Data::object(
        {{"name", meeting.name},
         {"href", "/meetings/" + std::to_string(meeting.id.value)},
         {"kind", speak.say(directory::info(meeting.fellowship).name) + " · " +
                      (door.empty() ? "" : door + " · ") + venue_words(speak, venue)},
         {"when", when},
         {"ways", lines_of(ways_in(visit, meeting, venue))}});
}

Data place_data(const Visit& visit, const Facility& place) {
    const auto& speak = visit.speak;
    const auto phone = first_phone(speak, place);
    auto hours = hours_lines(speak, place.hours);
    // Its own clock is the one on its wall.
    if (!place.hours.spans.empty() && place.hours.zone) hours.pop_back();
    if (hours.size() > kHoursShown) hours.resize(kHoursShown);
    return Data::object({{"name", place.name},
                         {"href", "/places/" + std::to_string(place.id.value)},
                         {"closed", status_words(speak, place)},
                         {"where", whereabouts_words(speak, place)},
                         {"phone", phone ? phone->shown : std::string{}},
                         {"dial", phone ? phone->href : std::string{}},
                         {"hours", lines_of(hours)}});
}

Data line_data(const Visit& visit, const Helpline& line) {
    Data data = helpline_data(visit, line);
    data.set("text_words", line.dial.empty() ? *data.find("text_words")->text() : std::string{});
    return data;
}

template <class Listed, class Show>
Data section(const Visit& visit, const std::vector<Listed>& listed, Show show) {
    if (listed.empty()) return false;
    Data::List list;
    for (const auto& each : listed)
        list.push_back(show(visit, *each));
    return Data::object({{"list", std::move(list)}});
}

Data article_on_paper(const Visit&, const learn::Article& article) {
    return article_line(article);
}

// The same sheet on other paper, or in the other language.
Data variants(const Visit& visit, const Handout& handout, std::string_view page) {
    const std::string own{locale::code_of(visit.speak.language())};
    const std::string size{sheet_size(visit)};
    const std::string country{visit.param("country")};
    const auto link = [&](const std::string& language, const std::string& on,
                          const std::string& words) {
        return Data::object(
            {{"href",
              handout_address(page, handout,
                              {{"language", language}, {"country", country}, {"size", on}})},
             {"words", words},
             {"lang", language}});
    };
    Data::List links;
    for (const auto language : locale::kLanguages) {
        const std::string code{locale::code_of(language)};
        if (code != own) links.push_back(link(code, size, std::string{locale::name_of(language)}));
    }
    links.push_back(size == "a4" ? link(own, "letter", visit.speak.say("On US Letter paper"))
                                 : link(own, "a4", visit.speak.say("On A4 paper")));
    return links;
}

// Its own address, as the code on it has it: in this language, on any paper.
std::string own_address(const Visit& visit, const Handout& handout) {
    const http::Fields more{{"language", std::string{locale::code_of(visit.speak.language())}},
                            {"country", std::string{visit.param("country")}}};
    return http::own_origin(visit.request) + handout_address(visit.request.path, handout, more);
}

// A choice of at most six of each always fits into one.
html::Safe code_of(const Visit& visit, const Handout& handout) {
    const auto code = paper::qr_code(own_address(visit, handout));
    if (!code) return {};
    return paper::qr_svg(*code, visit.speak.say("A code that opens this page on a phone"));
}

}  // namespace

Page handout_sheet(const Visit& visit, const http::PathParams&) {
    const auto asked = read_handout(visit.request);
    if (asked.wrong) return handout_choice(visit, asked);
    const auto picked = look_up(visit, asked.picked);
    const auto today = visit.now;
    Page page{.view = "handout_sheet", .title = visit.speak.say("Notes"), .tab = Tab::learn};
    page.style = "paper.css";
    page.data.set("size", sheet_size(visit))
        .set("gone", gone_words(visit, picked))
        .set("change", handout_address("/handout", asked.picked))
        .set("variants", variants(visit, asked.picked, visit.request.path))
        .set("meetings", section(visit, picked.meetings, meeting_data))
        .set("places", section(visit, picked.places, place_data))
        .set("lines", section(visit, picked.lines, line_data))
        .set("articles", section(visit, picked.articles, article_on_paper))
        .set("number", emergency_of(visit, country_of(visit)).for_overdose())
        .set("date", visit.speak.date(Date{std::chrono::floor<std::chrono::days>(
                         zone_of(visit, country_of(visit)).to_local(today))}))
        .set("code", code_of(visit, asked.picked));
    return page;
}

}  // namespace waymark::web
