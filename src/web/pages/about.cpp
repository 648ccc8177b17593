#include "web/pages/pages.h"

namespace waymark::web {

using html::Data;

namespace {

Phrase summary(std::int64_t meetings, std::int64_t places, std::int64_t lists) {
    if (places > 0) {
        return phrase("{meetings} meetings and {places} places of help, from {lists} lists.",
                      {{"meetings", meetings}, {"places", places}, {"lists", lists}});
    }
    return locale::counted(lists,
                           phrase("{meetings} meetings, from one list.", {{"meetings", meetings}}),
                           phrase("{meetings} meetings, from {lists} lists.",
                                  {{"meetings", meetings}, {"lists", lists}}));
}

}  // namespace

Page about(const Visit& visit, const http::PathParams&) {
    const auto count = [](const auto& list) { return static_cast<std::int64_t>(list.size()); };
    const auto& directory = *visit.directory;
    const auto lists = count(directory.sources());
    const auto words = summary(count(directory.meetings()) - count(directory.doubles()),
                               count(directory.facilities().list()), lists);
    return {
        .view = "about",
        .title = visit.speak.say("About"),
        .tab = Tab::about,
        .data = Data::object({{"summary", visit.speak.say(words)}, {"has_sources", lists > 0}})};
}

}  // namespace waymark::web
