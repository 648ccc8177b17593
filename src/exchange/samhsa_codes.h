// Between the labels and codes of SAMHSA's lists and the terms we keep: a code
// stays as it came, a label finds its code when there is one, and what nobody
// knows is kept in its own words and counted. No fact is guessed from the
// words of a label.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "directory/facility.h"
#include "exchange/context.h"

namespace waymark::exchange {

// Which category a list of labels stands under; empty where it does not say.
struct SamhsaHeading {
    std::string_view code{};  // "OT"
    std::string_view name{};  // "Type of Opioid Treatment"
};

// "value; value; value". The same words may mean two things: "Young Adults" is
// an age and "Young adults" a programme for them, and "In-network prescribing
// entity" stands under opioids and under alcohol. The heading decides, then the
// capitals, then what stands before it.
std::vector<directory::Attribute> attributes_of_labels(std::string_view labels,
                                                       const SamhsaHeading& heading,
                                                       const Defaults& defaults);

// A "Service Code Reference" that came with the list: names of codes that we
// may not have, by code.
using SamhsaReference = std::map<std::string, directory::Attribute, std::less<>>;

// "SA DT * RES RD * BU": codes between spaces, with `*` between the categories.
std::vector<directory::Attribute> attributes_of_codes(std::string_view codes,
                                                      const SamhsaReference& reference,
                                                      const Defaults& defaults);

directory::Attribute attribute_of_code(std::string_view code);

// What follows from the terms: languages, costs and accreditations.
void conclude_from_terms(directory::Facility& facility);

}  // namespace waymark::exchange
