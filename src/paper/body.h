// An article's text as strips: headings stay with what follows, lists hang,
// tables repeat their head, quotes have a bar, drawings are drawn.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "html/markdown.h"
#include "paper/strip.h"

namespace waymark::paper {

struct BodyStyle {
    double width = 390;
    std::string unconfirmed{};  // Stands in a reference of a figure that nobody confirmed: "?".
    // The drawing that an image names; null when there is none, and its words are set instead.
    std::function<std::shared_ptr<const Drawing>(std::string_view href)> drawing{};
    // Where a click on a link leads; "" for nowhere.
    std::function<std::string(std::string_view href)> link{};
    // What is set after the words of a link: "(page 12)". "" for nothing.
    std::function<std::string(std::string_view href)> after_link{};
};

inline constexpr double kBodySize = 11.5, kBodyLeading = 15.5;

Strips body_strips(const html::Markdown& body, const BodyStyle& style);

// For the modules of a chapter that are not its text.
std::vector<TextSpan> spans_of(const std::vector<html::Inline>& text, const Lettering& lettering,
                               const BodyStyle& style);
Strips table_strips(const html::Block& table, double x, double width, const BodyStyle& style);

}  // namespace waymark::paper
