// What is said of getting naloxone in each state: yes, no or not known. Taken
// from one public collection whose rows no person has checked for us, so a page
// shows every fact as not confirmed, with its date.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/time.h"

namespace waymark::content {

struct NaloxoneAccess {
    std::string state{};                   // ISO 3166-2 without the country: "PA".
    std::string name{};                    // "Pennsylvania"
    std::optional<bool> standing_order{};  // Nobody needs a prescription of their own.
    std::optional<bool> third_party{};     // Also for those who want it for somebody else.
    std::optional<bool> good_samaritan{};  // A law protects those who call for help.
    std::optional<bool> pharmacy{};        // Pharmacies give it without one's own prescription.
    std::optional<Date> updated_on{};      // By the collection; not set: it has no row.
};

struct NaloxoneLink {
    std::string name{}, url{};
};

struct NaloxoneRules {
    NaloxoneLink source{};           // Of the states' facts.
    int over_the_counter_since = 0;  // In all states, a nose spray.
    NaloxoneLink over_the_counter_source{};
    std::vector<NaloxoneLink> mail{};      // Programmes that send it; nothing is claimed of them.
    std::vector<NaloxoneAccess> states{};  // Ordered by name.
};

// Throws ContentError when our own data is wrong.
const NaloxoneRules& naloxone_rules();

// "pa" or "PA"; null for what is no state of the list.
const NaloxoneAccess* naloxone_access(std::string_view state);

}  // namespace waymark::content
