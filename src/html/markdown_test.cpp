// Markdown in, HTML out; and what a hostile writer might try.

#include "html/markdown.h"

#include <gmock/gmock.h>

#include "core/text.h"

namespace waymark::html {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string shown(std::string_view text) {
    return to_html(parse_markdown(text)).markup();
}

TEST(Markdown, ShowsTheUsualParts) {
    EXPECT_EQ(shown("A *b* **c**\nd\n"), "<p>A <em>b</em> <strong>c</strong> d</p>\n");
    EXPECT_EQ(shown("## What it is\n"), "<h2 id=\"what-it-is\">What it is</h2>\n");
    EXPECT_EQ(shown("## ¿Qué?\n"), "<h2 id=\"que\">¿Qué?</h2>\n");
    EXPECT_EQ(shown("- a\n- b\n"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
    EXPECT_EQ(shown("3. a\n4. b\n"), "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n");
    EXPECT_EQ(shown("> a\n"), "<blockquote><p>a</p>\n</blockquote>\n");
    EXPECT_EQ(shown("[a](/now)\n"), "<p><a href=\"/now\">a</a></p>\n");
}

TEST(Markdown, GivesATableItsRolesAndEachCellItsColumn) {
    EXPECT_EQ(shown("| | One | Two |\n|---|---|---|\n| Where | a | b |\n"),
              "<table role=\"table\"><thead role=\"rowgroup\"><tr role=\"row\">"
              "<td role=\"cell\"></td><th role=\"columnheader\" scope=\"col\">One</th>"
              "<th role=\"columnheader\" scope=\"col\">Two</th></tr></thead>\n"
              "<tbody role=\"rowgroup\"><tr role=\"row\">"
              "<th role=\"rowheader\" scope=\"row\">Where</th>"
              "<td role=\"cell\" data-label=\"One\">a</td>"
              "<td role=\"cell\" data-label=\"Two\">b</td></tr>\n</tbody></table>\n");
}

TEST(Markdown, LetsAPageDrawItsPictures) {
    const MarkdownParts parts{.image = [](const Inline& image) {
        return Safe::text("[" + image.href + ": " + image.text + "]");
    }};
    EXPECT_EQ(to_html(parse_markdown("![What *it* shows](drawing:x)\n"), parts).markup(),
              "[drawing:x: What it shows]\n");
    EXPECT_EQ(shown("![What it shows](https://example.org/x.png)\n"), "What it shows\n");
}

// Each may be shown as text or not at all, but never as markup or as a link.
TEST(Markdown, NeverBecomesMarkup) {
    const std::vector<std::string_view> attempts{
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "<svg/onload=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java\tscript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](vbscript:msgbox(1))",
        "[x](//evil.example/)",
        "[x](/\\evil.example/)",
        "![x](javascript:alert(1))",
        "![\" onerror=alert(1) x=\"](x)",
        "[x](</now\" onclick=\"alert(1)>)",
        "[x](/now \"onmouseover=alert(1)\")",
        "[x]: javascript:alert(1)\n\n[x]",
        "<javascript:alert(1)>",
        "<https://ok.example/\"onclick=alert(1)>",
        "## <b onclick=alert(1)>x</b>",
        "| <i onclick=alert(1)> |\n|---|\n| <script>x</script> |",
        "```html\n</code></pre><script>alert(1)</script>\n```",
        "`</code><script>alert(1)</script>`",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<!-- --><script>alert(1)</script>",
        "<a href=\"jav&#x0A;ascript:alert(1)\">x</a>",
        "**<style>*{}</style>**",
        "[<img src=x onerror=alert(1)>](/now)",
        "> <iframe srcdoc='<script>alert(1)</script>'>",
        "- <details ontoggle=alert(1) open>",
        "\xff\xfe<script>alert(1)</script>",
    };
    for (const auto attempt : attempts) {
        const auto html = shown(attempt);
        const auto lower = ascii_lower(html);
        for (const auto* tag :
             {"<script", "<img", "<svg", "<iframe", "<style", "<details", "<b ", "<i ",
              "<a href=\"j", "<a href=\"d", "<a href=\"v", "<a href=\"//", "<a href=\"/\\"}) {
            EXPECT_THAT(lower, Not(HasSubstr(tag))) << attempt;
        }
        // An attribute only where we wrote one: every quote of the writer is an entity.
        EXPECT_THAT(lower, Not(HasSubstr("\" on"))) << attempt;
    }
}

TEST(Markdown, IsNotFelledByDepthOrLength) {
    EXPECT_NO_THROW(shown(std::string(20000, '>')));
    EXPECT_NO_THROW(shown(std::string(20000, '[')));
    EXPECT_NO_THROW(shown(std::string(20000, '*')));
    std::string nested;
    for (int depth = 0; depth < 500; ++depth)
        nested += std::string(static_cast<std::size_t>(depth) * 2, ' ') + "- a\n";
    EXPECT_NO_THROW(shown(nested));
}

TEST(Markdown, SaysItsWords) {
    const auto parsed = parse_markdown("A **b**, [c](/now).\n\n- d\n- e *f*\n");
    EXPECT_EQ(words_in(parsed.blocks[0]), "A b, c.");
    EXPECT_EQ(words_in(parsed.blocks[1]), "d e f");
}

}  // namespace
}  // namespace waymark::html
