// Addresses written on one line, taken apart as far as that is safe.
#pragma once

#include <string>
#include <string_view>

#include "directory/meeting.h"

namespace waymark::exchange {

struct AddressParts {
    std::string name{};  // What stands before the street: "Grace Lutheran Church".
    std::string street{}, town{}, state{}, postcode{}, country{};
    friend bool operator==(const AddressParts&, const AddressParts&) = default;
};

// "4318 Frankford Ave, Philadelphia, PA 19124, USA" and its kin in Canada,
// Britain and elsewhere. A part whose meaning is not plain stays out.
AddressParts parts_of_address(std::string_view line);

// Fills what `place` lacks from its `address`.
void complete_from_address(directory::Place& place);

// "4318 Frankford Ave, Philadelphia, PA 19124, USA": the address if the place
// has one, else its parts on one line.
std::string address_line(const directory::Place& place);

// Whether one could walk to it: it has a street, and not just a town.
bool has_street(const directory::Place& place);

}  // namespace waymark::exchange
