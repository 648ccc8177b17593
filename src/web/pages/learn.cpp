// The handbook on the page: its articles by part, a search over them, and one
// article.
#include <string>
#include <vector>

#include "core/phrase.h"
#include "core/text.h"
#include "web/article.h"
#include "web/pages/pages.h"
#include "web/reading_list.h"

namespace waymark::web {
namespace {

using html::Data;

// More was never a question.
constexpr std::size_t kAskedMax = 200;

Page article_page(const Visit& visit, std::string_view slug) {
    const auto* article = article_of(visit, slug);
    if (article == nullptr) return error_page(visit, 404);
    return {.view = "article",
            .title = visit.speak.say("Read"),
            .tab = Tab::learn,
            .data = article_data(visit, *article),
            .keep = http::Keep::revalidate,
            .style = "learn.css"};
}

}  // namespace

Page learn(const Visit& visit, const http::PathParams&) {
    const auto language = locale::code_of(visit.speak.language());
    const auto asked = std::string{trimmed(visit.param("q")).substr(0, kAskedMax)};
    Data::List found;
    for (const auto* article : visit.site.handbook->search(asked, language))
        found.push_back(article_line(*article));
    const bool is_found = !found.empty();
    return {.view = "learn",
            .title = visit.speak.say("Read"),
            .tab = Tab::learn,
            .data = Data::object({{"asked", asked},
                                  {"none", !asked.empty() && !is_found},
                                  {"is_found", is_found},
                                  {"found", std::move(found)},
                                  {"parts", reading_list(visit)}}),
            .keep = asked.empty() ? http::Keep::revalidate : http::Keep::never,
            .style = "learn.css"};
}

Page article(const Visit& visit, const http::PathParams& path) {
    return article_page(visit, path["slug"]);
}

Page medication(const Visit& visit, const http::PathParams&) {
    return article_page(visit, "side-by-side");
}

}  // namespace waymark::web
