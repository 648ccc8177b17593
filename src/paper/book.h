// Prints articles as a PDF: a book with cover and contents, or sheets of one
// or a few. Values in, bytes out; the same values give the same bytes.
//
// All texts are UTF-8; a letter that code page 1252 lacks is printed as "?"
// (paper/ansi.h). Nothing here knows a language: the words around the articles
// come with the book. Page numbers count from the first sheet, cover and all,
// so that the printed number is also the one a reader's program shows.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "html/markdown.h"
#include "paper/ink.h"
#include "paper/qr.h"

namespace waymark::paper {

struct PrintedSource {
    std::string text{};  // "TIP 63. SAMHSA, 2021"
    std::string url{};
};

struct PrintedNext {
    std::string text{};
    std::string address{};  // Of a chapter, whose page is then named; else of the site; may be "".
};

struct Chapter {
    std::string address{};  // What links in texts call it: "/learn/tolerance".
    std::string title{};
    std::string lead{};                    // The answer in a sentence or two.
    const html::Markdown* body = nullptr;  // Must outlive the printing.
    std::vector<PrintedNext> next{};
    std::vector<PrintedSource> sources{};  // In the order of their numbers.
    std::string reviewed{};
};

struct BookPart {
    std::string title{};
    std::vector<Chapter> chapters{};
};

// What the book says around its articles, in its language.
struct BookWords {
    std::string contents{};     // "Contents"
    std::string next{};         // "What you can do next"
    std::string sources{};      // "Where this comes from"
    std::string page{};         // "page {number}"
    std::string unconfirmed{};  // Below the sources of a chapter with such a figure: "[1?]: …"
};

struct Book {
    std::string site{};    // Stands on top of every page, and in the window's title.
    std::string origin{};  // "https://example.org": goes before addresses that are no chapter's.
    std::string title{};   // On the cover, as are the next two.
    std::string subtitle{};
    std::vector<std::string> notes{};  // The first stands out: whom to call in danger.
    std::optional<QrCode> code{};      // On the cover: the site.
    BookWords words{};
    std::vector<BookPart> parts{};
    bool has_contents = true;  // A cover, too.
    // The SVG of "drawing:NAME", see paper/drawing.h; "" when there is none.
    std::function<std::string(std::string_view name)> drawing{};
};

// Throws std::runtime_error when libharu cannot.
std::string to_pdf(const Book& book, Sheet sheet);

}  // namespace waymark::paper
