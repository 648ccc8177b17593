#include "exchange/address.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/text.h"

namespace waymark::exchange {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, is_digit);
}

constexpr auto kCountries = std::to_array<std::string_view>({
    "usa",
    "us",
    "u s a",
    "u s",
    "united states",
    "united states of america",
    "canada",
    "ca",
    "uk",
    "united kingdom",
    "gb",
    "great britain",
    "england",
    "scotland",
    "wales",
    "northern ireland",
    "ireland",
    "australia",
    "new zealand",
    "mexico",
    "india",
    "south africa",
    "germany",
    "france",
});

bool is_country(std::string_view text) {
    return std::ranges::find(kCountries, fold(text)) != kCountries.end();
}

bool is_state_letters(std::string_view text) {
    return (text.size() == 2 || text.size() == 3) && std::ranges::all_of(text, is_upper);
}

bool is_us_postcode(std::string_view text) {
    const auto five = text.substr(0, 5);
    return (text.size() == 5 || (text.size() == 10 && text[5] == '-')) &&
           std::ranges::all_of(five, is_digit);
}

// "M5V 2T6", "SW1A 1AA", "E8 2AB": both halves hold a digit and capitals alone.
bool is_two_part_postcode(std::string_view outer, std::string_view inner) {
    const auto is_capital_or_digit = [](char c) { return is_upper(c) || is_digit(c); };
    return outer.size() >= 2 && outer.size() <= 4 && inner.size() == 3 && is_upper(outer[0]) &&
           is_digit(inner[0]) && has_digit(outer) &&
           std::ranges::all_of(outer, is_capital_or_digit) &&
           std::ranges::all_of(inner, is_capital_or_digit);
}

std::string rejoined(const std::vector<std::string_view>& words, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        if (i != 0) out.push_back(' ');
        out.append(words[i]);
    }
    return out;
}

struct Tail {
    std::string rest{}, state{}, postcode{};
};

// Takes the postcode, then the state's letters, off the end: "PA 19124",
// "Philadelphia PA 19124-1234", "London SW1A 1AA".
Tail take_tail(std::string_view part) {
    auto words = words_of(part);
    Tail tail;
    const auto count = words.size();
    if (count >= 2 && is_two_part_postcode(words[count - 2], words[count - 1])) {
        tail.postcode = std::string{words[count - 2]} + " " + std::string{words[count - 1]};
        words.resize(count - 2);
    } else if (count >= 1 && is_us_postcode(words.back())) {
        tail.postcode = words.back();
        words.pop_back();
    }
    if (!words.empty() && is_state_letters(words.back())) {
        tail.state = words.back();
        words.pop_back();
    }
    tail.rest = rejoined(words, words.size());
    return tail;
}

std::vector<std::string> comma_parts(std::string_view line) {
    std::vector<std::string> parts;
    for (const auto part : split(line, ',')) {
        if (const auto text = trimmed(part); !text.empty()) parts.emplace_back(text);
    }
    return parts;
}

// Takes the last part into town, state and postcode; false when it says none of them.
bool take_region(std::vector<std::string>& parts, AddressParts& out) {
    auto tail = take_tail(parts.back());
    if (tail.postcode.empty() && tail.state.empty()) return false;
    out.postcode = std::move(tail.postcode);
    out.state = std::move(tail.state);
    parts.pop_back();
    if (!tail.rest.empty()) parts.push_back(std::move(tail.rest));
    return true;
}

}  // namespace

AddressParts parts_of_address(std::string_view line) {
    AddressParts out;
    auto parts = comma_parts(line);
    if (parts.size() > 1 && is_country(parts.back())) {
        out.country = parts.back();
        parts.pop_back();
    }
    if (!parts.empty()) take_region(parts, out);
    if (parts.empty()) return out;
    // What is left ends with the town, unless it is nothing but a street.
    if (parts.size() > 1 || !has_digit(parts.back())) {
        out.town = parts.back();
        parts.pop_back();
    }
    if (parts.empty()) return out;
    // Of several parts before the town, the street is the one with a house number.
    const auto street = std::ranges::find_if(parts, has_digit);
    const auto at = street == parts.end() ? parts.begin() : street;
    out.name = joined({parts.begin(), at}, ", ");
    out.street = joined({at, parts.end()}, ", ");
    return out;
}

void complete_from_address(directory::Place& place) {
    if (place.address.empty()) return;
    auto parts = parts_of_address(place.address);
    const auto fill = [](std::string& field, std::string& from) {
        if (field.empty()) field = std::move(from);
    };
    fill(place.street, parts.street);
    fill(place.town, parts.town);
    fill(place.state, parts.state);
    fill(place.postcode, parts.postcode);
    fill(place.country, parts.country);
    fill(place.name, parts.name);
}

std::string address_line(const directory::Place& place) {
    if (!place.address.empty()) return place.address;
    std::vector<std::string> parts;
    const auto& town = !place.town.empty()      ? place.town
                       : !place.borough.empty() ? place.borough
                                                : place.neighborhood;
    std::string region = place.state;
    if (!region.empty() && !place.postcode.empty()) region.push_back(' ');
    region += place.postcode;
    for (const std::string& part : {place.street, town, region, place.country}) {
        if (!part.empty()) parts.push_back(part);
    }
    return joined(parts, ", ");
}

bool has_street(const directory::Place& place) {
    return !place.street.empty();
}

}  // namespace waymark::exchange
