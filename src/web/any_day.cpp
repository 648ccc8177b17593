#include "web/any_day.h"

#include <utility>

namespace waymark::web {
namespace {

void forget_time(Query& query) {
    query.set("when", "");
    query.set("page", "");
}

}  // namespace

Result<AnyDay> search_any_day(const Visit& visit, std::size_t limit, Reader reader) {
    const auto directory =
        reader == Reader::program ? finder::for_others(visit.directory) : visit.directory;
    auto query = Query::of(visit.request);
    forget_time(query);
    auto asked = TRY(read_query(query, visit.now, places::locate));
    asked.request.within.reset();
    asked.request.limit = limit;
    asked.request.offset = 0;
    if (reader == Reader::program) asked.request.shows_old = false;
    auto answer = TRY(finder::search(*directory, asked.request, visit.now));
    if (answer.widened) answer.matches.clear();  // Nothing that was asked for.
    return AnyDay{std::move(query), std::move(asked), std::move(answer)};
}

std::string any_day_options(Query query) {
    forget_time(query);
    const auto link = query.link();
    const auto options = link.find('?');
    return options == link.npos ? std::string{} : link.substr(options);
}

}  // namespace waymark::web
