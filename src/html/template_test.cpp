// Templates, told as a template, what the page gives it, and what is shown.

#include "html/template.h"

#include <gtest/gtest.h>

#include "html/escape.h"

namespace waymark::html {
namespace {

std::string shown(const std::string& text, const Data& data = {}) {
    const Views views({{"page", text}}, {{"en", {}}});
    return views.render("page", "en", data);
}

// What is wrong with it, "" when nothing is.
std::string refusal(const std::string& text, const Data& data = {}) {
    try {
        shown(text, data);
        return "";
    } catch (const TemplateError& error) {
        return error.what();
    }
}

TEST(Template, EscapesWhatAPersonTyped) {
    const Data page = Data::object({{"name", "<b>\"Tom\" & 'Ann'</b>"}});
    EXPECT_EQ(shown("<p>{{name}}</p>", page),
              "<p>&lt;b&gt;&quot;Tom&quot; &amp; &#39;Ann&#39;&lt;/b&gt;</p>");
}

TEST(Template, TakesMarkupOnlyAsSafeAndOnlyInThreeBraces) {
    const Data page = Data::object({{"text", "<b>"}, {"safe", Safe::literal("<b>")}});
    EXPECT_EQ(shown("{{{safe}}}", page), "<b>");
    EXPECT_EQ(refusal("{{{text}}}", page),
              "page.html, line 1: {{text}} must be html::Safe for {{{ }}}");
    EXPECT_EQ(refusal("{{safe}}", page), "page.html, line 1: {{safe}} is markup: write {{{ }}}");
}

TEST(Template, ShowsASectionForWhatIsThere) {
    const Data page = Data::object({{"yes", true},
                                    {"no", false},
                                    {"phone", "555-0100"},
                                    {"empty", ""},
                                    {"none", Data::List{}},
                                    {"count", 3}});
    EXPECT_EQ(shown("{{#yes}}a{{/yes}}{{#no}}b{{/no}}{{^no}}c{{/no}}", page), "ac");
    EXPECT_EQ(shown("{{#phone}}call {{.}}{{/phone}}{{#empty}}x{{/empty}}", page), "call 555-0100");
    EXPECT_EQ(shown("{{#none}}x{{/none}}{{^none}}nothing{{/none}}", page), "nothing");
    EXPECT_EQ(shown("{{count}}", page), "3");
}

TEST(Template, RepeatsASectionForEachItemAndLooksOutwards) {
    const Data page =
        Data::object({{"town", "Camden"},
                      {"meetings", Data::List{Data::object({{"name", "Noon"}}),
                                              Data::object({{"name", "Night"}, {"town", "Troy"}})}},
                      {"days", Data::List{"Mon", "Tue"}},
                      {"place", Data::object({{"street", "Main"}})}});
    EXPECT_EQ(shown("{{#meetings}}{{name}} in {{town}};{{/meetings}}", page),
              "Noon in Camden;Night in Troy;");
    EXPECT_EQ(shown("{{#days}}[{{.}}]{{/days}}", page), "[Mon][Tue]");
    EXPECT_EQ(shown("{{place.street}} {{#place}}{{street}}{{/place}}", page), "Main Main");
}

TEST(Template, LeavesNoEmptyLineWhereASectionStoodAlone) {
    const Data page = Data::object({{"rows", Data::List{"a", "b"}}});
    EXPECT_EQ(shown("<ul>\n  {{#rows}}\n  <li>{{.}}</li>\n  {{/rows}}\n</ul>\n", page),
              "<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>\n");
    EXPECT_EQ(shown("a\n{{! why }}\nb", page), "a\nb");
    EXPECT_EQ(shown("a {{! why }} b", page), "a  b");
}

TEST(Template, NamesWhatThePageForgot) {
    EXPECT_EQ(refusal("<p>\n{{town}}</p>"),
              "page.html, line 2: {{town}} is not supplied by the page");
    EXPECT_EQ(refusal("{{#rows}}x{{/rows}}"),
              "page.html, line 1: {{rows}} is not supplied by the page");
    EXPECT_EQ(refusal("{{^rows}}x{{/rows}}"),
              "page.html, line 1: {{rows}} is not supplied by the page");
    EXPECT_EQ(refusal("{{#t}}Near {town}{{/t}}"),
              "page.html, line 1: {{town}} is not supplied by the page");
    EXPECT_EQ(refusal("{{place.town}}", Data::object({{"place", Data{}}})),
              "page.html, line 1: {{place.town}} is not supplied by the page");
}

TEST(Template, RefusesABrokenTemplateAtStart) {
    EXPECT_EQ(refusal("{{#a}}x"), "page.html, line 1: {{#a}} is never closed");
    EXPECT_EQ(refusal("x{{/a}}"), "page.html, line 1: {{/a}} closes nothing");
    EXPECT_EQ(refusal("\n{{name"), "page.html, line 2: a tag is never closed");
    EXPECT_EQ(refusal("{{}}"), "page.html, line 1: an empty tag");
    EXPECT_EQ(refusal("{{&name}}"), "page.html, line 1: {{& }} and {{= =}} are not used here");
    EXPECT_EQ(refusal("{{a b}}"), "page.html, line 1: \"a b\" is not a name");
    EXPECT_EQ(refusal("{{> card}}"), "page.html, line 1: there is no card.html");
    EXPECT_EQ(refusal("{{> page}}"), "page.html, line 1: it holds itself, by way of its partials");
    EXPECT_EQ(refusal("<a href={{x}}>"),
              "page.html, line 1: an attribute needs quotes around {{x}}");
}

TEST(Template, PutsAPartialInTheSameContext) {
    const Views views({{"find", "{{#meetings}}{{> parts/card}}{{/meetings}}"},
                       view_of_file("views/parts/card.html", "<li>{{name}}</li>")},
                      {{"en", {}}});
    const Data page = Data::object({{"meetings", Data::List{Data::object({{"name", "Noon"}})}}});
    EXPECT_EQ(views.render("find", "en", page), "<li>Noon</li>");
    EXPECT_TRUE(views.has("parts/card"));
    EXPECT_FALSE(views.has("card"));
    EXPECT_THROW(views.render("card", "en", page), TemplateError);
}

TEST(Template, NamesThePartialThatMissesAName) {
    const Views views({{"find", "{{> card}}{{after}}"}, {"card", "{{#yes}}{{name}}{{/yes}}"}},
                      {{"en", {}}});
    const auto wrong_with = [&](const Data& page) -> std::string {
        try {
            return views.render("find", "en", page);
        } catch (const TemplateError& error) {
            return error.what();
        }
    };
    EXPECT_EQ(wrong_with(Data::object({{"yes", true}, {"after", ""}})),
              "card.html, line 1: {{name}} is not supplied by the page");
    EXPECT_EQ(wrong_with(Data::object({{"yes", false}})),
              "find.html, line 1: {{after}} is not supplied by the page");
}

TEST(Template, TakesAValueAfterAnEqualsSignWithinQuotes) {
    const Data page = Data::object({{"day", "mon"}});
    EXPECT_EQ(shown("<a class=\"x\" href=\"/find?day={{day}}\">", page),
              "<a class=\"x\" href=\"/find?day=mon\">");
    EXPECT_NE(refusal("<a class=\"x\" href={{day}}>", page), "");
}

TEST(Template, KeepsScriptsOutOfLinks) {
    const auto link = [](const char* to) {
        return shown("<a href=\"{{to}}\">", Data::object({{"to", to}}));
    };
    EXPECT_EQ(link("https://example.org/?a=1&b=2"),
              "<a href=\"https://example.org/?a=1&amp;b=2\">");
    EXPECT_EQ(link("/find?near=Troy"), "<a href=\"/find?near=Troy\">");
    EXPECT_EQ(link("tel:+15550100"), "<a href=\"tel:+15550100\">");
    for (const char* bad : {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)",
                            " javascript:alert(1)", "data:text/html,x", "//evil.example", ""}) {
        EXPECT_EQ(link(bad), "<a href=\"#\">") << bad;
    }
}

// Sentences.

const Language kSpanish{"es", [](std::string_view english) -> std::string {
                            if (english == "Call {number} now.") return "Llama al {number} ya.";
                            if (english == "Tom's & Ann's") return "De Tom & Ann";
                            if (english == "{a} of {b}") return "{b}: {a}";
                            if (english == "Lost {hole}") return "Perdido";
                            return std::string{english};
                        }};

std::string spanish(const std::string& text, const Data& data = {}) {
    return Views({{"page", text}}, {{"en", {}}, kSpanish}).render("page", "es", data);
}

TEST(Sentence, IsTranslatedAndItsHolesAreFilled) {
    const Data page = Data::object({{"number", "<911>"}, {"a", 1}, {"b", 2}});
    EXPECT_EQ(shown("{{#t}}Call {number} now.{{/t}}", page), "Call &lt;911&gt; now.");
    EXPECT_EQ(spanish("{{#t}}Call {number} now.{{/t}}", page), "Llama al &lt;911&gt; ya.");
    EXPECT_EQ(spanish("{{#t}}{a} of {b}{{/t}}", page), "2: 1");
}

TEST(Sentence, StandsOnOneLineInTheCatalogue) {
    const Data page = Data::object({{"number", "911"}});
    EXPECT_EQ(spanish("{{#t}}\n    Call {number}\n    now.\n{{/t}}", page), "Llama al 911 ya.");
}

TEST(Sentence, IsTextAndNotMarkup) {
    EXPECT_EQ(spanish("{{#t}}Tom's & Ann's{{/t}}"), "De Tom &amp; Ann");
    EXPECT_EQ(shown("{{#t}}Tom's & Ann's{{/t}}"), "Tom&#39;s &amp; Ann&#39;s");
    EXPECT_EQ(refusal("{{#t}}Call <b>now</b>{{/t}}"),
              "page.html, line 1: a sentence holds markup or a tag; give it a {hole}: "
              "Call <b>now</b>");
    EXPECT_NE(refusal("{{#t}}Call&nbsp;now{{/t}}"), "");
    EXPECT_NE(refusal("{{#t}}Call {{now}}{{/t}}"), "");
}

TEST(Sentence, TakesMarkupThroughAHole) {
    const Data page = Data::object({{"number", Safe::link("tel:911", "911")}});
    EXPECT_EQ(shown("{{#t}}Call {number} now.{{/t}}", page),
              "Call <a href=\"tel:911\">911</a> now.");
}

TEST(Sentence, RefusesATranslationThatLostAHole) {
    EXPECT_THROW(spanish("{{#t}}Lost {hole}{{/t}}", Data::object({{"hole", "x"}})), TemplateError);
}

TEST(Sentence, FallsBackToTheFirstLanguage) {
    const Views views({{"page", "{{#t}}Call {number} now.{{/t}}"}}, {{"en", {}}, kSpanish});
    EXPECT_EQ(views.render("page", "fr", Data::object({{"number", "1"}})), "Call 1 now.");
}

TEST(SafeLink, IsTextAloneWhenItWouldLeadAstray) {
    EXPECT_EQ(Safe::link("https://a.example/?q=\"", "A & B").markup(),
              "<a href=\"https://a.example/?q=&quot;\">A &amp; B</a>");
    EXPECT_EQ(Safe::link("javascript:alert(1)", "A & B").markup(), "A &amp; B");
}

}  // namespace
}  // namespace waymark::html
