// HTML that may go into a page unescaped. Only the functions here and
// Views::render_part make one, so the places to check for script injection
// are few and greppable.
#pragma once

#include <string>
#include <string_view>

namespace waymark::html {

// Text known at compile time: nobody outside can have written it.
struct Literal {
    consteval Literal(const char* written) : text(written) {}
    std::string_view text;
};

class Safe {
  public:
    Safe() = default;

    static Safe literal(Literal markup);
    static Safe text(std::string_view anything);  // Escaped.
    // <a href="…">…</a>, both escaped. A href that is not http, https, tel,
    // sms, mailto, geo or of this site ("/…", "#…", "?…") becomes the text alone.
    static Safe link(std::string_view href, std::string_view text);
    // Markup that the caller built with escape() around every outside text:
    // for drawings and other markup that no template can express.
    static Safe built(std::string markup);

    Safe& operator+=(const Safe& more);
    const std::string& markup() const { return markup_; }

  private:
    explicit Safe(std::string markup);
    std::string markup_{};
};

// What a link may point to: see Safe::link.
bool is_safe_href(std::string_view href);

}  // namespace waymark::html
