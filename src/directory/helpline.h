// Numbers to call or text: helplines, and each country's emergency number.
// Compiled in and changed by a release only; never taken from a feed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/time.h"
#include "directory/hours.h"

namespace waymark::directory {

// The same said in each language people may read.
struct InLanguages {
    std::string en{}, es{};
    const std::string& in(std::string_view language) const { return language == "es" ? es : en; }
};

struct Helpline {
    std::string id{};
    std::string country{};       // ISO 3166-1 alpha-2.
    std::string region{};        // ISO 3166-2 without the country; empty: all of it.
    std::string name{};          // In its own language.
    std::string kind{};          // "crisis", "overdose-spotting", "treatment-referral" …
    bool is_for_family = false;  // Also for those who worry about somebody.
    bool is_for_youth = false;   // Only for the young.
    InLanguages audience{};      // Whom it is for, and what one gets.
    std::string dial{};          // What a phone dials; empty: text only.
    std::string shown{};         // How people write it.
    std::string text_to{};       // Empty: cannot be texted.
    std::string text_body{};
    std::string chat{};
    std::string tty{};
    InLanguages hours{};          // In words.
    bool is_always_open = false;  // Day and night, every day of the year.
    Hours open{};                 // Empty when that is not known exactly.
    InLanguages note{};
    std::vector<std::string> languages{};    // BCP 47
    std::string source{};                    // Where the number was seen.
    std::optional<Date> seen_on{};           // Missing only for a host's own line.
    std::optional<Date> owner_checked_on{};  // When a person called it; never set by a machine.
};

// Whether somebody answers then; nothing when its hours are not known.
std::optional<bool> is_open(const Helpline& line, Instant when);

struct EmergencyNumber {
    std::string country{};
    InLanguages name{};  // Of the country.
    std::string number{};
    std::string ambulance{};  // Where it is another number; else empty.
    std::string source{};
    std::optional<Date> seen_on{};
    std::optional<Date> owner_checked_on{};

    // The one to call when somebody does not wake up.
    const std::string& for_overdose() const { return ambulance.empty() ? number : ambulance; }
};

}  // namespace waymark::directory
