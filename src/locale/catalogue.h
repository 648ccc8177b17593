// The sentences of Waymark in another language. The English sentence is the
// key; a sentence that has no translation yet is answered in English, and a
// check at build time (scripts/check_phrases.py) refuses to let that happen.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/result.h"
#include "locale/language.h"

namespace waymark::locale {

class Catalogue {
  public:
    using Entries = std::map<std::string, std::string, std::less<>>;

    // Adds the entries of a gettext .po text. Of a plural entry, msgid and
    // msgid_plural become two sentences: both our languages use the first for
    // exactly one and the second for all else. Entries marked fuzzy, and the
    // header, are left out. Fails with unreadable, naming the line.
    Result<> add(std::string_view po);

    // The translation, or `english` itself. Valid while both live.
    std::string_view translate(std::string_view english) const;

    bool has(std::string_view english) const { return entries_.contains(english); }
    const Entries& entries() const { return entries_; }

  private:
    Entries entries_;
};

// Every content/locale/CODE/*.po together, read once. Empty for English.
// Throws std::logic_error on a broken file: it is ours, and compiled in.
const Catalogue& catalogue(Language language);

}  // namespace waymark::locale
