#include "directory/meeting.h"

#include <array>

namespace waymark::directory {
namespace {

VenueKind with_a_door(bool is_approximate, VenueKind kind) {
    const bool has_no_door = kind == VenueKind::in_person && is_approximate;
    return has_no_door ? VenueKind::unknown : kind;
}

}  // namespace

std::string_view code_of(MedicationFact::Attitude attitude) {
    constexpr std::array<std::string_view, 3> kCodes{"unknown", "welcomes", "refuses"};
    return kCodes[static_cast<std::size_t>(attitude)];
}

VenueKind venue_on(const Meeting& meeting, Date date) {
    return venue_on(meeting.venue, meeting.place.is_approximate, date);
}

VenueKind venue_on(const Venue& venue, bool is_approximate, Date date) {
    return with_a_door(is_approximate, venue.on(date));
}

VenueKind usual_venue(const Meeting& meeting) {
    return with_a_door(meeting.place.is_approximate, meeting.venue.usual);
}

MedicationFact::Attitude medication_attitude(const Meeting& meeting) {
    const auto said = meeting.medication.attitude;
    if (said != MedicationFact::Attitude::unknown) return said;
    const bool listed = meeting.features.has(Feature::medication_welcome);
    return listed ? MedicationFact::Attitude::welcomes : MedicationFact::Attitude::unknown;
}

}  // namespace waymark::directory
