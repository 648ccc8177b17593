#include "exchange/meeting_guide_venue.h"

#include "core/text.h"
#include "exchange/address.h"
#include "exchange/links.h"

namespace waymark::exchange {
namespace {

using directory::Meeting;
using directory::VenueKind;

// A door one can walk to: a street, or a named place with its own coordinates.
bool is_exact(const Fields& fields, const Meeting& meeting) {
    if (fields.flag("approximate").value_or(false) || meeting.place.is_approximate) return false;
    if (has_street(meeting.place)) return true;
    return meeting.place.point.has_value() && !meeting.place.name.empty();
}

// An address in conference_url that is no known provider's may be just a page;
// it counts when the record says that the meeting is online, or has no door.
bool has_way_in(const Meeting& meeting, bool says_online, bool has_door) {
    if (!meeting.online.phone.empty()) return true;
    if (meeting.online.url.empty()) return false;
    return is_conference(meeting.online.url) || says_online || !has_door;
}

VenueKind kind_of(const Fields& fields, const Meeting& meeting, const CodesMeaning& types) {
    const auto option = ascii_lower(fields.line("attendance_option"));
    const bool says_online = types.online || option == "online" || option == "hybrid";
    const bool door = is_exact(fields, meeting);
    const bool way_in = has_way_in(meeting, says_online, door);

    if (types.temporarily_closed) {
        return way_in ? VenueKind::temporarily_online : VenueKind::suspended;
    }
    if (meeting.schedule.days.empty()) return VenueKind::by_appointment;
    if (option == "inactive") {
        if (way_in) return VenueKind::online;
        return door ? VenueKind::suspended : VenueKind::unknown;
    }
    if (option == "in_person") return door ? VenueKind::in_person : VenueKind::unknown;
    if (way_in) return door && option != "online" ? VenueKind::hybrid : VenueKind::online;
    return door ? VenueKind::in_person : VenueKind::unknown;
}

}  // namespace

directory::Venue venue_of_record(const Fields& fields, const Meeting& meeting,
                                 const CodesMeaning& types) {
    return {.usual = kind_of(fields, meeting, types)};
}

}  // namespace waymark::exchange
