// What to put on a page of notes: a place finds meetings and help around it,
// beside them the lines of the country and the articles; what is ticked stays
// ticked, and all of it is in the address.
#include "web/handout.h"

#include <algorithm>
#include <string>
#include <utility>

#include "finder/search.h"
#include "web/care_near.h"
#include "web/facility_words.h"
#include "web/helplines.h"
#include "web/page.h"
#include "web/pages/pages.h"
#include "web/words.h"

namespace waymark::web {
namespace {

using directory::Facility;
using directory::Helpline;
using directory::Meeting;
using html::Data;
using learn::Article;
using Ids = std::vector<std::string>;

constexpr std::size_t kMeetingsOffered = 8;
constexpr std::size_t kTreatmentOffered = 5;
constexpr std::size_t kSuppliesOffered = 3;

bool has(const Ids& ids, const std::string& id) {
    return std::ranges::find(ids, id) != ids.end();
}

std::string id_of(const auto& listed) {
    return std::to_string(listed.id.value);
}

Data tick(std::string_view value, std::string_view label, std::string_view detail) {
    return Data::object({{"value", value}, {"label", label}, {"detail", detail}});
}

// For parts/picks.html; false when there is nothing to tick.
Data picks(std::string_view name, std::string legend, Data::List ticks, bool are_chosen = false) {
    if (ticks.empty()) return false;
    return Data::object({{"name", name},
                         {"legend", std::move(legend)},
                         {"is_chosen", are_chosen},
                         {"ticks", std::move(ticks)}});
}

Data line_tick(const Visit& visit, const Helpline& line) {
    const auto language = locale::code_of(visit.speak.language());
    const std::string number =
        line.shown.empty() ? *helpline_data(visit, line).find("text_words")->text() : line.shown;
    return tick(line.id, line.name,
                number + " · " + line.audience.in(language) +
                    (line.region.empty() ? std::string{} : " · " + line.region));
}

Data place_tick(const Visit& visit, const finder::FacilityMatch& match) {
    const std::string distance = distance_words(visit.speak, match);
    const std::string where = whereabouts_words(visit.speak, *match.facility);
    return tick(id_of(*match.facility), match.facility->name,
                distance.empty() || where.empty() ? distance + where : distance + " · " + where);
}

// What stands on the page so far, to take off again.
Data chosen(const Visit& visit, const Picked& picked) {
    Data::List groups;
    const auto add = [&](std::string_view name, std::string legend, Data::List ticks) {
        if (!ticks.empty())
            groups.push_back(picks(name, std::move(legend), std::move(ticks), true));
    };
    Data::List ticks;
    for (const auto& meeting : picked.meetings) {
        ticks.push_back(
            tick(id_of(*meeting), meeting->name, rule_words(visit.speak, meeting->schedule)));
    }
    add("meetings", visit.speak.say("Meetings"), std::exchange(ticks, {}));
    for (const auto* place : picked.places)
        ticks.push_back(tick(id_of(*place), place->name, whereabouts_words(visit.speak, *place)));
    add("places", visit.speak.say("Places of help"), std::exchange(ticks, {}));
    for (const auto* line : picked.lines)
        ticks.push_back(line_tick(visit, *line));
    add("lines", visit.speak.say("Lines to call"), std::exchange(ticks, {}));
    for (const auto* article : picked.articles)
        ticks.push_back(tick(article->slug, article->title, ""));
    add("articles", visit.speak.say("To read"), std::move(ticks));
    if (groups.empty()) return false;
    return Data::object({{"groups", std::move(groups)}});
}

Data meetings_near(const Visit& visit, const CareNear& near, const Handout& handout) {
    if (!near.place) return false;
    const auto answer = finder::search(*visit.directory,
                                       {.near = near.place->best.point,
                                        .within = std::chrono::days{7},
                                        .limit = kMeetingsOffered + handout.meetings.size()},
                                       visit.now);
    Data::List ticks;
    if (answer) {
        for (const auto& match : answer->matches) {
            const Meeting& meeting = *match.meeting;
            if (has(handout.meetings, id_of(meeting)) || ticks.size() == kMeetingsOffered) continue;
            std::string detail = rule_words(visit.speak, meeting.schedule);
            if (match.distance) detail += " · " + visit.speak.distance(*match.distance);
            detail += " · " + venue_words(visit.speak, match.venue);
            ticks.push_back(tick(id_of(meeting), meeting.name, detail));
        }
    }
    return picks("meetings", visit.speak.say("The next meetings"), std::move(ticks));
}

Data places_near(const Visit& visit, const CareNear& near, const Handout& handout) {
    CareAsked asked{.options = {{"sort", "nearest"}, {"radius", "50mi"}},
                    .limit = kTreatmentOffered};
    for (const auto* place : look_up(visit, {.places = handout.places}).places)
        asked.shown.push_back(place->id);
    Data::List ticks;
    const auto add = [&] {
        for (const auto& match : care_found(visit, near, asked).matches)
            ticks.push_back(place_tick(visit, match));
    };
    add();
    asked.options = {
        {"kind", "naloxone,harm-reduction,peer-centre"}, {"sort", "nearest"}, {"radius", "50mi"}};
    asked.limit = kSuppliesOffered;
    add();
    return picks("places", visit.speak.say("The nearest places of help"), std::move(ticks));
}

Data lines_here(const Visit& visit, const std::string& country, const Handout& handout) {
    Data::List ticks;
    for (const auto* line : visit.site.helplines.of_country(country)) {
        if (!has(handout.lines, line->id)) ticks.push_back(line_tick(visit, *line));
    }
    return picks("lines", visit.speak.say("Lines to call"), std::move(ticks));
}

Data articles_by_part(const Visit& visit, const Handout& handout) {
    const auto language = locale::code_of(visit.speak.language());
    const auto& handbook = *visit.site.handbook;
    Data::List parts;
    for (const auto& part : handbook.parts()) {
        Data::List ticks;
        for (const Article& article : handbook.articles(language)) {
            if (article.part == part.id && !has(handout.articles, article.slug))
                ticks.push_back(tick(article.slug, article.title, ""));
        }
        Data group = picks("articles", std::string{part.title(language)}, std::move(ticks));
        if (group.is_shown()) parts.push_back(std::move(group));
    }
    return parts;
}

// In the other language too, said in it: whoever gets the page may not read ours.
Data languages_of(const Visit& visit) {
    Data::List list;
    for (const auto language : locale::kLanguages) {
        const bool is_own = language == visit.speak.language();
        const auto words = locale::Speaker{language}.say("Make the page");
        const std::string name{locale::name_of(language)};
        list.insert(is_own ? list.begin() : list.end(),
                    Data::object({{"code", locale::code_of(language)},
                                  {"words", is_own ? words : words + " (" + name + ")"},
                                  {"is_own", is_own}}));
    }
    return list;
}

}  // namespace

Page handout_choice(const Visit& visit, const HandoutAsked& asked) {
    const auto near = care_near(visit);
    const Visit there = visit_at(visit, near);
    const Picked picked = look_up(visit, asked.picked);
    const std::string country = near.place && is_known_country(visit, near.place->best.country)
                                    ? near.place->best.country
                                    : country_of(visit);
    const Data meetings = meetings_near(there, near, asked.picked);
    const Data places = places_near(there, near, asked.picked);
    const bool is_wrong = asked.wrong.has_value() || !near.problem.empty();
    Page page{.view = "handout", .title = visit.speak.say("Notes"), .tab = Tab::learn};
    page.status = is_wrong ? 400 : 200;
    page.style = "paper.css";
    page.data.set("wrong", asked.wrong ? visit.speak.say(asked.wrong->message) : std::string{})
        .set("gone", gone_words(visit, picked))
        .set("chosen", chosen(visit, picked))
        .set("typed", near.typed)
        .set("problem", near.problem)
        .set("place_name", near.place ? near.place->best.name : std::string{})
        .set("none", near.place.has_value() && !meetings.is_shown() && !places.is_shown())
        .set("meetings", meetings)
        .set("places", places)
        .set("lines", lines_here(visit, country, asked.picked))
        .set("parts", articles_by_part(visit, asked.picked))
        .set("languages", languages_of(visit));
    return page;
}

http::Response handout(const Visit& visit) {
    const auto asked = read_handout(visit.request);
    const auto make = visit.param("make");
    if (make.empty() || asked.wrong) return render(visit, handout_choice(visit, asked));
    // What was typed to search stays behind.
    const std::string country = country_of(visit);
    return http::redirect(handout_address(
        "/handout/sheet", asked.picked,
        {{"language", std::string{make}},
         {"country", country == visit.site.settings.country ? std::string{} : country}}));
}

}  // namespace waymark::web
