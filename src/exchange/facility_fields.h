// What the readers of lists of places share: the small parts of a facility,
// read with the patience of fields.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "directory/facility.h"
#include "exchange/fields.h"

namespace waymark::exchange {

// Adds the number unless it is empty or already there with that kind. "x110"
// and "ext. 110" at its end are its extension. What holds no digit is left out.
void add_phone(directory::Facility& facility, std::string_view number, std::string_view kind);

// "1014 East Market Street, Suite 4".
std::string joined_street(std::string_view first, std::string_view second);

// A ZIP code that a spreadsheet took for a number gets its zeros back: "6708",
// "12345.0". Anything else comes back as it is.
std::string zip_of(std::string_view text);

// One space between words, whatever stood there.
std::string single_spaced(std::string_view text);

// Adds what is neither empty nor there yet.
void add_once(std::vector<std::string>& list, std::string_view item);

// The same for the terms of a list.
void add_term(directory::Facility& facility, directory::Attribute attribute);
void add_terms(directory::Facility& facility, std::vector<directory::Attribute> attributes);

// The last step of reading: where it is, its ids, and that it has a source.
void complete(directory::Facility& facility, directory::GeoPrecision given,
              const Defaults& defaults);

}  // namespace waymark::exchange
