// What the directory knows of a meeting, in words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/zone.h"
#include "directory/meeting.h"
#include "finder/search.h"
#include "web/site.h"

namespace waymark::web {

std::string venue_words(const locale::Speaker& speak, directory::VenueKind kind);  // "in person"
std::string door_words(const locale::Speaker& speak, const directory::Meeting& meeting);  // "open"

// "Grace Lutheran Church, 12 Main St, Philadelphia, PA"; "" when none is known.
std::string address_line(const directory::Place& place);
std::string place_line(const directory::Place& place);  // With the building's name first.

// "Video or phone"; "" when neither is given.
std::string joining_words(const locale::Speaker& speak, const directory::Online& online);

// What its programme is about, when that is not opioids, drugs or any
// addiction: "AA is about alcohol."; else "".
std::string concern_words(const locale::Speaker& speak, const directory::Meeting& meeting);

// What the group says of medication, or that it has not said.
std::string medication_words(const locale::Speaker& speak, const directory::Meeting& meeting);

// Where the group has not said, what its programme has published; else "".
std::string stance_words(const locale::Speaker& speak, const directory::Meeting& meeting);

// "New York time".
std::string zone_words(const locale::Speaker& speak, const Zone& zone);

// "Tuesdays and Thursdays", "Every 2 weeks on Monday", "Last Sunday of the month".
std::string rule_words(const locale::Speaker& speak, const directory::Schedule& schedule);

// "Spanish, English"; "" when none is said. A code we have no name for stays a code.
std::string language_words(const locale::Speaker& speak, const std::vector<std::string>& codes);

// "tel:+12155550100", with pauses for what follows the number; "" without digits.
std::string dial_link(std::string_view phone);

struct Age {
    std::string words{};    // "confirmed 3 days ago", "list read yesterday"
    bool is_stale = false;  // Nobody has vouched for it for over 30 days.
};
Age age_of(const Visit& visit, const directory::Meeting& meeting);

// "From the Greater Philadelphia list".
std::string source_words(const Visit& visit, const directory::Meeting& meeting);

}  // namespace waymark::web
