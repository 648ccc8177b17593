// The words of SAMHSA's directories: each service code with its official name
// and category. Facts of the United States Government, in the public domain.
//
// Source: "Service Code Reference" of the National Directory of Drug and Alcohol
// Use Treatment Facilities, with codes of earlier editions that still turn up and
// the few of the mental health list that we meet. A list may hold codes that are
// not here; they are kept as they came.
#pragma once

#include <span>
#include <string_view>

namespace waymark::directory {

struct SamhsaTerm {
    std::string_view category{};  // "OT"
    std::string_view code{};      // "BUM"; unique.
    std::string_view name{};      // "Buprenorphine maintenance"
};

struct SamhsaCategory {
    std::string_view code{};  // "OT"; EMOS and EMAS are ours: SAMHSA's are not published.
    std::string_view name{};  // "Type of Opioid Treatment"
};

// In the order in which the directory prints them.
std::span<const SamhsaTerm> samhsa_terms();
std::span<const SamhsaCategory> samhsa_categories();

// Null for a code that is not in the table.
const SamhsaTerm* samhsa_term(std::string_view code);
const SamhsaCategory* samhsa_category(std::string_view code);

}  // namespace waymark::directory
