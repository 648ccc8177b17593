// The handbook as a PDF: all of it, or the articles that were chosen.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"
#include "http/origin.h"
#include "learn/handbook.h"
#include "web/article.h"
#include "web/handout.h"
#include "web/helplines.h"
#include "web/pages/pages.h"
#include "web/printed_book.h"

namespace waymark::web {
namespace {

using learn::Article;

using Articles = std::vector<const Article*>;

std::optional<paper::Sheet> sheet_of(const Visit& visit) {
    const auto asked = visit.param("size");
    const auto size = asked.empty() ? usual_sheet(visit) : asked;
    if (size == "a4") return paper::Sheet::a4;
    if (size == "letter") return paper::Sheet::letter;
    return std::nullopt;
}

// ?articles=a,b and ?articles=a&articles=b; each once.
std::vector<std::string> asked_slugs(const http::Request& request) {
    std::vector<std::string> slugs;
    for (const auto value : request.params("articles")) {
        for (const auto slug : split(value, ',')) {
            const std::string one{trimmed(slug)};
            if (!one.empty() && std::ranges::find(slugs, one) == slugs.end()) slugs.push_back(one);
        }
    }
    return slugs;
}

// All when none is named; nothing when one of them is not there.
std::optional<Articles> asked_articles(const Visit& visit) {
    const auto slugs = asked_slugs(visit.request);
    Articles articles;
    for (const auto& article :
         visit.site.handbook->articles(locale::code_of(visit.speak.language()))) {
        const bool is_asked = std::ranges::find(slugs, article.slug) != slugs.end();
        if (slugs.empty() || is_asked) articles.push_back(&article);
    }
    if (!slugs.empty() && articles.size() != slugs.size()) return std::nullopt;
    return articles;
}

}  // namespace

http::Response handbook_file(const Visit& visit, PrintedBooks& books) {
    const auto sheet = sheet_of(visit);
    if (!sheet) return render(visit, error_page(visit, 400));
    const auto articles = asked_articles(visit);
    if (!articles) return render(visit, error_page(visit, 404));

    const std::string language{locale::code_of(visit.speak.language())};
    const auto print = [&] { return to_pdf(printed_book(visit, *articles), *sheet); };
    const bool is_whole = articles->size() == visit.site.handbook->articles(language).size();
    const auto key = language + (sheet == paper::Sheet::a4 ? " a4 " : " letter ") +
                     country_of(visit) + ' ' + http::own_origin(visit.request);
    http::Response response{.content_type = "application/pdf",
                            .body = is_whole ? books.get(key, print) : print(),
                            .keep = http::Keep::revalidate};
    response.headers.emplace_back("Content-Disposition", "inline; filename=\"handbook.pdf\"");
    response.headers.emplace_back("Content-Language", language);
    return response;
}

}  // namespace waymark::web
