// "This is wrong": what a visitor says of a meeting or a place, on its way to
// the host's queue. Nothing of who says it is looked at.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/result.h"
#include "directory/mistake_report.h"
#include "html/data.h"
#include "web/site.h"

namespace waymark::web {

// The listing that an address below it is about: "/meetings/12/report".
struct Reported {
    std::variant<directory::MeetingId, directory::FacilityId> id{};
    std::string name{};
    std::string where{};  // One line; "" when it is not known.
    std::string href{};   // Of the listing: "/meetings/12".
};

// Nothing when there is no such listing, or when this site takes no reports.
std::optional<Reported> reported(const Visit& visit);

// For the listing's own page: where to report a mistake in it; "" when this
// site takes no reports.
std::string report_href(const Visit& visit, std::string_view listing_href);

// What the form says, without characters that hide or steer. Fails with
// invalid_input on no choice, on too many words, and on "something else"
// without words. The time is told to the hour only.
Result<directory::MistakeReport> read_report(const Visit& visit, const Reported& about);

// The choices of the form, with the one that was made.
html::Data mistake_choices(const Visit& visit);

}  // namespace waymark::web
