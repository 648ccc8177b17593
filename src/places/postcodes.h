// US ZIP codes and Canadian postal codes, whole or within a longer text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "places/gazetteer.h"

namespace waymark::places {

// "19104" and "M5V": what the table is asked for.
struct Postcode {
    std::string code{};
    std::string rest{};  // What else was typed, without the code.
};

// The postcode in `text`: five digits, five and four, or a Canadian code
// ("M5V", "M5V 2T6"). Whether there is such a postcode is find_postcode's to say.
std::optional<Postcode> postcode_in(std::string_view text);

std::optional<Place> find_postcode(std::string_view code);

}  // namespace waymark::places
