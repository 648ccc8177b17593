// A pack for the first week: what to do first, seven days to fill in by hand,
// and what to read.
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "core/phrase.h"
#include "web/article.h"
#include "web/handout.h"
#include "web/helplines.h"
#include "web/page.h"
#include "web/pages/pages.h"

namespace waymark::web {
namespace {

using html::Data;

constexpr std::array<std::string_view, 8> kArticles{
    "first-days",    "first-dose",      "day-to-day",  "triggers",
    "after-a-break", "emergency-spray", "first-visit", "sleep"};
constexpr int kDays = 7;

struct Reads {
    Data::List list{};
    std::string slugs{};  // "first-days,sleep"
};

Reads reads_of(const Visit& visit) {
    Reads reads;
    for (const auto slug : kArticles) {
        const auto* article = article_of(visit, slug);
        if (article == nullptr) continue;
        reads.list.push_back(article_line(*article));
        reads.slugs.append(reads.slugs.empty() ? "" : ",").append(slug);
    }
    return reads;
}

}  // namespace

Page first_week(const Visit& visit, const http::PathParams&) {
    const auto& speak = visit.speak;
    const std::string size{sheet_size(visit)};
    auto reads = reads_of(visit);
    Data::List days;
    for (std::int64_t day = 1; day <= kDays; ++day)
        days.push_back(Data::object({{"day", speak.say(phrase("Day {day}", {{"day", day}}))}}));
    Page page{.view = "first_week", .title = speak.say("Notes"), .tab = Tab::learn};
    page.keep = http::Keep::revalidate;
    page.style = "paper.css";
    page.data.set("size", size)
        .set("is_a4", size == "a4")
        .set("number", emergency_of(visit, country_of(visit)).for_overdose())
        .set("days", std::move(days))
        .set("pdf", reads.slugs.empty() ? std::string{}
                                        : "/handbook.pdf?articles=" + reads.slugs + "&size=" + size)
        .set("is_some", !reads.list.empty())
        .set("articles", std::move(reads.list));
    return page;
}

}  // namespace waymark::web
