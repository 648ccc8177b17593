#include "web/printed_book.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/phrase.h"
#include "html/data.h"
#include "http/origin.h"
#include "learn/handbook.h"
#include "web/article.h"
#include "web/handout.h"
#include "web/helplines.h"

namespace waymark::web {
namespace {

using learn::Article;
using paper::Chapter;

constexpr std::size_t kWithoutContents = 3;  // A handful of sheets needs no list of them.
constexpr std::size_t kLinesOnCover = 3;

paper::PrintedSource source_of(const learn::Source& source) {
    const bool is_ended = source.title.ends_with('?') || source.title.ends_with('.');
    return {source.title + (is_ended ? " " : ". ") + source.publisher + ", " +
                std::to_string(source.year),
            source.url};
}

std::string line_words(const Visit& visit, const directory::Helpline& line) {
    const auto& hours = line.hours.in(locale::code_of(visit.speak.language()));
    const auto& number = line.shown.empty() ? line.text_to : line.shown;
    std::string words = line.name;
    if (!number.empty()) words += ": " + number;
    return hours.empty() ? words : words + " (" + hours + ")";
}

paper::PrintedNext next_of(const Visit& visit, const learn::NextStep& step) {
    if (step.line.empty()) return {step.say, step.to};
    const auto* line = visit.site.helplines.line(step.line);
    if (line != nullptr && line->country == country_of(visit))
        return {line_words(visit, *line), ""};
    return {visit.speak.say("Someone to talk to"), "/helplines"};
}

Chapter chapter_of(const Visit& visit, const Article& article) {
    const auto& speak = visit.speak;
    Chapter chapter{.address = href_of(article),
                    .title = article.title,
                    .lead = article.answer,
                    .body = &article.body};
    for (const auto& step : article.next)
        chapter.next.push_back(next_of(visit, step));
    for (const auto* source : article.sources)
        chapter.sources.push_back(source_of(*source));
    chapter.reviewed = speak.say(phrase(
        "The words are ours. Last read through on {reviewed}; again by {next_review}. It informs; "
        "it does not replace a person who treats you.",
        {{"reviewed", speak.date(article.reviewed_on)},
         {"next_review", speak.date(article.next_review)}}));
    return chapter;
}

std::vector<std::string> notes(const Visit& visit) {
    const auto& speak = visit.speak;
    const auto country = country_of(visit);
    std::vector<std::string> all{
        speak.say(phrase("In danger, or someone not waking up? Call {number} now.",
                         {{"number", emergency_of(visit, country).for_overdose()}}))};
    const auto lines = visit.site.helplines.for_everybody(country, "crisis");
    for (std::size_t i = 0; i < std::min(lines.size(), kLinesOnCover); ++i)
        all.push_back(line_words(visit, *lines[i]));
    all.push_back(speak.say("This book informs; it does not replace a person who treats you."));
    return all;
}

paper::BookWords words(const locale::Speaker& speak) {
    return {.contents = speak.say("Contents"),
            .next = speak.say("What you can do next"),
            .sources = speak.say("Where this comes from"),
            .page = speak.say("page {number}"),
            .unconfirmed = speak.say(
                "“?” after a number means “to be confirmed”: nobody has yet compared this figure "
                "with its source for us. Take it as a rough size, not as certain.")};
}

std::string drawing_svg(const Visit& visit, std::string_view name) {
    const auto view = drawing_view("drawing:" + std::string{name});
    if (!visit.site.views.has(view)) return {};
    const auto language = locale::code_of(visit.speak.language());
    return visit.site.views.render(view, language, html::Data{});
}

}  // namespace

paper::Book printed_book(const Visit& visit, const std::vector<const Article*>& articles) {
    const auto& speak = visit.speak;
    paper::Book book{
        .site = visit.site.settings.name,
        .origin = http::own_origin(visit.request),
        .title = speak.say("The handbook"),
        .subtitle = speak.say("What recovery is and how it works, in plain words"),
        .notes = notes(visit),
        .words = words(speak),
        .has_contents = articles.size() > kWithoutContents,
        .drawing = [&visit](std::string_view name) { return drawing_svg(visit, name); }};
    if (auto code = paper::qr_code(book.origin + "/")) book.code = *std::move(code);
    for (const auto& part : visit.site.handbook->parts()) {
        paper::BookPart printed{.title =
                                    std::string{part.title(locale::code_of(speak.language()))}};
        for (const auto* article : articles) {
            if (article->part == part.id) printed.chapters.push_back(chapter_of(visit, *article));
        }
        if (!printed.chapters.empty()) book.parts.push_back(std::move(printed));
    }
    return book;
}

std::string PrintedBooks::get(const std::string& key, const std::function<std::string()>& make) {
    {
        const std::lock_guard lock{mutex_};
        if (const auto found = books_.find(key); found != books_.end()) return *found->second;
    }
    auto made = std::make_shared<const std::string>(make());
    const std::lock_guard lock{mutex_};
    if (books_.size() >= kKept) books_.clear();
    books_.insert_or_assign(key, made);
    return *made;
}

}  // namespace waymark::web
