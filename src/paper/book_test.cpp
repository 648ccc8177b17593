// Books, looked at from outside: pages, links and side panel by what stands in
// the file. What the pages say and look like is tests/browser/paper.test.mjs's.

#include "paper/book.h"

#include <gmock/gmock.h>

#include <string>

#include "paper/cards.h"

namespace waymark::paper {
namespace {

using testing::HasSubstr;
using testing::Not;

int count(const std::string& text, std::string_view part) {
    int found = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

int pages_in(const std::string& pdf) {
    return count(pdf, "/Type /Page\n");
}
int links_in(const std::string& pdf) {
    return count(pdf, "/Subtype /Link");
}

html::Markdown article(int paragraphs) {
    std::string text = "Call, or [read on](/learn/b). [@x]\n\n![A line.](drawing:line)\n\n";
    text += "- one\n- two\n\n1. first\n\n> said\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n";
    for (int i = 0; i < paragraphs; ++i)
        text += "## Heading\n\nA paragraph of some words, **strong** and *soft*.\n\n";
    return html::parse_markdown(text);
}

Chapter chapter(const std::string& name, const html::Markdown& body) {
    return {.address = "/learn/" + name,
            .title = "About " + name,
            .lead = "It is this.",
            .body = &body,
            .next = {{"Then b", "/learn/b"}, {"Find", "/find"}},
            .sources = {{"Somebody, 2020", "https://example.org/a"}},
            .reviewed = "Read through."};
}

Book book(std::vector<Chapter> chapters, bool has_contents) {
    return {.site = "Waymark",
            .title = "The handbook",
            .subtitle = "In plain words",
            .notes = {"Call 911."},
            .words = {.contents = "Contents",
                      .next = "Next",
                      .sources = "Sources",
                      .page = "page {number}",
                      .unconfirmed = "To be confirmed"},
            .parts = {{"Part", std::move(chapters)}},
            .has_contents = has_contents,
            .drawing = [](std::string_view name) -> std::string {
                if (name != "line") return "";
                return "<svg viewBox='0 0 10 2'><line x2='10' class='s-teal'/></svg>";
            }};
}

TEST(Book, BeginsEveryChapterOnAPageOfItsOwn) {
    const auto body = article(1);
    const auto pdf = to_pdf(book({chapter("a", body), chapter("b", body)}, true), Sheet::a4);
    EXPECT_EQ(pages_in(pdf), 4);  // Cover, contents, two chapters.
    EXPECT_THAT(pdf, HasSubstr("/MediaBox [ 0 0 595.2"));
}

TEST(Book, IsSheetsAloneWithoutContents) {
    const auto body = article(1);
    EXPECT_EQ(pages_in(to_pdf(book({chapter("a", body)}, false), Sheet::letter)), 1);
    EXPECT_GT(pages_in(to_pdf(book({chapter("a", body)}, true), Sheet::letter)), 1);
}

TEST(Book, GoesOnOverAsManyPagesAsItNeeds) {
    const auto body = article(60);
    const int pages = pages_in(to_pdf(book({chapter("a", body)}, false), Sheet::letter));
    EXPECT_GE(pages, 4);
    EXPECT_LE(pages, 7);
}

TEST(Book, LinksItsContentsItsTextAndItsSources) {
    const auto body = article(1);
    const auto pdf = to_pdf(book({chapter("a", body), chapter("b", body)}, true), Sheet::a4);
    EXPECT_THAT(pdf, HasSubstr(R"((https:\057\057example.org\057a))"));
    EXPECT_GE(links_in(pdf), 2 * 2 + 2 * 4);
    EXPECT_THAT(pdf, HasSubstr("/Type /Outlines"));
    EXPECT_EQ(count(pdf, "/Title"), 1 + 1 + 1 + 2);  // The file, contents, the part, two chapters.
}

TEST(Book, LinksThePagesOfTheSiteThatAreNoChapter) {
    const auto body = html::parse_markdown("See [meetings](/find?near=19103).");
    Book site = book({chapter("a", body)}, false);
    EXPECT_THAT(to_pdf(site, Sheet::a4), Not(HasSubstr("find")));
    site.origin = "https://waymark.example";
    EXPECT_THAT(to_pdf(site, Sheet::a4),
                HasSubstr(R"((https:\057\057waymark.example\057find?near=19103))"));
}

TEST(Book, GivesTheSameBytesEachTime) {
    const auto body = article(5);
    const auto one = to_pdf(book({chapter("a", body)}, true), Sheet::a4);
    EXPECT_EQ(one, to_pdf(book({chapter("a", body)}, true), Sheet::a4));
    EXPECT_NE(one, to_pdf(book({chapter("a", body)}, true), Sheet::letter));
}

TEST(Book, SaysNeitherWhenNorByWhom) {
    const auto body = article(1);
    const auto pdf = to_pdf(book({chapter("a", body)}, false), Sheet::a4);
    EXPECT_THAT(pdf, Not(HasSubstr("Date")));
    EXPECT_THAT(pdf, Not(HasSubstr("/Author")));
    EXPECT_THAT(pdf, Not(HasSubstr("/ID")));
}

TEST(Cards, StandEightOnASheet) {
    const Card card{.title = "If I slip",
                    .lines = {{"Call Sam", true}, {"Carry the spray", false}},
                    .code = qr_code("https://example.org/now").value()};
    EXPECT_EQ(pages_in(cards_pdf(std::vector<Card>(8, card), Sheet::a4, "Cards")), 1);
    EXPECT_EQ(pages_in(cards_pdf(std::vector<Card>(9, card), Sheet::letter, "Cards")), 2);
}

TEST(Cards, LeaveOutWhatNoSizeFits) {
    const Card full{.title = "All", .lines = std::vector<CardLine>(80, {"One more line", false})};
    EXPECT_EQ(pages_in(cards_pdf({full}, Sheet::a4, "Cards")), 1);
}

}  // namespace
}  // namespace waymark::paper
