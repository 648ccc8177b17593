// The marks of an article, told as its text and what becomes of it.

#include "learn/references.h"

#include <gtest/gtest.h>

#include "learn/article.h"

namespace waymark::learn {
namespace {

const std::vector<Source>& shelf() {
    static const std::vector<Source> sources{
        {.id = "one", .title = "First", .publisher = "P", .url = "https://a.example", .year = 2001},
        {.id = "two",
         .title = "Second",
         .publisher = "P",
         .url = "https://b.example",
         .year = 2002}};
    return sources;
}

Article article(const std::string& text, const std::string& named = "[one, two]") {
    const std::string front =
        "---\ntitle: T\nanswer: A.\naudience: person\npart: p\norder: 10\nreviewed_on: 2026-11-22\n"
        "next_review: 2027-11-22\nreading_age: 9\nnext: []\nsources: " +
        named + "\n---\n";
    return read_article("slug", "en", front + text, shelf());
}

// The article with its marks as "(number)" or "(number?)".
std::string shown(const Article& read) {
    const html::MarkdownParts parts{.reference = [](const html::Inline& mark) {
        return html::Safe::text("(" + std::to_string(mark.number) + (mark.is_certain ? ")" : "?)"));
    }};
    return html::to_html(read.body, parts).markup();
}

std::string refusal(const std::string& text, const std::string& named) {
    try {
        article(text, named);
        return "";
    } catch (const ArticleError& error) {
        return error.what();
    }
}

TEST(References, AreNumberedAsTheTextNamesThem) {
    const auto read = article("A. [@two]\n\n- B, **strong [@one]**. [@two]\n");
    EXPECT_EQ(shown(read),
              "<p>A.(1)</p>\n<ul>\n<li>B, <strong>strong(2)</strong>.(1)</li>\n</ul>\n");
    ASSERT_EQ(read.sources.size(), 2U);
    EXPECT_EQ(read.sources[0]->id, "two");
    EXPECT_EQ(read.sources[1]->id, "one");
}

TEST(References, SayWhereAFigureIsNotConfirmed) {
    EXPECT_EQ(shown(article("About 8 in 100. [@one?]\n", "[one]")), "<p>About 8 in 100.(1?)</p>\n");
}

TEST(References, MustBeNamedAndUsed) {
    EXPECT_EQ(refusal("A. [@one]", "[one, two]"),
              "en/slug.md: the text never names the source two");
    EXPECT_EQ(refusal("A. [@two]", "[one]"),
              "en/slug.md: the text names two, which is not under sources");
    EXPECT_EQ(refusal("A. [@one", "[one]"), "en/slug.md: a mark [@… without its ]");
    EXPECT_EQ(refusal("A.", "[three]"), "en/slug.md, sources: no source is called three");
}

TEST(FrontMatter, IsReadStrictly) {
    const auto read = [](const std::string& file) -> std::string {
        try {
            read_article("slug", "en", file, shelf());
            return "";
        } catch (const ArticleError& error) {
            return error.what();
        }
    };
    EXPECT_EQ(read("Text."),
              "en/slug.md does not begin with front matter between two lines of ---");
    EXPECT_EQ(read("---\ntitle: T\n---\nText."), "en/slug.md, answer: must be a text");
    const std::string whole =
        "---\ntitle: T\nanswer: A.\naudience: person\npart: p\norder: 10\nreviewed_on: 2026-11-22\n"
        "next_review: 2027-11-22\nreading_age: 9\nnext: []\nsources: []\n";
    EXPECT_EQ(read(whole + "---\nText."), "");
    EXPECT_EQ(read(whole + "titel: x\n---\nText."), "en/slug.md, titel: is no name we know");
}

}  // namespace
}  // namespace waymark::learn
