// Writes one PDF. The only place that knows libharu.
//
// Texts are in code page 1252 (paper/ansi.h), in fonts that every reader's
// program has, so none is embedded. No author, no date, no random name goes
// into the file: the same calls give the same bytes. The file carries no tags
// for screen readers; the pages of the site are the form for them.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "paper/ink.h"

namespace waymark::paper {

// How wide the text is in that lettering, in points.
double width_of(const Lettering& lettering, std::string_view ansi);

class Pdf {
  public:
    // `title` (UTF-8) is what a reader's window shows. Throws std::runtime_error
    // when libharu has no memory.
    Pdf(Sheet sheet, std::string_view title, Turn turn = Turn::upright);
    ~Pdf();
    Pdf(Pdf&&) noexcept;
    Pdf& operator=(Pdf&&) noexcept;

    Size size() const;
    void add_page();   // All that follows is drawn on it.
    int page() const;  // From 1; 0 before the first.

    void text(Point baseline, const Lettering& lettering, std::string_view ansi);
    void shape(const Outline& outline, const Ink& ink);
    void fill(const Box& box, Colour colour);

    // From a place on the current page: to a page, which may come later, or out.
    void link(const Box& from, int to_page, double to_y);
    void link(const Box& from, std::string_view url);
    // A line of the reader's side panel; level 0, or 1 below the last 0. UTF-8.
    void bookmark(std::string_view title, int level, int to_page, double to_y);

    // The file. To be called once, last. Throws std::runtime_error when any of
    // the above went wrong.
    std::string bytes();

  private:
    struct Document;
    std::unique_ptr<Document> document_;
};

}  // namespace waymark::paper
