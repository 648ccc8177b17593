#include "exchange/samhsa_codes.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/text.h"
#include "directory/samhsa_terms.h"
#include "exchange/facility_fields.h"
#include "exchange/samhsa_aliases.h"

namespace waymark::exchange {
namespace {

using directory::Attribute;
using directory::SamhsaTerm;

constexpr std::string_view kAlcoholSource = "EMAS";
constexpr std::string_view kOpioidSource = "EMOS";

using Terms = std::vector<const SamhsaTerm*>;

struct Names {
    std::unordered_map<std::string_view, Terms> exact{};
    std::unordered_map<std::string, Terms> lower{};
};

const Names& names() {
    static const Names kNames = [] {
        Names all;
        for (const auto& term : directory::samhsa_terms()) {
            all.exact[term.name].push_back(&term);
            all.lower[ascii_lower(term.name)].push_back(&term);
        }
        for (const auto& alias : samhsa_aliases())
            all.lower[ascii_lower(alias.label)].push_back(directory::samhsa_term(alias.code));
        return all;
    }();
    return kNames;
}

// The category that a heading means; empty when we have none of that name.
std::string_view category_of(const SamhsaHeading& heading) {
    if (directory::samhsa_category(heading.code) != nullptr) return heading.code;
    const auto name = ascii_lower(trimmed(heading.name));
    for (const auto& category : directory::samhsa_categories()) {
        if (ascii_lower(category.name) == name) return category.code;
    }
    if (name.starts_with("external"))
        return name.find("alcohol") != std::string::npos ? kAlcoholSource : kOpioidSource;
    return {};
}

// Of several terms with one name, the one that fits where it stands.
const SamhsaTerm* chosen(const Terms& terms, std::string_view category, std::string_view before) {
    const auto in = [&](std::string_view wanted) {
        const auto found =
            std::ranges::find(terms, wanted, [](auto* term) { return term->category; });
        return found == terms.end() ? nullptr : *found;
    };
    if (const auto* term = in(category); term != nullptr && !category.empty()) return term;
    // Where a list has no headings, it still keeps their order.
    const bool is_alcohol = before == "AUT" || before == kAlcoholSource;
    if (const auto* term = in(is_alcohol ? kAlcoholSource : kOpioidSource)) return term;
    return terms.front();
}

const SamhsaTerm* term_of_label(const std::string& label, std::string_view category,
                                std::string_view before) {
    const auto fits = [&](const Terms& terms) {
        return category.empty() || std::ranges::any_of(terms, [&](const auto* term) {
                   return term->category == category;
               });
    };
    const auto exact = names().exact.find(label);
    if (exact != names().exact.end() && fits(exact->second))
        return chosen(exact->second, category, before);
    const auto lower = names().lower.find(ascii_lower(label));
    if (lower != names().lower.end() && fits(lower->second))
        return chosen(lower->second, category, before);
    // Categories were renamed and split over the years; names rarely were.
    if (exact != names().exact.end()) return chosen(exact->second, category, before);
    if (lower != names().lower.end()) return chosen(lower->second, category, before);
    return nullptr;
}

Attribute attribute_of(const SamhsaTerm& term, std::string_view label) {
    return {.taxonomy = std::string{directory::kSamhsaTaxonomy},
            .code = std::string{term.code},
            .label = std::string{label == term.name ? "" : label},
            .category = std::string{term.category}};
}

constexpr auto kLanguages = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"SP", "es"},   {"AH", "sgn"},  {"F4", "ar"},  {"F17", "zh"}, {"F19", "ht"},
    {"F25", "fa"},  {"F28", "fr"},  {"F30", "de"}, {"F31", "el"}, {"F35", "he"},
    {"F36", "hi"},  {"F37", "hmn"}, {"F42", "it"}, {"F43", "ja"}, {"F47", "ko"},
    {"F66", "pl"},  {"F67", "pt"},  {"F70", "ru"}, {"F81", "tl"}, {"F92", "vi"},
    {"N13", "hop"}, {"N18", "lkt"}, {"N23", "nv"}, {"N24", "oj"}, {"N40", "ypk"},
});

bool accredits(std::string_view code) {
    constexpr std::array<std::string_view, 5> kAccrediting{"CARF", "COA", "HFAP", "JC", "NCQA"};
    return std::ranges::find(kAccrediting, code) != kAccrediting.end();
}

void add_cost(directory::Facility& facility, const SamhsaTerm& term) {
    directory::CostOption cost{.option = std::string{term.name}};
    if (term.code == "NP") {
        cost.amount = 0;
        cost.currency = "USD";
    }
    if (std::ranges::find(facility.costs, cost) == facility.costs.end())
        facility.costs.push_back(std::move(cost));
}

}  // namespace

std::vector<Attribute> attributes_of_labels(std::string_view labels, const SamhsaHeading& heading,
                                            const Defaults& defaults) {
    const auto category = category_of(heading);
    std::vector<Attribute> attributes;
    std::string_view before;
    for (const auto part : split(labels, ';')) {
        const auto label = single_spaced(part);
        if (label.empty()) continue;
        const auto* term = term_of_label(label, category, before);
        if (term != nullptr) {
            before = term->category;
            attributes.push_back(attribute_of(*term, label));
            continue;
        }
        defaults.warn("A service that has no code on the list of codes was kept in its own words.");
        attributes.push_back(
            {.taxonomy = std::string{directory::kSamhsaTaxonomy},
             .label = label,
             .category = std::string{heading.code.empty() ? category : heading.code}});
    }
    return attributes;
}

Attribute attribute_of_code(std::string_view code) {
    if (const auto* term = directory::samhsa_term(code)) return attribute_of(*term, term->name);
    return {.taxonomy = std::string{directory::kSamhsaTaxonomy}, .code = std::string{code}};
}

std::vector<Attribute> attributes_of_codes(std::string_view codes, const SamhsaReference& reference,
                                           const Defaults& defaults) {
    std::vector<Attribute> attributes;
    std::string spaced{codes};
    std::ranges::replace_if(
        spaced, [](char c) { return c == '*' || c == '\t' || c == '\n' || c == '\r'; }, ' ');
    for (const auto part : split(spaced, ' ')) {
        const auto code = ascii_upper(trimmed(part));
        if (code.empty()) continue;
        const auto named = reference.find(code);
        if (directory::samhsa_term(code) == nullptr && named != reference.end()) {
            attributes.push_back(named->second);
            continue;
        }
        if (directory::samhsa_term(code) == nullptr)
            defaults.warn("A service code that is on no list of codes was kept as it is.");
        attributes.push_back(attribute_of_code(code));
    }
    return attributes;
}

void conclude_from_terms(directory::Facility& facility) {
    for (const auto& attribute : facility.attributes) {
        const auto* term = directory::samhsa_term(attribute.code);
        if (term == nullptr) continue;
        const auto language = std::ranges::find(kLanguages, attribute.code,
                                                [](const auto& pair) { return pair.first; });
        const bool is_language = language != kLanguages.end();
        if (is_language &&
            std::ranges::find(facility.languages, language->second) == facility.languages.end()) {
            facility.languages.emplace_back(language->second);
        }
        if (term->category == "PAY" || term->category == "PYAS") add_cost(facility, *term);
        if (accredits(term->code)) {
            if (!facility.accreditations.empty()) facility.accreditations += "; ";
            facility.accreditations += term->name;
        }
    }
}

}  // namespace waymark::exchange
