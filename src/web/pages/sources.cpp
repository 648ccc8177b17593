#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "content/naloxone.h"
#include "content/often_wrong.h"
#include "content/programmes.h"
#include "core/phrase.h"
#include "directory/fellowship.h"
#include "directory/source.h"
#include "web/helplines.h"
#include "web/often_wrong.h"
#include "web/pages/pages.h"

namespace waymark::web {
namespace {

using directory::Source;
using directory::SourceId;
using html::Data;

struct Count {
    std::int64_t meetings = 0;
    std::int64_t places = 0;
};

std::map<SourceId, Count> counts_of(const finder::Snapshot& directory) {
    std::map<SourceId, Count> counts;
    for (const auto& meeting : directory.meetings())
        ++counts[meeting.source].meetings;
    for (const auto& place : directory.facilities().list())
        ++counts[place.source].places;
    return counts;
}

std::string state_of(const Visit& visit, const Source& source) {
    if (source.is_fictional) return visit.speak.say("Made up, to show how this site works");
    if (source.failing_since) {
        const Date since{std::chrono::floor<std::chrono::days>(*source.failing_since)};
        return visit.speak.say(phrase("It cannot be read since {day}: the last good copy is shown",
                                      {{"day", visit.speak.date(since)}}));
    }
    return visit.speak.say("Read without trouble");
}

Data lists(const Visit& visit) {
    auto counts = counts_of(*visit.directory);
    Data::List rows;
    for (const Source& source : visit.directory->sources()) {
        const auto& count = counts[source.id];
        const std::string read = source.fetched_at ? visit.speak.ago(*source.fetched_at, visit.now)
                                                   : visit.speak.say("never");
        rows.push_back(Data::object({{"name", source.name},
                                     {"meetings", visit.speak.number(count.meetings)},
                                     {"places", visit.speak.number(count.places)},
                                     {"read", read},
                                     {"state", state_of(visit, source)}}));
    }
    return rows;
}

Data lines(const Visit& visit) {
    Data::List rows;
    for (const auto& line : visit.site.helplines.all()) {
        rows.push_back(
            Data::object({{"name", line.name},
                          {"country", line.country},
                          {"href", "/helplines?country=" + line.country + "#" + line.id},
                          {"source", line.source},
                          {"seen", seen_words(visit, line.seen_on, line.owner_checked_on)}}));
    }
    return rows;
}

std::string emergency_words(const Visit& visit) {
    const auto all = visit.site.helplines.emergency_numbers();
    const auto checked = std::ranges::count_if(
        all, [](const auto& number) { return number.owner_checked_on.has_value(); });
    return visit.speak.say(phrase(
        "{count} countries. Seen in public lists of such numbers; {checked} of them were "
        "checked by a person.",
        {{"count", static_cast<std::int64_t>(all.size())}, {"checked", std::int64_t{checked}}}));
}

Data programme_rows(const Visit& visit) {
    Data::List rows;
    for (const auto& programme : content::programmes()) {
        const auto& info = directory::info(programme.fellowship);
        rows.push_back(Data::object(
            {{"name", info.name},
             {"href", "/programmes/" + std::string{info.code}},
             {"reviewed",
              visit.speak.say(phrase("read on {date}",
                                     {{"date", visit.speak.date(programme.reviewed_on)}}))}}));
    }
    return rows;
}

// The collection's rows are of several days; the oldest is told.
std::string naloxone_words(const Visit& visit) {
    const auto& rules = content::naloxone_rules();
    std::optional<Date> oldest;
    for (const auto& state : rules.states) {
        if (state.updated_on && (!oldest || *state.updated_on < *oldest)) oldest = state.updated_on;
    }
    return visit.speak.say(
        phrase("{source}; its rows were updated on {date} or later. Shown as not confirmed.",
               {{"source", rules.source.name}, {"date", visit.speak.date(oldest.value())}}));
}

Data wrong_numbers(const Visit& visit) {
    Data::List rows;
    for (const auto& item : content::often_wrong())
        rows.push_back(often_wrong_data(visit, item));
    return rows;
}

}  // namespace

Page sources(const Visit& visit, const http::PathParams&) {
    Data rows = lists(visit);
    const bool has_lists = rows.is_shown();
    return {.view = "sources",
            .title = visit.speak.say("About"),
            .tab = Tab::about,
            .data = Data::object({{"has_lists", has_lists},
                                  {"lists", std::move(rows)},
                                  {"wrong_numbers", wrong_numbers(visit)},
                                  {"helplines", lines(visit)},
                                  {"emergency", emergency_words(visit)},
                                  {"programmes", programme_rows(visit)},
                                  {"naloxone", naloxone_words(visit)}})};
}

}  // namespace waymark::web
