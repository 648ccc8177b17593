// What an alarm shows of the rows behind it: names and values, old and new.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "importers/review/contacts.h"
#include "importers/review/row_facts.h"

namespace waymark::importers {

inline constexpr std::size_t kExamplesMax = 10;
inline constexpr std::size_t kExampleBytesMax = 200;

std::string shortened(std::string_view text);

// What of a row an example is about.
enum class Aspect { name, phones, hosts, point, time };

// One row of the reading, waiting for what it was before.
struct Example {
    Fingerprint key = 0;
    Aspect aspect = Aspect::name;
    std::string name{};
    std::string now{};  // Empty: it is gone.
};

std::string words_of(const directory::Meeting& meeting, Aspect aspect);
std::string words_of(const directory::Facility& facility, Aspect aspect);

// "Home group: +12155550100 -> +19005550100"; of a name alone, the name.
std::string sentence_of(const Example& example, std::string_view before);

}  // namespace waymark::importers
