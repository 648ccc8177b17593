#include "directory/meeting.h"

#include <array>

namespace waymark::directory {

std::string_view code_of(MedicationFact::Attitude attitude) {
    constexpr std::array<std::string_view, 3> kCodes{"unknown", "welcomes", "refuses"};
    return kCodes[static_cast<std::size_t>(attitude)];
}

}  // namespace waymark::directory
