#include <map>

#include "directory/source.h"
#include "web/pages/pages.h"

namespace waymark::web {
namespace {

using directory::Source;
using directory::SourceId;
using html::Data;

std::map<SourceId, std::int64_t> meetings_by_source(const finder::Snapshot& directory) {
    std::map<SourceId, std::int64_t> counts;
    for (const auto& meeting : directory.meetings()) {
        ++counts[meeting.source];
    }
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

Data row(const Visit& visit, const Source& source, std::int64_t count) {
    return Data::object({{"name", source.name},
                         {"count", visit.speak.number(count)},
                         {"read", source.fetched_at ? visit.speak.ago(*source.fetched_at, visit.now)
                                                    : visit.speak.say("never")},
                         {"state", state_of(visit, source)}});
}

}  // namespace

Page about(const Visit& visit, const http::PathParams&) {
    auto counts = meetings_by_source(*visit.directory);
    Data::List rows;
    for (const Source& source : visit.directory->sources()) {
        rows.push_back(row(visit, source, counts[source.id]));
    }
    const auto total = static_cast<std::int64_t>(visit.directory->meetings().size());
    const auto lists = static_cast<std::int64_t>(rows.size());
    return {.view = "about",
            .title = visit.speak.say("About"),
            .tab = Tab::about,
            .data = Data::object(
                {{"summary",
                  visit.speak.say(locale::counted(
                      lists, phrase("{meetings} meetings, from one list.", {{"meetings", total}}),
                      phrase("{meetings} meetings, from {lists} lists.",
                             {{"meetings", total}, {"lists", lists}})))},
                 {"has_sources", !rows.empty()},
                 {"sources", std::move(rows)}})};
}

}  // namespace waymark::web
