#include "directory/meeting.h"

#include <array>

namespace waymark::directory {

std::string_view code_of(MedicationFact::Attitude attitude) {
    constexpr std::array<std::string_view, 3> kCodes{"unknown", "welcomes", "refuses"};
    return kCodes[static_cast<std::size_t>(attitude)];
}

VenueKind venue_on(const Meeting& meeting, Date date) {
    const auto kind = meeting.venue.on(date);
    const bool has_no_door = kind == VenueKind::in_person && meeting.place.is_approximate;
    return has_no_door ? VenueKind::unknown : kind;
}

MedicationFact::Attitude medication_attitude(const Meeting& meeting) {
    const auto said = meeting.medication.attitude;
    if (said != MedicationFact::Attitude::unknown) return said;
    const bool listed = meeting.features.has(Feature::medication_welcome);
    return listed ? MedicationFact::Attitude::welcomes : MedicationFact::Attitude::unknown;
}

}  // namespace waymark::directory
