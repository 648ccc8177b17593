// The marks [@id] and [@id?] in an article's text.
#pragma once

#include <string>
#include <vector>

#include "learn/article.h"

namespace waymark::learn {

// Turns each mark into an Inline of kind reference with its number. The answer
// is `named` in the order in which the text first names them. Throws
// ArticleError on a mark that `named` does not hold, and on one of `named` that
// the text never uses.
std::vector<const Source*> number_references(html::Markdown& body,
                                             const std::vector<const Source*>& named,
                                             const std::string& where);

}  // namespace waymark::learn
