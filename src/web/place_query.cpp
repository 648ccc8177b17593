#include "web/place_query.h"

#include <algorithm>
#include <array>

#include "core/text.h"

namespace waymark::web {
namespace {

using directory::TraitKind;

constexpr std::array<std::string_view, 29> kNames{
    "near", "radius",  "medication", "setting",  "payment", "serves",  "along",      "lang",
    "kind", "age",     "sex",        "approach", "quality", "only",    "telehealth", "withdrawal",
    "test", "housing", "supplies",   "access",   "hours",   "unknown", "dui",        "text",
    "sort", "box",     "old",        "limit",    "page"};

}  // namespace

const SearchPage kTreatmentPage{"/treatment", kNames};

bool has_where(const Query& query) {
    return query.is_precise() ||
           std::ranges::any_of(std::array{"near", "text", "box", "telehealth"},
                               [&](const char* name) { return !query.value(name).empty(); });
}

Result<finder::ParsedFacilityRequest> read_place_query(const Query& query,
                                                       const finder::PlaceLocator& locate) {
    finder::Options options;
    for (const auto name : kNames) {
        const bool is_one = name == "near" || name == "text" || name == "box";
        const std::string value = is_one ? query.value(name) : joined(query.values(name), ",");
        if (!value.empty()) options.emplace_back(name, value);
    }
    if (query.is_precise()) options.emplace_back("near", query.at());
    auto read = finder::parse_facility_request(options, locate);
    if (!read && directory::trait_kind_of_code(read.error().field)) {
        return invalid_input(read.error().field, "Choose one of those in the list.");
    }
    return read;
}

bool asks_for_all(TraitKind asked) {
    using enum TraitKind;
    constexpr std::array kAll{serves, along, approach, quality, test, supplies, access};
    return std::ranges::find(kAll, asked) != kAll.end();
}

}  // namespace waymark::web
