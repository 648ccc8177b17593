// The taxonomies of a snapshot and their terms: SAMHSA's codes, our own words,
// and what lists brought along. Terms of the 211 taxonomy, which is licensed, are
// not among them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "directory/facility.h"
#include "directory/trait.h"
#include "finder/facilities.h"

namespace waymark::compat::hsds {

struct Taxonomy {
    std::string id{}, name{}, description{};
    std::vector<finder::RowNumber> rows{};  // With any of its terms; ascending.
};

struct Term {
    std::string id{}, code{}, name{};
    std::string parent_id{};  // Empty at the top.
    std::string taxonomy_id{}, taxonomy{};
    std::vector<finder::RowNumber> rows{};  // That carry it, or one below it; ascending.
};

class Terms {
  public:
    explicit Terms(const finder::Facilities& facilities);

    std::span<const Taxonomy> taxonomies() const { return taxonomies_; }  // By id.
    std::span<const Term> terms() const { return terms_; }                // By id.
    // Null for an id that is none of theirs.
    const Taxonomy* taxonomy(std::string_view id) const;
    const Term* term(std::string_view id) const;

    // The term an attribute states; null when it may not be put out, and for our
    // own words, which come from the traits.
    const Term* term_of(const directory::Attribute& attribute) const;
    const Term& term_of(directory::Trait trait) const;

  private:
    void add_samhsa();
    void add_traits();
    void add_brought(const directory::Facility& facility, std::unordered_set<std::string>& known);
    void sort();
    void note_rows(const finder::Facilities& facilities);

    std::vector<Taxonomy> taxonomies_;
    std::vector<Term> terms_;
    // Before sort() in the order of adding; afterwards where they stand in terms_.
    std::vector<std::size_t> samhsa_, traits_;
};

}  // namespace waymark::compat::hsds
