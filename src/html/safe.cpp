#include "html/safe.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text.h"
#include "html/escape.h"

namespace waymark::html {

Safe::Safe(std::string markup) : markup_(std::move(markup)) {}

Safe Safe::literal(Literal markup) {
    return Safe{std::string{markup.text}};
}

Safe Safe::text(std::string_view anything) {
    return Safe{escape(anything)};
}

Safe Safe::link(std::string_view href, std::string_view text) {
    if (!is_safe_href(href)) return Safe::text(text);
    std::string markup = "<a href=\"";
    append_escaped(markup, href);
    markup += "\">";
    append_escaped(markup, text);
    markup += "</a>";
    return Safe{std::move(markup)};
}

Safe Safe::built(std::string markup) {
    return Safe{std::move(markup)};
}

Safe& Safe::operator+=(const Safe& more) {
    markup_ += more.markup_;
    return *this;
}

bool is_safe_href(std::string_view href) {
    // Browsers drop tabs and newlines inside a scheme, so none may be there.
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
    if (href.empty() || std::ranges::any_of(href, is_control)) return false;
    if (href.starts_with("//") || href.starts_with("/\\")) return false;
    if (href.front() == '/' || href.front() == '#' || href.front() == '?') return true;

    constexpr std::array<std::string_view, 6> kSchemes{
        "https:", "http:", "tel:", "sms:", "mailto:", "geo:"};
    const std::string lower = ascii_lower(href.substr(0, 8));
    return std::ranges::any_of(kSchemes,
                               [&](std::string_view scheme) { return lower.starts_with(scheme); });
}

}  // namespace waymark::html
