#include "web/pages/pages.h"

namespace waymark::web {

using html::Data;

Page about(const Visit& visit, const http::PathParams&) {
    const auto total = static_cast<std::int64_t>(visit.directory->meetings().size());
    const auto lists = static_cast<std::int64_t>(visit.directory->sources().size());
    return {.view = "about",
            .title = visit.speak.say("About"),
            .tab = Tab::about,
            .data = Data::object(
                {{"summary",
                  visit.speak.say(locale::counted(
                      lists, phrase("{meetings} meetings, from one list.", {{"meetings", total}}),
                      phrase("{meetings} meetings, from {lists} lists.",
                             {{"meetings", total}, {"lists", lists}})))},
                 {"has_sources", lists > 0}})};
}

}  // namespace waymark::web
