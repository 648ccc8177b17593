// The formats of a directory in every language: those that its BMLT source sent,
// and NA's stock words in ten more languages where the source's format is a stock
// one (the same id and key).
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "directory/source_lists.h"

namespace waymark::compat::bmlt {

inline constexpr std::string_view kNativeLanguage = "en";

class FormatBook {
  public:
    explicit FormatBook(std::span<const directory::ListedFormat> listed);

    // The id that a key of the native language stands for. A key that nobody listed
    // is a stock one, or gets an id of its own.
    int id_of(std::string_view key);
    // Makes `id` known by `key` unless it is known already.
    void learn(int id, std::string_view key);

    // Null when it has no words in that language.
    const directory::ListedFormat* find(int id, std::string_view language) const;
    // All of a language, by id.
    std::vector<const directory::ListedFormat*> all(std::string_view language) const;
    const std::vector<std::string>& languages() const { return languages_; }  // Native first.

    // "C,RF,WC": the keys of those that the language has, in the order of `ids`.
    std::string keys(std::span<const int> ids, std::string_view language) const;

  private:
    void add(const directory::ListedFormat& format);
    void add_stock_words();

    std::map<std::pair<std::string, int>, directory::ListedFormat, std::less<>> formats_{};
    std::map<std::string, int, std::less<>> id_of_key_{};
    std::vector<std::string> languages_{};
};

}  // namespace waymark::compat::bmlt
