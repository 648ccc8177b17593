// Between the codes that feeds use for what a meeting is like and our common
// vocabulary. The same letters may mean different things: POA is proof of
// attendance in AA and parents of alcoholics in Al-Anon, so every question
// names the fellowship. Languages, which feeds mix into the same list, come
// out as BCP 47 tags.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "directory/feature.h"
#include "directory/fellowship.h"
#include "json/value.h"

namespace waymark::exchange {

// What a code says of how one takes part, beside the features.
enum class VenueMark : std::uint8_t { none, online, hybrid, temporarily_closed };

// One code, read.
struct CodeMeaning {
    directory::FeatureSet features{};  // Often one; "LGBTQ women" style codes give two.
    std::string language{};            // BCP 47; empty when it is no language.
    VenueMark venue = VenueMark::none;
    friend bool operator==(const CodeMeaning&, const CodeMeaning&) = default;
};

// A list of codes, read together. Codes that nobody knows say nothing.
struct CodesMeaning {
    directory::FeatureSet features{};
    std::vector<std::string> languages{};  // In the order of the codes, none twice.
    bool online = false, hybrid = false, temporarily_closed = false;
};

// Meeting Guide and TSML types. Nothing for an unknown code.
std::optional<CodeMeaning> meaning_of_type(std::string_view code, directory::Fellowship fellowship);
CodesMeaning meaning_of_types(const std::vector<std::string>& codes,
                              directory::Fellowship fellowship);

// The English name of a type ("Wheelchair Access") to its code, for
// spreadsheets, whatever its case; the code itself is taken too.
std::optional<std::string> type_of_name(std::string_view name, directory::Fellowship fellowship);

// The codes of the Meeting Guide specification (1.1.9) that say this, in the
// order of our vocabulary: what we write for a meeting of another format.
std::vector<std::string> types_of(directory::FeatureSet features,
                                  const std::vector<std::string>& languages);

// One BMLT format: by NA World Services' id when it has one, else by its key.
std::optional<CodeMeaning> meaning_of_format(std::string_view key, std::string_view world_id);

// A NAWS code (the columns Format1 … Format5, Closed).
std::optional<CodeMeaning> meaning_of_naws(std::string_view code);

// NA's stock English format keys that say this.
std::vector<std::string> formats_of(directory::FeatureSet features,
                                    const std::vector<std::string>& languages);
// The same in NAWS codes, without OPEN, CLOSED and WCHR, which have columns.
std::vector<std::string> naws_of(directory::FeatureSet features);

}  // namespace waymark::exchange
