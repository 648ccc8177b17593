#include "places/postcodes.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/text.h"
#include "embedded/places.h"
#include "places/table.h"

namespace waymark::places {
namespace {

// GeoNames' and the Census's middles of one ZIP code differ by 1.9 km (median),
// 10.6 km (one in twenty) and 23 km (one in a hundred).
constexpr Kilometers kReach{11};
// A Canadian code with a 0 is rural: a few hundred villages in Nunavut are one.
constexpr Kilometers kRuralReach{80};

// With ZIP codes, and ISO 3166 codes of their own.
constexpr std::array<std::string_view, 5> kTerritories{"AS", "GU", "MP", "PR", "VI"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return c >= 'A' && c <= 'Z';
}

// 'A' a letter, '9' a digit.
bool has_shape(std::string_view text, std::string_view shape) {
    return std::ranges::equal(text, shape, [](char c, char want) {
        return want == 'A' ? is_letter(c) : want == '9' ? is_digit(c) : c == want;
    });
}

bool is_zip(std::string_view word) {
    return has_shape(word, "99999") || has_shape(word, "99999-9999") ||
           has_shape(word, "999999999");
}

bool is_whole_canadian(std::string_view word) {
    return has_shape(word, "A9A9A9") || has_shape(word, "A9A-9A9");
}

std::vector<std::string> words_in(std::string_view text) {
    std::string upper = ascii_upper(text);
    std::ranges::replace(upper, '\t', ' ');
    std::ranges::replace(upper, ',', ' ');
    std::vector<std::string> words;
    for (const std::string_view word : words_of(upper))
        words.emplace_back(word);
    return words;
}

std::string without_word(std::string_view text, std::string_view upper_word) {
    const std::size_t at = ascii_upper(text).rfind(upper_word);
    std::string rest{text.substr(0, at)};
    return rest.append(text.substr(at + upper_word.size()));
}

class Postcodes {
  public:
    static const Postcodes& all() {
        static const Postcodes postcodes{Table{embedded::places("postcodes.bin")}};
        return postcodes;
    }

    std::optional<Place> find(std::string_view code) const {
        const RowRange rows = codes_.rows_of(code);
        if (rows.empty()) return std::nullopt;
        const std::size_t row = rows.begin;
        const bool is_us = is_digit(code.front());
        const std::string_view state = states_[row];
        Place place{.name = std::string{towns_[row]}, .country = is_us ? "US" : "CA"};
        if (std::ranges::find(kTerritories, state) != kTerritories.end())
            place.country = state;
        else
            place.region = state;
        place.postcode = code;
        place.name.append(", ").append(state).append(" ").append(code);
        place.point = {latitude_[row] / 1e5, longitude_[row] / 1e5};
        place.precision = Precision::postcode;
        place.within = !is_us && code[1] == '0' ? kRuralReach : kReach;
        return place;
    }

  private:
    explicit Postcodes(const Table& table)
        : codes_(table, 0),
          towns_(table, 2),
          states_(table, 4),
          latitude_(table.section(6)),
          longitude_(table.section(7)) {}

    Texts codes_, towns_, states_;
    Column<std::int32_t> latitude_, longitude_;
};

}  // namespace

std::optional<Postcode> postcode_in(std::string_view text) {
    const std::vector<std::string> words = words_in(text);
    for (std::size_t n = words.size(); n-- > 0;) {
        const std::string& word = words[n];
        if (is_zip(word)) return Postcode{word.substr(0, 5), without_word(text, word)};
        if (is_whole_canadian(word)) return Postcode{word.substr(0, 3), without_word(text, word)};
        if (!has_shape(word, "A9A")) continue;
        const bool has_second = n + 1 < words.size() && has_shape(words[n + 1], "9A9");
        if (!has_second) return Postcode{word, without_word(text, word)};
        return Postcode{word, without_word(without_word(text, words[n + 1]), word)};
    }
    return std::nullopt;
}

std::optional<Place> find_postcode(std::string_view code) {
    return Postcodes::all().find(code);
}

}  // namespace waymark::places
