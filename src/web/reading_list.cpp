#include "web/reading_list.h"

#include <utility>

#include "web/article.h"

namespace waymark::web {

using html::Data;

Data articles_of_part(const Visit& visit, std::string_view part) {
    Data::List articles;
    for (const auto& article :
         visit.site.handbook->articles(locale::code_of(visit.speak.language()))) {
        if (article.part == part) articles.push_back(article_line(article));
    }
    return articles;
}

Data reading_list(const Visit& visit) {
    const auto language = locale::code_of(visit.speak.language());
    Data::List parts;
    for (const auto& part : visit.site.handbook->parts()) {
        parts.push_back(Data::object({{"id", part.id},
                                      {"title", part.title(language)},
                                      {"articles", articles_of_part(visit, part.id)}}));
    }
    return parts;
}

}  // namespace waymark::web
