#include "learn/handbook.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "core/text.h"
#include "embedded/learn.h"
#include "learn/yaml.h"

namespace waymark::learn {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view kFolder = "learn/";

std::vector<Part> read_parts() {
    std::vector<Part> parts;
    for (const auto& part :
         Yaml{"parts.yaml", embedded::learn(std::string{kFolder} + "parts.yaml")}.items()) {
        parts.push_back(
            {.id = part.text("id"), .english = part.text("en"), .spanish = part.text("es")});
        part.finish();
    }
    return parts;
}

std::vector<Source> read_all_sources() {
    std::vector<Source> all;
    for (const auto& [path, bytes] : embedded::learn_files()) {
        if (!path.starts_with("learn/sources/")) continue;
        for (auto& source : read_sources(path, bytes)) {
            if (std::ranges::find(all, source.id, &Source::id) != all.end())
                throw ArticleError(std::string{path} + ": a second source " + source.id);
            all.push_back(std::move(source));
        }
    }
    return all;
}

std::string all_words(const Article& article) {
    std::string text = article.title + ' ' + article.answer;
    for (const auto& block : article.body.blocks)
        text += ' ' + html::words_in(block);
    return text;
}

// Words of every sentence, which say nothing of what is looked for. Folded.
bool is_small_word(std::string_view word) {
    static constexpr std::array kSmall{
        "a"sv,    "about"sv, "al"sv,   "an"sv,   "and"sv,  "are"sv, "can"sv, "como"sv, "con"sv,
        "cual"sv, "de"sv,    "del"sv,  "do"sv,   "does"sv, "el"sv,  "en"sv,  "es"sv,   "for"sv,
        "he"sv,   "how"sv,   "i"sv,    "if"sv,   "in"sv,   "is"sv,  "it"sv,  "la"sv,   "las"sv,
        "lo"sv,   "los"sv,   "me"sv,   "mi"sv,   "my"sv,   "no"sv,  "o"sv,   "of"sv,   "on"sv,
        "or"sv,   "para"sv,  "por"sv,  "que"sv,  "s"sv,    "se"sv,  "she"sv, "si"sv,   "son"sv,
        "su"sv,   "t"sv,     "te"sv,   "the"sv,  "they"sv, "to"sv,  "tu"sv,  "un"sv,   "una"sv,
        "was"sv,  "what"sv,  "when"sv, "will"sv, "with"sv, "y"sv,   "you"sv, "your"sv};
    return std::ranges::binary_search(kSmall, word);
}

// 0: the title names it, 1: the answer does, 2: the text does.
int nearness(const Article& article, std::string_view folded) {
    const auto has_all = [&](const std::string& text) {
        const auto spaced = " " + fold(text);
        return std::ranges::all_of(words_of(folded), [&](std::string_view word) {
            return is_small_word(word) || spaced.find(" " + std::string{word}) != std::string::npos;
        });
    };
    if (has_all(article.title)) return 0;
    return has_all(article.title + ' ' + article.answer) ? 1 : 2;
}

}  // namespace

Handbook::Shelf::Shelf(std::vector<Article> sorted)
    : articles(std::move(sorted)),
      words(articles.size(), [this](finder::RowNumber row) { return all_words(articles[row]); }) {}

Handbook::Handbook()
    : parts_(read_parts()),
      sources_(read_all_sources()),
      english_(read("en")),
      spanish_(read("es")) {}

const Handbook& Handbook::own() {
    static const Handbook handbook;
    return handbook;
}

std::vector<Article> Handbook::read(std::string_view language) const {
    const std::string folder = std::string{kFolder} + std::string{language} + "/";
    std::vector<Article> articles;
    for (const auto& [path, bytes] : embedded::learn_files()) {
        if (!path.starts_with(folder)) continue;
        const auto file = path.substr(folder.size());
        articles.push_back(
            read_article(file.substr(0, file.rfind('.')), language, bytes, sources_));
        if (std::ranges::find(parts_, articles.back().part, &Part::id) == parts_.end())
            throw ArticleError(std::string{path} + ": no part " + articles.back().part);
    }
    const auto place = [&](const Article& article) {
        return std::tuple{std::ranges::find(parts_, article.part, &Part::id), article.order,
                          std::string_view{article.slug}};
    };
    std::ranges::sort(articles, [&](const auto& a, const auto& b) { return place(a) < place(b); });
    return articles;
}

const Handbook::Shelf& Handbook::shelf(std::string_view language) const {
    return language == "es" ? spanish_ : english_;
}

const std::vector<Article>& Handbook::articles(std::string_view language) const {
    return shelf(language).articles;
}

const Article* Handbook::article(std::string_view slug, std::string_view language) const {
    const auto& all = articles(language);
    const auto found = std::ranges::find(all, slug, &Article::slug);
    return found == all.end() ? nullptr : &*found;
}

std::vector<const Article*> Handbook::overdue(Date today) const {
    std::vector<const Article*> found;
    for (const auto& article : english_.articles) {
        if (article.next_review < today) found.push_back(&article);
    }
    return found;
}

std::vector<const Article*> Handbook::search(std::string_view text,
                                             std::string_view language) const {
    const auto& [articles, words] = shelf(language);
    const auto folded = fold(text);
    std::vector<std::size_t> held(articles.size(), 0);  // Of the words asked for, by article.
    for (const auto word : words_of(folded)) {
        if (is_small_word(word)) continue;
        words.rows_with(word).each([&](finder::RowNumber row) { ++held[row]; });
    }
    const auto most = held.empty() ? 0 : std::ranges::max(held);
    std::vector<std::pair<int, const Article*>> near;
    for (std::size_t i = 0; most > 0 && i < held.size(); ++i) {
        if (held[i] == most) near.emplace_back(nearness(articles[i], folded), &articles[i]);
    }
    std::ranges::stable_sort(near, {}, &std::pair<int, const Article*>::first);
    std::vector<const Article*> found;
    for (const auto& ranked : near)
        found.push_back(ranked.second);
    return found;
}

}  // namespace waymark::learn
