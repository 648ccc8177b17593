#include "finder/json_parts.h"

#include <array>
#include <cmath>

#include "core/text.h"

namespace waymark::finder {

using json::Writer;

LengthUnit unit_in(std::string_view country) {
    // Road signs in miles; a point given as numbers has no country, and 10mi is our usual.
    constexpr std::array<std::string_view, 5> kMiles{"", "US", "GB", "LR", "MM"};
    for (const auto name : kMiles) {
        if (country == name) return LengthUnit::miles;
    }
    return LengthUnit::kilometers;
}

std::string place_line(const directory::Place& place) {
    std::vector<std::string> parts;
    const auto add = [&](const std::string& part) {
        if (!part.empty() && (parts.empty() || parts.back() != part)) parts.push_back(part);
    };
    add(place.name);
    if (place.street.empty() && place.town.empty()) {
        add(place.address);
    } else {
        add(place.street);
        add(place.town.empty() ? place.borough : place.town);
    }
    return joined(parts, ", ");
}

void write_text(Writer& out, std::string_view key, std::string_view text) {
    out.key(key);
    if (text.empty()) {
        out.null();
    } else {
        out.string(text);
    }
}

void write_km(Writer& out, std::string_view key, std::optional<Kilometers> length) {
    out.key(key);
    if (length) {
        out.real(std::round(length->value * 1000) / 1000);
    } else {
        out.null();
    }
}

void write_phrases(Writer& out, std::string_view key, const std::vector<Phrase>& phrases,
                   LengthUnit unit) {
    out.key(key).begin_array();
    for (const auto& phrase : phrases)
        out.string(in_english(phrase, unit));
    out.end_array();
}

void write_facets(Writer& out, const std::vector<Facet>& facets) {
    out.key("facets").begin_object();
    for (const auto& facet : facets) {
        out.key(facet.name).begin_object();
        for (const auto& [value, count] : facet.counts)
            out.key(value).integer(count);
        out.end_object();
    }
    out.end_object();
}

void write_place(Writer& out, const std::optional<places::Answer>& place) {
    out.key("place");
    if (!place) {
        out.null();
        return;
    }
    const auto& best = place->best;
    out.begin_object();
    out.key("name").string(best.name);
    write_text(out, "country", best.country);
    out.key("latitude").real(best.point.latitude).key("longitude").real(best.point.longitude);
    out.key("precision").string(places::code_of(best.precision));
    write_km(out, "within_km", best.within);
    write_text(out, "corrected", place->corrected);
    out.key("others").begin_array();
    for (const auto& other : place->others)
        out.string(other.name);
    out.end_array().end_object();
}

}  // namespace waymark::finder
