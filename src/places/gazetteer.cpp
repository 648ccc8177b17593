#include "places/gazetteer.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <optional>

#include "core/number.h"
#include "core/text.h"
#include "places/naming.h"
#include "places/postcodes.h"
#include "places/towns.h"

namespace waymark::places {
namespace {

constexpr std::size_t kTextBytesMax = 200;
constexpr std::size_t kOthersMax = 8;
constexpr Kilometers kSameCity{100};

// The numbers of "39.95,-75.16", "39.95 -75.16", "geo:39.95,-75.16"; nothing
// when the text is not two numbers.
std::optional<GeoPoint> coordinates_in(std::string_view text) {
    if (text.starts_with("geo:")) text.remove_prefix(4);
    std::string spaced{text};
    std::ranges::replace(spaced, ',', ' ');
    const auto words = words_of(spaced);
    if (words.size() != 2) return std::nullopt;
    const auto latitude = parse_number<double>(words[0]);
    const auto longitude = parse_number<double>(words[1]);
    if (!latitude || !longitude) return std::nullopt;
    return GeoPoint{*latitude, *longitude};
}

Result<Answer> at_point(GeoPoint point) {
    if (!point.is_valid()) {
        return invalid_input("near",
                             "Type the latitude (-90 to 90) and then the longitude (-180 to 180).");
    }
    Place place{.point = point, .precision = Precision::exact};
    place.name = fmt::format("{:.2f}, {:.2f}", point.latitude, point.longitude);
    return Answer{.best = place};
}

// Two villages of one name in one country cannot be told apart by their label:
// the larger one stands for both.
bool is_listed(const std::vector<Place>& listed, const Place& place) {
    return std::ranges::any_of(listed,
                               [&](const Place& other) { return other.name == place.name; });
}

Answer answer_of(const Naming& naming) {
    const Towns& towns = Towns::all();
    Answer answer{.best = towns.place(naming.hits[0].row)};
    if (naming.area_reach_km > 0) answer.best.within = {std::ceil(naming.area_reach_km)};
    if (naming.is_guess) answer.corrected = answer.best.name;
    std::vector<Place> listed{answer.best};
    for (const Hit& hit : naming.hits) {
        if (listed.size() > kOthersMax) break;
        const Place place = towns.place(hit.row);
        if (!is_listed(listed, place)) listed.push_back(place);
    }
    answer.others.assign(listed.begin() + 1, listed.end());
    return answer;
}

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

tl::unexpected<Error> unknown_postcode() {
    return fail(ErrorKind::not_found,
                "We do not know that postal code. We know those of the United States and Canada. "
                "Check it, or type a town and its state or country.",
                "near");
}

tl::unexpected<Error> unknown_place() {
    return fail(ErrorKind::not_found,
                "We do not know that place. Type a ZIP or postal code, or a town and its state or "
                "country, such as \"Philadelphia, PA\".",
                "near");
}

// A number in an address need not be its postcode: of a house number or a
// foreign code, the town in the same text says so by being far from it.
bool belongs_to(const Place& postcode, const Naming& naming) {
    if (naming.hits.empty()) return true;
    return std::ranges::any_of(naming.hits, [&](const Hit& hit) {
        return distance_between(Towns::all().point(hit.row), postcode.point) <= kSameCity;
    });
}

}  // namespace

std::string_view code_of(Precision precision) {
    switch (precision) {
        case Precision::exact:
            return "exact";
        case Precision::postcode:
            return "postcode";
        case Precision::town:
            return "town";
    }
    return "town";
}

Result<Answer> locate(std::string_view text) {
    const std::string_view typed = trimmed(text);
    if (typed.empty() || !is_utf8(typed)) {
        return invalid_input("near", "Type a place: a ZIP or postal code, or a town.");
    }
    if (typed.size() > kTextBytesMax) {
        return invalid_input("near", "That is too long. Type a ZIP or postal code, or a town.");
    }
    if (const auto point = coordinates_in(typed)) return at_point(*point);

    const auto postcode = postcode_in(typed);
    const Naming naming = towns_meant(words_typed(postcode ? postcode->rest : typed));
    if (postcode) {
        const auto place = find_postcode(postcode->code);
        if (place && belongs_to(*place, naming)) return Answer{.best = *place};
        if (naming.hits.empty()) return unknown_postcode();
    }
    if (!naming.hits.empty()) return answer_of(naming);
    return has_digit(typed) ? unknown_postcode() : unknown_place();
}

}  // namespace waymark::places
