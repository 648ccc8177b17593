// Articles of the handbook as paper/book.h prints them, in the reader's
// language and with the numbers of the reader's country.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "learn/article.h"
#include "paper/book.h"
#include "web/site.h"

namespace waymark::web {

// The articles in the handbook's order, under their parts. More than a few
// make a book with cover and contents.
paper::Book printed_book(const Visit& visit, const std::vector<const learn::Article*>& articles);

// The few whole books that readers ask for, each made once. Several threads may ask.
class PrintedBooks {
  public:
    // The one of that key; made by `make` when it is not there.
    std::string get(const std::string& key, const std::function<std::string()>& make);

  private:
    static constexpr std::size_t kKept = 16;  // Some 5 MB.
    std::mutex mutex_{};
    std::map<std::string, std::shared_ptr<const std::string>, std::less<>> books_{};
};

}  // namespace waymark::web
