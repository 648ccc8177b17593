#include "learn/article.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/text.h"
#include "learn/references.h"
#include "learn/yaml.h"

namespace waymark::learn {
namespace {

constexpr std::string_view kFence = "---\n";

struct Halves {
    std::string_view front{}, body{};
};

Halves halves(std::string_view file, const std::string& where) {
    const auto end = file.find("\n---\n", kFence.size() - 1);
    if (!file.starts_with(kFence) || end == std::string_view::npos)
        throw ArticleError(where + " does not begin with front matter between two lines of ---");
    return {.front = file.substr(kFence.size(), end + 1 - kFence.size()),
            .body = file.substr(end + 5)};
}

Audience audience_of(const Yaml& front) {
    const auto name = front.text("audience");
    if (name == "person") return Audience::person;
    if (name == "family") return Audience::family;
    if (name == "everyone") return Audience::everyone;
    front.complain("audience", "must be person, family or everyone");
}

NextStep next_step(const Yaml& step) {
    NextStep next;
    if (step.has("line")) {
        next.line = step.text("line");
    } else {
        next.to = step.text("to");
        next.say = step.text("say");
        if (!next.to.starts_with('/')) step.complain("to", "must be a page of this site");
    }
    step.finish();
    return next;
}

std::vector<const Source*> named(const Yaml& front, const std::vector<Source>& sources) {
    std::vector<const Source*> found;
    for (const auto& id : front.texts("sources")) {
        const auto at = std::ranges::find(sources, id, &Source::id);
        if (at == sources.end()) front.complain("sources", "no source is called " + id);
        found.push_back(&*at);
    }
    return found;
}

}  // namespace

Article read_article(std::string_view slug, std::string_view language, std::string_view file,
                     const std::vector<Source>& sources) {
    const std::string where = std::string{language} + "/" + std::string{slug} + ".md";
    const auto [front_text, body] = halves(file, where);
    const Yaml front{where, front_text};
    Article article{.slug = std::string{slug},
                    .language = std::string{language},
                    .title = front.text("title"),
                    .answer = front.text("answer"),
                    .audience = audience_of(front),
                    .part = front.text("part"),
                    .order = front.number("order"),
                    .reviewed_on = front.date("reviewed_on"),
                    .next_review = front.date("next_review"),
                    .reading_age = front.number("reading_age"),
                    .body = html::parse_markdown(body)};
    for (const auto& step : front.objects("next"))
        article.next.push_back(next_step(step));
    article.sources = number_references(article.body, named(front, sources), where);
    front.finish();
    return article;
}

std::vector<Source> read_sources(std::string_view name, std::string_view file) {
    std::vector<Source> sources;
    for (const auto& [id, fields] : Yaml{std::string{name}, file}.members()) {
        sources.push_back({.id = id,
                           .title = fields.text("title"),
                           .publisher = fields.text("publisher"),
                           .url = fields.text("url"),
                           .year = fields.number("year")});
        if (!sources.back().url.starts_with("https://")) fields.complain("url", "must be https");
        fields.finish();
    }
    return sources;
}

}  // namespace waymark::learn
