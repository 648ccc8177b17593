// What a programme is, for somebody who has never been: one card each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/time.h"
#include "directory/fellowship.h"

namespace waymark::directory {

struct ProgrammeWords {
    std::string what{};                      // What it is, in a few sentences.
    std::string whom{};                      // For whom: which substance.
    std::vector<std::string> first_visit{};  // What happens, step by step.
    std::string cost{};
    std::string medication_short{};  // Its published stance on medication: half a sentence,
                                     // "SMART supports prescribed medication".
    std::string medication{};        // The same at length, with what it means for a visit.
};

struct PublicSource {
    std::string title{}, url{};
    Date seen_on{};
};

struct Programme {
    Fellowship fellowship{};
    std::string finder_url{};  // Its own meeting finder.
    std::string phone{};       // Empty: it has none for everyone.
    ProgrammeWords en{}, es{};
    bool is_medication_certain = false;  // False: shown "as far as we know".
    std::vector<PublicSource> sources{};
    Date reviewed_on{};

    const ProgrammeWords& words(std::string_view language) const {
        return language == "es" ? es : en;
    }
};

}  // namespace waymark::directory
