// Markdown, parsed by cmark-gfm (CommonMark with tables) into a small tree of
// our own, so that a page, a printed book, the search and the checks all read
// the same text.
//
// Nothing a writer types can become markup: raw HTML is dropped while parsing,
// a link that is_safe_href refuses keeps only its words, and to_html escapes
// every text. Anything may be passed in; nothing fails.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "html/safe.h"

namespace waymark::html {

struct Inline {
    enum class Kind : std::uint8_t {
        text,
        strong,
        emphasis,
        code,
        link,
        image,
        line_break,
        reference
    };

    Kind kind = Kind::text;
    std::string text{};            // Of a text, a code, an image (its alternative).
    std::string href{};            // Of a link or an image; of a reference, what it names.
    bool is_certain = true;        // Of a reference.
    int number = 0;                // Of a reference, from 1; given by whoever knows the list.
    std::vector<Inline> inside{};  // Of strong, emphasis and link.
};

struct Block {
    enum class Kind : std::uint8_t {
        paragraph,
        heading,
        list,
        item,
        quote,
        table,  // Of rows; the first is the head.
        row,
        cell,
        code,
        rule
    };

    Kind kind = Kind::paragraph;
    int level = 0;  // Of a heading, 1 to 6.
    bool is_ordered = false;
    int start = 1;                // Of an ordered list.
    std::vector<Block> inside{};  // Of a list, item, quote, table or row.
    std::vector<Inline> text{};   // Of a paragraph, heading, cell or code.
};

struct Markdown {
    std::vector<Block> blocks{};
};

// What lies deeper in one another than this is left out.
inline constexpr int kMarkdownDepthMax = 16;

Markdown parse_markdown(std::string_view text);

// The words alone, without references; " " between what stands apart.
std::string words_in(const std::vector<Inline>& text);
std::string words_in(const Block& block);

// What a page puts for the parts that Markdown itself has no look for.
struct MarkdownParts {
    std::function<Safe(const Inline& reference)> reference{};  // Empty: nothing is shown.
    std::function<Safe(const Inline& image)> image{};          // Empty: its alternative text.
    int heading_shift = 0;                                     // 1: "#" becomes h2.
};

// Headings carry an id made of their words. A table carries its roles and each
// cell the name of its column (data-label), so that a narrow screen may show a
// row as a block and a screen reader still hear a table.
Safe to_html(const Markdown& markdown, const MarkdownParts& parts = {});

// "What it is" is "what-it-is"; only a-z, 0-9 and "-"; "part" when nothing is left.
std::string anchor_of(std::string_view words);

}  // namespace waymark::html
