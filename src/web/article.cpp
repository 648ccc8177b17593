#include "web/article.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/phrase.h"
#include "html/markdown.h"
#include "learn/handbook.h"
#include "web/helplines.h"

namespace waymark::web {
namespace {

using html::Data;
using html::Safe;
using learn::Article;

// Articles with an address of their own.
constexpr std::array kOwnAddress{
    std::pair<std::string_view, std::string_view>{"side-by-side", "/medication"}};
// The countries that print on Letter: CLDR, paper sizes.
constexpr std::array<std::string_view, 8> kLetter{"CA", "CL", "CO", "CR", "MX", "PH", "US", "VE"};
constexpr std::string_view kDrawing = "drawing:";

Safe reference_markup(const Visit& visit, const html::Inline& mark) {
    return visit.site.views.render_part(
        "parts/reference", locale::code_of(visit.speak.language()),
        Data::object({{"number", mark.number}, {"is_open", !mark.is_certain}}));
}

Safe drawing_markup(const Visit& visit, const html::Inline& image) {
    const auto language = locale::code_of(visit.speak.language());
    const auto& views = visit.site.views;
    const auto drawing = drawing_view(image.href);
    return views.render_part(
        "parts/drawing", language,
        Data::object(
            {{"drawing", views.render_part(drawing, language, Data{})}, {"says", image.text}}));
}

Data sources_of(const Article& article) {
    Data::List list;
    for (const auto* source : article.sources) {
        list.push_back(Data::object({{"anchor", "source-" + std::to_string(list.size() + 1)},
                                     {"title", source->title},
                                     {"publisher", source->publisher},
                                     {"year", source->year},
                                     {"url", source->url}}));
    }
    return list;
}

// A line of another country is no help here: those of the reader's are.
const directory::Helpline* line_here(const Visit& visit, const std::string& id) {
    const auto* line = visit.site.helplines.line(id);
    return line != nullptr && line->country == country_of(visit) ? line : nullptr;
}

Data next_of(const Visit& visit, const Article& article) {
    Data::List links;
    Data::List lines;
    bool wants_lines = false;
    for (const auto& step : article.next) {
        if (step.line.empty()) {
            links.push_back(Data::object({{"to", step.to}, {"say", step.say}}));
        } else if (const auto* line = line_here(visit, step.line)) {
            lines.push_back(helpline_data(visit, *line));
        } else {
            wants_lines = true;
        }
    }
    return Data::object({{"links", std::move(links)},
                         {"has_lines", !lines.empty()},
                         {"lines", std::move(lines)},
                         {"elsewhere", wants_lines}});
}

bool has_open_figure(const std::vector<html::Inline>& text) {
    return std::ranges::any_of(text, [](const html::Inline& part) {
        return (part.kind == html::Inline::Kind::reference && !part.is_certain) ||
               has_open_figure(part.inside);
    });
}

bool has_open_figure(const std::vector<html::Block>& blocks) {
    return std::ranges::any_of(blocks, [](const html::Block& block) {
        return has_open_figure(block.text) || has_open_figure(block.inside);
    });
}

// The one after it in its part; null for the last.
const Article* after(const Visit& visit, const Article& article) {
    const auto& all = visit.site.handbook->articles(locale::code_of(visit.speak.language()));
    const auto at = std::ranges::find(all, article.slug, &Article::slug);
    const bool is_followed = at != all.end() && at + 1 != all.end() && (at + 1)->part == at->part;
    return is_followed ? &*(at + 1) : nullptr;
}

}  // namespace

const Article* article_of(const Visit& visit, std::string_view slug) {
    return visit.site.handbook->article(slug, locale::code_of(visit.speak.language()));
}

std::string href_of(const Article& article) {
    for (const auto& [slug, href] : kOwnAddress) {
        if (slug == article.slug) return std::string{href};
    }
    return "/learn/" + article.slug;
}

std::string drawing_view(std::string_view href) {
    if (!href.starts_with(kDrawing)) return {};
    return "drawings/" + std::string{href.substr(kDrawing.size())};
}

std::string_view usual_sheet(const Visit& visit) {
    const bool is_letter = std::ranges::binary_search(kLetter, country_of(visit));
    return is_letter ? "letter" : "a4";
}

Data article_line(const Article& article) {
    return Data::object({{"slug", article.slug},
                         {"title", article.title},
                         {"answer", article.answer},
                         {"href", href_of(article)}});
}

Data article_data(const Visit& visit, const Article& article) {
    const html::MarkdownParts parts{
        .reference = [&](const auto& mark) { return reference_markup(visit, mark); },
        .image = [&](const auto& image) { return drawing_markup(visit, image); }};
    const auto* following = after(visit, article);
    const auto print = "/handbook.pdf?articles=" + article.slug;
    return Data::object(
        {{"title", article.title},
         {"answer", article.answer},
         {"body", html::to_html(article.body, parts)},
         {"next", next_of(visit, article)},
         {"sources", sources_of(article)},
         {"has_open_figure", has_open_figure(article.body.blocks)},
         {"reviewed", visit.speak.date(article.reviewed_on)},
         {"next_review", visit.speak.date(article.next_review)},
         {"print", print + "&size=" + std::string{usual_sheet(visit)}},
         {"following", following == nullptr ? Data{false} : article_line(*following)}});
}

}  // namespace waymark::web
