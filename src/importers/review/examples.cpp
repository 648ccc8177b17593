#include "importers/review/examples.h"

#include <fmt/format.h>

#include "core/text.h"

namespace waymark::importers {
namespace {

constexpr std::string_view kNothing = "-";

std::string words_of_point(const std::optional<GeoPoint>& point) {
    return point ? fmt::format("{:.5f}, {:.5f}", point->latitude, point->longitude) : std::string{};
}

template <class Listing>
std::string words_of_contacts(const Listing& listing, Aspect aspect) {
    const auto contacts = contacts_of(listing);
    return joined(aspect == Aspect::phones ? contacts.phones : contacts.hosts, ", ");
}

}  // namespace

std::string shortened(std::string_view text) {
    if (text.size() <= kExampleBytesMax) return std::string{text};
    std::size_t end = kExampleBytesMax;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U)
        --end;
    return std::string{text.substr(0, end)} + "…";
}

std::string words_of(const directory::Meeting& meeting, Aspect aspect) {
    switch (aspect) {
        case Aspect::name:
            return meeting.name;
        case Aspect::point:
            return words_of_point(meeting.place.point);
        case Aspect::time: {
            const auto minutes = meeting.schedule.start.count();
            return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
        }
        default:
            return words_of_contacts(meeting, aspect);
    }
}

std::string words_of(const directory::Facility& facility, Aspect aspect) {
    if (aspect == Aspect::name || aspect == Aspect::time) return facility.name;
    if (aspect == Aspect::point) return words_of_point(facility.place.point);
    return words_of_contacts(facility, aspect);
}

std::string sentence_of(const Example& example, std::string_view before) {
    if (example.aspect == Aspect::name) return shortened(example.name);
    const auto now = example.now.empty() ? kNothing : std::string_view{example.now};
    return shortened(
        fmt::format("{}: {} -> {}", example.name, before.empty() ? kNothing : before, now));
}

}  // namespace waymark::importers
