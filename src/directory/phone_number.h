// A telephone number as somebody types it, or as a list writes it, brought to
// one form, so that two writings of one number are seen to be one.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"

namespace waymark::directory {

struct PhoneNumber {
    // "+18006624357" (E.164); of a number that is dialled within one country
    // only, "US:988".
    std::string key{};
    std::string extension{};  // What follows it; takes no part in comparing.
    friend bool operator==(const PhoneNumber&, const PhoneNumber&) = default;
};

// Takes spaces, brackets, dots and dashes; letters as on a keypad, with what they
// stand for said again in brackets ("1-800-662-HELP (4357)"); "+1", "001", "011",
// a country's own 0 or 1 in front; "ext. 7", "x7", ",,7#"; "tel:" and "sms:".
// `country` (ISO 3166-1) is where it is dialled. Fails with invalid_input, field
// "number", on what is no number there.
Result<PhoneNumber> read_phone_number(std::string_view typed, std::string_view country);

}  // namespace waymark::directory
