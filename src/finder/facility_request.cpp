#include "finder/facility_request.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/number.h"
#include "core/text.h"
#include "finder/request_values.h"

namespace waymark::finder {
namespace {

using directory::Trait;
using directory::TraitKind;
using enum directory::Trait;

constexpr std::size_t kItemsMax = 64;
constexpr Kilometers kStateReach{50};

struct Reading {
    ParsedFacilityRequest& parsed;
    std::optional<std::size_t> page{};
};

std::vector<std::string> items_of(std::string_view list) {
    std::vector<std::string> items;
    for (const auto part : split(list, ',')) {
        if (const auto item = trimmed(part); !item.empty() && items.size() < kItemsMax)
            items.push_back(ascii_lower(item));
    }
    return items;
}

Result<> read_traits(FacilityRequest& request, TraitKind kind, std::string_view text) {
    for (const auto& item : items_of(text)) {
        if (kind == TraitKind::kind && item == "all") {
            request.is_any_kind = true;
            continue;
        }
        if (kind == TraitKind::telehealth && item == "yes") {
            request.of(kind) = directory::TraitSet::of_kind(kind);
            continue;
        }
        const auto trait = directory::trait_of_code(kind, item);
        if (!trait) {
            return invalid_input(std::string{directory::code_of(kind)},
                                 "This choice is not known. openapi.json and the help of the "
                                 "command name them all.");
        }
        request.of(kind).add(*trait);
    }
    return {};
}

// The state of a point typed as numbers is that of the nearest town.
std::string area_around(const places::Place& place) {
    if (!place.region.empty()) return area_code(place.country, place.region);
    for (const auto& town : places::towns_around(place.point, kStateReach, 1))
        return area_code(town.country, town.region);
    return {};
}

Result<> read_languages(FacilityRequest& request, std::string_view text) {
    for (auto& item : items_of(text)) {
        std::ranges::replace(item, '_', '-');
        const bool is_tag =
            item.size() >= 2 && item.size() <= 35 && std::ranges::all_of(item, [](char c) {
                return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
            });
        if (!is_tag) {
            return invalid_input("lang",
                                 "Write languages by their codes, such as en, es or pt-br.");
        }
        request.languages.push_back(std::move(item));
    }
    return {};
}

Result<std::size_t> number_in(std::string_view text, std::size_t least, std::size_t most,
                              const char* what) {
    const auto number = parse_number<std::size_t>(text);
    if (!number || *number < least || *number > most) return invalid_input("", what);
    return *number;
}

Result<> read_flag(bool& flag, std::string_view text, std::string_view word, const char* what) {
    if (ascii_lower(text) != word) return invalid_input("", what);
    flag = true;
    return {};
}

Result<> read_place(Reading& reading, const PlaceLocator& locate, std::string_view text) {
    auto& request = reading.parsed.request;
    const auto& place = reading.parsed.place.emplace(TRY(locate(text)));
    request.near = place.best.point;
    request.area = area_around(place.best);
    return {};
}

Result<> read_sort(FacilityRequest& request, std::string_view text) {
    const auto sort = sort_of_code(ascii_lower(text));
    if (!sort || *sort == Sort::soonest) return invalid_input("sort", "Choose best or nearest.");
    request.sort = *sort;
    return {};
}

Result<> read_plain(Reading& reading, const std::string& name, std::string_view text) {
    auto& request = reading.parsed.request;
    if (name == "radius") request.radius = TRY(parse_length(text));
    if (name == "box") request.box = TRY(parse_box(text));
    if (name == "now") reading.parsed.now = TRY(parse_instant(text));
    if (name == "lang") return read_languages(request, text);
    if (name == "sort") return read_sort(request, text);
    if (name == "text") request.text = text;
    if (name == "limit")
        request.limit = TRY(number_in(text, 1, kMatchesMax, "Ask for 1 to 1000 places at a time."));
    if (name == "offset") {
        request.offset =
            TRY(number_in(text, 0, kOffsetMax, "Write how many places to pass over, 0 or more."));
    }
    if (name == "page") {
        reading.page = TRY(
            number_in(text, 1, kOffsetMax / kMatchesMax, "Write the number of a page, from 1."));
    }
    if (name == "hours")
        return read_flag(request.is_open_now, text, "open-now", "Choose open-now.");
    if (name == "unknown") return read_flag(request.takes_unknown, text, "show", "Choose show.");
    if (name == "old") return read_flag(request.shows_old, text, "yes", "Choose yes.");
    if (name == "dui") return read_flag(request.shows_dui_only, text, "show", "Choose show.");
    return {};
}

constexpr std::array<std::string_view, 13> kPlain{"radius",  "box",   "now",    "lang", "sort",
                                                  "text",    "limit", "offset", "page", "hours",
                                                  "unknown", "dui",   "old"};

Result<> read_option(Reading& reading, const PlaceLocator& locate, const std::string& name,
                     std::string_view value) {
    const auto kind = directory::trait_kind_of_code(name);
    const bool is_plain = std::ranges::find(kPlain, name) != kPlain.end();
    if (!kind && !is_plain && name != "near") {
        return invalid_input(
            name.substr(0, 40),
            "This option is not known; choose from near, radius, box, text, lang, kind, "
            "medication, setting, payment, serves, along, age, sex, approach, quality, only, "
            "telehealth, withdrawal, test, housing, supplies, access, hours, unknown, dui, old, "
            "sort, "
            "limit, offset, page and now.");
    }
    if (value.empty()) return {};
    if (kind) return read_traits(reading.parsed.request, *kind, value);
    if (name == "near") return read_place(reading, locate, value);
    return read_plain(reading, name, value);
}

}  // namespace

Result<ParsedFacilityRequest> parse_facility_request(const Options& options,
                                                     const PlaceLocator& locate) {
    ParsedFacilityRequest parsed;
    Reading reading{parsed};
    for (const auto& [name, value] : options) {
        auto read = read_option(reading, locate, name, trimmed(value));
        if (!read) read.error().field = name.substr(0, 40);
        TRY(read);
    }
    if (reading.page) parsed.request.offset = (*reading.page - 1) * parsed.request.limit;
    return parsed;
}

}  // namespace waymark::finder
