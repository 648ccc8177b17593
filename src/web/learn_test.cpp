// The handbook on the page: every article, in both languages, with all that it
// leads to.

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <string>

#include "embedded/learn.h"
#include "html/escape.h"
#include "web/article.h"
#include "web/sample_site.h"

namespace waymark::web {
namespace {

using html::Block;
using html::Inline;
using learn::Article;
using testing::HasSubstr;
using testing::Not;

const SampleSite& site() {
    static const SampleSite here;
    return here;
}

template <class Check>
void each(Check check) {
    for (const auto* language : {"en", "es"}) {
        for (const auto& article : site().site().handbook->articles(language)) {
            SCOPED_TRACE(article.language + "/" + article.slug);
            check(article);
        }
    }
}

std::string page(const std::string& address, const std::string& language = "en") {
    return site().get(address, language).body;
}

std::set<std::string> hrefs_in(const std::string& html) {
    static const std::regex kHref{"href=\"(/[^\"#]*)[^\"]*\""};
    std::set<std::string> all;
    for (std::sregex_iterator at{html.begin(), html.end(), kHref}, end; at != end; ++at)
        all.insert(std::regex_replace((*at)[1].str(), std::regex{"&amp;"}, "&"));
    return all;
}

TEST(LearnPages, ShowEveryArticleWithItsSources) {
    each([](const Article& article) {
        const auto answer = site().get(href_of(article), article.language);
        EXPECT_EQ(answer.status, 200);
        EXPECT_THAT(answer.body, HasSubstr("<h1>" + html::escape(article.title) + "</h1>"));
        EXPECT_THAT(answer.body, HasSubstr(html::escape(article.answer)));
        for (std::size_t i = 0; i < article.sources.size(); ++i) {
            const auto anchor = "source-" + std::to_string(i + 1) + "\"";
            EXPECT_THAT(answer.body, HasSubstr("id=\"" + anchor));
            EXPECT_THAT(answer.body, HasSubstr("href=\"#" + anchor));
        }
        EXPECT_THAT(answer.body, Not(HasSubstr("[@")));
        EXPECT_THAT(answer.body, Not(HasSubstr("drawing:")));
    });
}

TEST(LearnPages, LeadOnlyToPagesThatAreThere) {
    std::set<std::string> all;
    each([&](const Article& article) {
        all.merge(hrefs_in(page(href_of(article), article.language)));
        for (const auto& step : article.next) {
            if (!step.line.empty()) {
                EXPECT_NE(site().site().helplines.line(step.line), nullptr) << step.line;
            }
        }
    });
    EXPECT_GT(all.size(), 60U);
    for (const auto& href : all)
        EXPECT_LT(site().get(href).status, 400) << href;
}

void collect_drawings(const std::vector<Inline>& text, std::set<std::string>& all) {
    for (const auto& part : text) {
        if (part.kind == Inline::Kind::image) all.insert(drawing_view(part.href));
        collect_drawings(part.inside, all);
    }
}

void collect_drawings(const Block& block, std::set<std::string>& all) {
    collect_drawings(block.text, all);
    for (const auto& part : block.inside)
        collect_drawings(part, all);
}

TEST(LearnPages, ShowEveryDrawingThereIs) {
    std::set<std::string> named;
    each([&](const Article& article) {
        for (const auto& block : article.body.blocks)
            collect_drawings(block, named);
    });
    std::set<std::string> drawn;
    for (const auto& file : embedded::learn_files()) {
        const std::filesystem::path path{file.path};
        if (path.extension() == ".svg") drawn.insert("drawings/" + path.stem().string());
    }
    EXPECT_EQ(named, drawn);
    EXPECT_GE(drawn.size(), 12U);
    EXPECT_THAT(page("/learn/tolerance"), HasSubstr("<svg viewBox"));
}

TEST(LearnPages, MarkAFigureThatNobodyHasConfirmed) {
    std::size_t open = 0;
    each([&](const Article& article) {
        const auto html = page(href_of(article), article.language);
        const std::string mark = article.language == "es" ? "(por confirmar)" : "(to be confirmed)";
        const bool is_marked = html.find(mark) != html.npos;
        const std::string note = article.language == "es" ? "«Por confirmar»" : "“To be confirmed”";
        EXPECT_EQ(is_marked, html.find(note) != html.npos);
        open += is_marked ? 1 : 0;
    });
    EXPECT_GT(open, 0U);
}

TEST(LearnPages, AnswerASearch) {
    EXPECT_THAT(page("/learn?q=methadone"), HasSubstr("href=\"/learn/clinic-medicine\""));
    EXPECT_THAT(page("/learn?q=xyzzyq"), HasSubstr("No article says that."));
    EXPECT_THAT(page("/learn?q=%3Cscript%3E"), HasSubstr("value=\"&lt;script&gt;\""));
    EXPECT_THAT(page("/learn?q=" + std::string(5000, 'a')), HasSubstr("No article says that."));
    EXPECT_EQ(site().get("/learn?q=methadone").keep, http::Keep::never);
}

TEST(LearnPages, KnowWhatIsNotThere) {
    EXPECT_EQ(site().get("/learn/no-such-article").status, 404);
    EXPECT_EQ(site().get("/learn/..%2f").status, 404);
}

TEST(FamilyPage, OffersMeetingsOfFamilyGroupsAndLines) {
    const auto html = page("/family");
    EXPECT_THAT(html, HasSubstr("name=\"fellowship\" value=\"al-anon,nar-anon"));
    EXPECT_THAT(html, HasSubstr("href=\"/now#wake\""));
    EXPECT_THAT(html, HasSubstr("href=\"/learn/what-to-say\""));
    EXPECT_THAT(html, HasSubstr("tel:+18006624357"));
    EXPECT_THAT(page("/family?country=AU"), HasSubstr("Family Drug Support"));
}

TEST(HandbookPage, OffersTheSheetThatTheCountryUses) {
    EXPECT_THAT(page("/handbook"), HasSubstr("value=\"letter\" checked"));
    EXPECT_THAT(page("/handbook?country=DE"), HasSubstr("value=\"a4\" checked"));
    EXPECT_THAT(page("/handbook?part=family"), HasSubstr("value=\"what-to-say\" checked"));
}

std::string file_text(const std::filesystem::path& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

// tests/golden/learn/CASE: article.md, and body.html as it must be rendered;
// WAYMARK_WRITE_GOLDEN=1 writes it anew, for a change that is meant.
TEST(LearnGolden, RendersEachArticleToTheByte) {
    const std::filesystem::path folder{WAYMARK_SOURCE_DIR "/tests/golden/learn"};
    std::vector<learn::Source> sources;
    for (const auto& file : embedded::learn_files()) {
        if (file.path.find("sources/") == file.path.npos) continue;
        for (auto& source : learn::read_sources(file.path, file.bytes))
            sources.push_back(std::move(source));
    }
    std::size_t cases = 0;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        const auto name = entry.path().filename().string();
        SCOPED_TRACE(name);
        const auto article = learn::read_article(name, name.substr(name.size() - 2),
                                                 file_text(entry.path() / "article.md"), sources);
        http::Request request;
        request.headers.emplace_back("accept-language", article.language);
        const auto data = article_data(visit(site().site(), request), article);
        // A drawing is a file of its own, and changes without the articles.
        static const std::regex kDrawing{"<svg[^]*?</svg>"};
        const auto body =
            std::regex_replace(data.find("body")->safe()->markup(), kDrawing, "<svg></svg>");
        const auto golden = entry.path() / "body.html";
        if (std::getenv("WAYMARK_WRITE_GOLDEN") != nullptr) std::ofstream{golden} << body;
        EXPECT_EQ(body, file_text(golden));
        ++cases;
    }
    EXPECT_GE(cases, 3U);
}

}  // namespace
}  // namespace waymark::web
