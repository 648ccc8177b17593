// The handbook: articles of our own, as data under content/learn. A file is
// front matter (YAML) and Markdown; English and Spanish stand side by side
// under the same slug. All of it is compiled in and read once at start.
//
// In the text, [@id] names a source of content/learn/sources; [@id?] the same,
// of a figure that nobody has confirmed against it, which pages mark.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/time.h"
#include "html/markdown.h"

namespace waymark::learn {

// Names the file and what is wrong: our own data, so our own mistake.
struct ArticleError : std::logic_error {
    using std::logic_error::logic_error;
};

struct Source {
    std::string id{}, title{}, publisher{}, url{};
    int year = 0;
};

// Where to go from here: a page of this site, or a helpline.
struct NextStep {
    std::string to{}, say{};  // "/start-today", and the words of the link.
    std::string line{};       // Of a helpline, its id; then the other two are empty.
};

enum class Audience : std::uint8_t { person, family, everyone };

struct Part {
    std::string id{}, english{}, spanish{};
    std::string_view title(std::string_view language) const {
        return language == "es" ? spanish : english;
    }
};

struct Article {
    std::string slug{}, language{};
    std::string title{};
    std::string answer{};  // In one or two sentences, what the page says.
    Audience audience{};
    std::string part{};
    int order = 0;
    Date reviewed_on{}, next_review{};
    int reading_age = 0;                   // Years, as the checks measure it.
    std::vector<const Source*> sources{};  // In the order in which the text names them.
    std::vector<NextStep> next{};
    html::Markdown body{};  // Its references carry their number in `sources`.
};

// What one file of content/learn/LANGUAGE says. Throws ArticleError.
Article read_article(std::string_view slug, std::string_view language, std::string_view file,
                     const std::vector<Source>& sources);
std::vector<Source> read_sources(std::string_view name, std::string_view file);

}  // namespace waymark::learn
