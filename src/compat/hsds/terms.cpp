#include "compat/hsds/terms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "compat/hsds/derived_id.h"
#include "core/text.h"
#include "directory/samhsa_terms.h"

namespace waymark::compat::hsds {
namespace {

using directory::Attribute;
using directory::kSamhsaTaxonomy;
using directory::kWaymarkTaxonomy;

std::string taxonomy_id_of(std::string_view name) {
    return derived_id("taxonomy", name);
}

std::string term_id_of(std::string_view taxonomy, std::string_view code) {
    return derived_id("term", taxonomy, code);
}

// Categories and terms of SAMHSA share letters.
std::string category_id_of(std::string_view taxonomy, std::string_view code) {
    return derived_id("category", taxonomy, code);
}

// "RX-8250", "PL-8000.1800-150".
bool looks_like_211(std::string_view code) {
    const auto dash = code.find('-');
    if (dash == code.npos || dash == 0 || dash > 2 || code.size() < dash + 5) return false;
    const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return std::ranges::all_of(code.substr(0, dash), is_letter) &&
           std::ranges::all_of(code.substr(dash + 1, 4), is_digit);
}

bool is_licensed(const Attribute& attribute) {
    constexpr std::array<std::string_view, 4> kNames{"211", "airs", "hsis", "infoline"};
    const auto folded = fold(attribute.taxonomy);
    const auto words = words_of(folded);
    return looks_like_211(attribute.code) || std::ranges::any_of(words, [&](auto word) {
               return std::ranges::find(kNames, word) != kNames.end();
           });
}

std::string_view taxonomy_name(const Attribute& attribute) {
    return attribute.taxonomy.empty() ? std::string_view{"other"} : attribute.taxonomy;
}

std::string brought_id_of(const Attribute& attribute) {
    const auto name = taxonomy_name(attribute);
    return attribute.code.empty() ? derived_id("label", name, fold(attribute.label))
                                  : term_id_of(name, attribute.code);
}

bool may_be_brought(const Attribute& attribute) {
    if (attribute.taxonomy == kWaymarkTaxonomy) return false;
    if (attribute.code.empty() && fold(attribute.label).empty()) return false;
    return attribute.taxonomy == kSamhsaTaxonomy || !is_licensed(attribute);
}

// "Has no beds for children": stated, but nothing to be found by.
bool is_denial(const Attribute& attribute) {
    const auto value = ascii_lower(attribute.value);
    return value == "no" || value == "false";
}

void add_row(std::vector<finder::RowNumber>& rows, finder::RowNumber row) {
    if (rows.empty() || rows.back() != row) rows.push_back(row);
}

template <class T>
const T* with_id(const std::vector<T>& list, std::string_view id) {
    const auto found = std::ranges::lower_bound(list, id, {}, &T::id);
    return found != list.end() && found->id == id ? &*found : nullptr;
}

}  // namespace

Terms::Terms(const finder::Facilities& facilities) {
    add_samhsa();
    add_traits();
    std::unordered_set<std::string> known;
    for (const auto& term : terms_)
        known.insert(term.id);
    for (const auto& facility : facilities.list())
        add_brought(facility, known);
    sort();
    note_rows(facilities);
}

void Terms::add_samhsa() {
    const std::string name{kSamhsaTaxonomy};
    const auto id = taxonomy_id_of(name);
    taxonomies_.push_back({.id = id,
                           .name = name,
                           .description = "The service codes of SAMHSA's directories, as they "
                                          "stand there. United States Government work, in the "
                                          "public domain."});
    for (const auto& category : directory::samhsa_categories()) {
        terms_.push_back({.id = category_id_of(name, category.code),
                          .code = std::string{category.code},
                          .name = std::string{category.name},
                          .taxonomy_id = id,
                          .taxonomy = name});
    }
    for (const auto& term : directory::samhsa_terms()) {
        samhsa_.push_back(terms_.size());
        terms_.push_back({.id = term_id_of(name, term.code),
                          .code = std::string{term.code},
                          .name = std::string{term.name},
                          .parent_id = category_id_of(name, term.category),
                          .taxonomy_id = id,
                          .taxonomy = name});
    }
}

void Terms::add_traits() {
    const std::string name{kWaymarkTaxonomy};
    const auto id = taxonomy_id_of(name);
    taxonomies_.push_back({.id = id,
                           .name = name,
                           .description = "What a place is and offers, concluded from the codes of "
                                          "all lists. The value is yes or no; what is not known "
                                          "is not there."});
    traits_.resize(static_cast<std::size_t>(directory::Trait::count_));
    for (const auto& trait : directory::traits()) {
        const auto kind = directory::code_of(trait.kind);
        const auto kind_id = category_id_of(name, kind);
        if (std::ranges::find(terms_, kind_id, &Term::id) == terms_.end()) {
            terms_.push_back({.id = kind_id,
                              .code = std::string{kind},
                              .name = std::string{kind},
                              .taxonomy_id = id,
                              .taxonomy = name});
        }
        const auto code = std::string{kind}.append(":").append(trait.code);
        traits_[static_cast<std::size_t>(trait.trait)] = terms_.size();
        terms_.push_back({.id = term_id_of(name, code),
                          .code = code,
                          .name = std::string{trait.name},
                          .parent_id = kind_id,
                          .taxonomy_id = id,
                          .taxonomy = name});
    }
}

void Terms::add_brought(const directory::Facility& facility,
                        std::unordered_set<std::string>& known) {
    for (const auto& attribute : facility.attributes) {
        const bool is_samhsa = attribute.taxonomy == kSamhsaTaxonomy;
        if (is_samhsa && directory::samhsa_term(attribute.code) != nullptr) continue;
        if (!may_be_brought(attribute)) continue;
        auto id = brought_id_of(attribute);
        if (!known.insert(id).second) continue;
        const std::string name{taxonomy_name(attribute)};
        auto taxonomy_id = taxonomy_id_of(name);
        if (std::ranges::find(taxonomies_, taxonomy_id, &Taxonomy::id) == taxonomies_.end()) {
            taxonomies_.push_back(
                {.id = taxonomy_id, .name = name, .description = "Terms that a list brought."});
        }
        terms_.push_back({.id = std::move(id),
                          .code = attribute.code,
                          .name = attribute.label.empty() ? attribute.code : attribute.label,
                          .taxonomy_id = std::move(taxonomy_id),
                          .taxonomy = name});
    }
}

void Terms::sort() {
    const auto ids_at = [&](const std::vector<std::size_t>& places) {
        std::vector<std::string> ids;
        for (const auto at : places)
            ids.push_back(terms_[at].id);
        return ids;
    };
    const auto samhsa = ids_at(samhsa_), traits = ids_at(traits_);
    std::ranges::sort(taxonomies_, {}, &Taxonomy::id);
    std::ranges::sort(terms_, {}, &Term::id);
    const auto place_of = [&](const std::string& id) {
        return static_cast<std::size_t>(term(id) - terms_.data());
    };
    std::ranges::transform(samhsa, samhsa_.begin(), place_of);
    std::ranges::transform(traits, traits_.begin(), place_of);
}

void Terms::note_rows(const finder::Facilities& facilities) {
    struct Above {
        Term* parent = nullptr;
        Taxonomy* taxonomy = nullptr;
    };
    std::vector<Above> above;
    for (const auto& each : terms_) {
        const auto parent = std::ranges::lower_bound(terms_, each.parent_id, {}, &Term::id);
        const bool has_parent = !each.parent_id.empty();
        const auto over =
            std::ranges::lower_bound(taxonomies_, each.taxonomy_id, {}, &Taxonomy::id);
        above.push_back({.parent = has_parent ? &*parent : nullptr, .taxonomy = &*over});
    }
    const auto note = [&](const Term* found, finder::RowNumber row) {
        if (found == nullptr) return;
        const auto at = static_cast<std::size_t>(found - terms_.data());
        add_row(terms_[at].rows, row);
        add_row(above[at].taxonomy->rows, row);
        if (above[at].parent != nullptr) add_row(above[at].parent->rows, row);
    };
    const auto list = facilities.list();
    for (finder::RowNumber row = 0; row < list.size(); ++row) {
        for (const auto& attribute : list[row].attributes) {
            if (!is_denial(attribute)) note(term_of(attribute), row);
        }
        const auto& yes = facilities.rows()[row].traits.yes;
        for (const auto& trait : directory::traits()) {
            if (yes.has(trait.trait)) note(&term_of(trait.trait), row);
        }
    }
}

const Taxonomy* Terms::taxonomy(std::string_view id) const {
    return with_id(taxonomies_, id);
}

const Term* Terms::term(std::string_view id) const {
    return with_id(terms_, id);
}

const Term* Terms::term_of(const Attribute& attribute) const {
    if (attribute.taxonomy == kSamhsaTaxonomy) {
        if (const auto* known = directory::samhsa_term(attribute.code)) {
            const auto at = known - directory::samhsa_terms().data();
            return &terms_[samhsa_[static_cast<std::size_t>(at)]];
        }
    }
    return may_be_brought(attribute) ? term(brought_id_of(attribute)) : nullptr;
}

const Term& Terms::term_of(directory::Trait trait) const {
    return terms_[traits_[static_cast<std::size_t>(trait)]];
}

}  // namespace waymark::compat::hsds
