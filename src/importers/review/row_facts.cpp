#include "importers/review/row_facts.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/text.h"
#include "crypto/keyed_hash.h"
#include "directory/trait_sources.h"

namespace waymark::importers {
namespace {

using directory::Facility;
using directory::Meeting;
using directory::Trait;

constexpr double kStepsPerDegree = 1e5;

Fingerprint of_all(const std::vector<std::string>& texts) {
    return fingerprint_of(joined(texts, "\n"));
}

void set_point(RowFacts& row, const std::optional<GeoPoint>& point) {
    if (!point) return;
    row.latitude = static_cast<std::int32_t>(std::lround(point->latitude * kStepsPerDegree));
    row.longitude = static_cast<std::int32_t>(std::lround(point->longitude * kStepsPerDegree));
}

bool is_treatment(const Facility& facility) {
    const auto traits = directory::traits_of(facility).yes;
    return traits.has(Trait::treatment) || traits.has(Trait::recovery_housing) ||
           traits.has(Trait::therapeutic_community);
}

}  // namespace

Fingerprint fingerprint_of(std::string_view text) {
    return text.empty() ? 0 : crypto::keyed_hash(text);
}

std::optional<GeoPoint> RowFacts::point() const {
    if (latitude == 0 && longitude == 0) return std::nullopt;
    return GeoPoint{latitude / kStepsPerDegree, longitude / kStepsPerDegree};
}

Fingerprint key_of(const Meeting& meeting) {
    return fingerprint_of("meeting\n" + meeting.source_key);
}

Fingerprint key_of(const Facility& facility) {
    return fingerprint_of("place\n" + facility.source_key);
}

RowFacts facts_of(const Meeting& meeting, const Contacts& contacts) {
    RowFacts row{.key = key_of(meeting),
                 .name = fingerprint_of(fold(meeting.name)),
                 .phones = of_all(contacts.phones),
                 .hosts = of_all(contacts.hosts),
                 .is_published = meeting.is_published};
    row.group = meeting.group.empty() ? row.name : fingerprint_of(fold(meeting.group));
    row.address = fingerprint_of(address_key(meeting.place));
    if (row.address == 0) row.address = row.group;
    set_point(row, meeting.place.point);
    row.days = static_cast<std::uint8_t>(meeting.schedule.days.bits());
    if (row.days != 0) row.start = static_cast<std::int16_t>(meeting.schedule.start.count());
    return row;
}

RowFacts facts_of(const Facility& facility, const Contacts& contacts) {
    RowFacts row{.key = key_of(facility),
                 .name = fingerprint_of(fold(facility.name)),
                 .group = fingerprint_of(fold(facility.organization.name)),
                 .address = fingerprint_of(address_key(facility.place)),
                 .phones = of_all(contacts.phones),
                 .hosts = of_all(contacts.hosts),
                 .website = fingerprint_of(facility.website),
                 .is_published = facility.is_published,
                 .is_meeting = false,
                 .is_treatment = is_treatment(facility)};
    if (row.group == 0) row.group = row.name;
    set_point(row, facility.place.point);
    return row;
}

void Version::add(const RowFacts& row, const Contacts& contacts) {
    rows_.push_back(row);
    for (const auto* list : {&contacts.phones, &contacts.hosts}) {
        for (const auto& contact : *list)
            contacts_.push_back(fingerprint_of(contact));
    }
}

void Version::settle() {
    std::ranges::sort(rows_, {}, &RowFacts::key);
    std::ranges::sort(contacts_);
    contacts_.erase(std::ranges::unique(contacts_).begin(), contacts_.end());
    contacts_.shrink_to_fit();
}

const RowFacts* Version::find(Fingerprint key) const {
    const auto found = std::ranges::lower_bound(rows_, key, {}, &RowFacts::key);
    return found != rows_.end() && found->key == key ? &*found : nullptr;
}

bool Version::knows(std::string_view contact) const {
    return std::ranges::binary_search(contacts_, fingerprint_of(contact));
}

}  // namespace waymark::importers
