// All articles, in both languages, and the search over them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "finder/words.h"
#include "learn/article.h"

namespace waymark::learn {

class Handbook {
  public:
    // The one compiled in. Throws ArticleError when our own files are wrong, so
    // it is built at start.
    static const Handbook& own();

    // Ordered by part and place within it;.
    const std::vector<Article>& articles(std::string_view language) const;
    // Null when there is none.
    const Article* article(std::string_view slug, std::string_view language) const;
    const std::vector<Part>& parts() const { return parts_; }

    // English ones whose next review is before `today`.
    std::vector<const Article*> overdue(Date today) const;

    // Those that hold the most of the words of `text` (as the beginning of one
    // of theirs, or with one typo; "the" and its like count for nothing): where
    // the title says them first, then where the answer does, then the rest,
    // each in the handbook's order. Nothing where no word is held.
    std::vector<const Article*> search(std::string_view text, std::string_view language) const;

  private:
    struct Shelf {
        explicit Shelf(std::vector<Article> sorted);
        std::vector<Article> articles;
        finder::Words words;
    };

    Handbook();
    std::vector<Article> read(std::string_view language) const;
    const Shelf& shelf(std::string_view language) const;

    std::vector<Part> parts_;
    std::vector<Source> sources_;
    Shelf english_, spanish_;
};

}  // namespace waymark::learn
