// One mustache template to a tree of nodes. Part of template.h, which says
// what the language is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html/template.h"

namespace waymark::html {

struct Tree;

struct Node {
    enum class Kind { text, value, safe_value, hole, section, inverted, partial };

    Kind kind = Kind::text;
    std::string text{};  // What is written, or the name.
    int line = 0;
    bool is_link = false;           // Begins a href, src or action: javascript: must not.
    std::vector<Node> inside{};     // Of a section.
    const Tree* partial = nullptr;  // Filled in once every template is parsed.
};

struct Tree {
    std::string name{};
    std::vector<Node> nodes{};
};

// Throws TemplateError.
Tree parse_template(const View& view, const Translate& translate);

// "find.html, line 7: …"
TemplateError template_error(std::string_view view, int line, std::string_view what);

}  // namespace waymark::html
