// The pages' templates: mustache, parsed once for each language at start.
//
//   {{name}}            the page's text, escaped
//   href="{{name}}"     (src, action too) "#" instead of what is_safe_href refuses
//   {{{name}}}          html::Safe, as it is; anything else is an error
//   {{#name}}…{{/name}} once for true, a text or an object; once for each item
//                       of a list; not at all for false, "" and an empty list
//   {{^name}}…{{/name}} the other way round
//   {{> card}}          the template card.html, in the same context
//   {{#t}}Call {number} now.{{/t}}
//                       a sentence: its translation, with {holes} filled from
//                       the context. Line breaks and runs of spaces count as
//                       one space. No markup inside: that goes into a hole.
//   {{! … }}            left out
//
// Names may be dotted ("place.town"); "." is the item itself. A name is looked
// for in the innermost object first, then outwards. A name that no object
// supplies is an error, never silently nothing.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "html/data.h"
#include "html/safe.h"

namespace waymark::html {

struct View {
    std::string name{};  // "find", "parts/card": the path without ".html".
    std::string text{};
};

// The view of a file: "views/parts/card.html" under "views/" is "parts/card".
View view_of_file(std::string_view path, std::string_view text, std::string_view folder = "views/");

// English in, the language's sentence out; English again where it has none.
using Translate = std::function<std::string(std::string_view english)>;

struct Language {
    std::string tag{};  // "en"
    Translate translate{};
};

// Ours, not the visitor's, mistake: names the template, the line and what is wrong.
struct TemplateError : std::logic_error {
    using std::logic_error::logic_error;
};

class Views {
  public:
    // Throws TemplateError on a template that cannot be parsed, on a partial
    // that is missing or holds itself, and on a translation whose holes are
    // not the sentence's. The first language stands in for an unknown one.
    Views(const std::vector<View>& views, const std::vector<Language>& languages);
    ~Views();
    Views(Views&&) noexcept;
    Views& operator=(Views&&) noexcept;

    // Throws TemplateError on a name that `data` does not supply. May be
    // called from several threads at once.
    std::string render(std::string_view name, std::string_view language, const Data& data) const;
    // The same, to go into another template: {{{body}}}.
    Safe render_part(std::string_view name, std::string_view language, const Data& data) const;

    bool has(std::string_view name) const;

  private:
    struct Parsed;  // All templates, in one language.
    std::map<std::string, std::unique_ptr<Parsed>, std::less<>> languages_;
    std::string first_language_;
};

}  // namespace waymark::html
