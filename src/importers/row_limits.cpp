#include "importers/row_limits.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/phrase.h"
#include "directory/phone_number.h"
#include "directory/premium_number.h"

namespace waymark::importers {
namespace {

using directory::Facility;
using directory::Meeting;

// A field by the name a person knows it by.
struct Named {
    std::string_view name{};
    const std::string* text = nullptr;
};

std::vector<Named> short_fields_of(const directory::Place& place) {
    return {{"location", &place.name},
            {"address", &place.address},
            {"address", &place.street},
            {"neighborhood", &place.borough},
            {"neighborhood", &place.neighborhood},
            {"city", &place.town},
            {"county", &place.county},
            {"state", &place.state},
            {"postal_code", &place.postcode},
            {"country", &place.country}};
}

std::vector<Named> short_fields_of(const Meeting& meeting) {
    auto fields = short_fields_of(meeting.place);
    const std::vector<Named> own{{"id", &meeting.source_key},
                                 {"name", &meeting.name},
                                 {"group", &meeting.group},
                                 {"conference_url", &meeting.online.url},
                                 {"conference_phone", &meeting.online.phone},
                                 {"website", &meeting.website},
                                 {"email", &meeting.email},
                                 {"phone", &meeting.phone},
                                 {"entity", &meeting.entity.name},
                                 {"entity_phone", &meeting.entity.phone},
                                 {"entity_url", &meeting.entity.url}};
    fields.insert(fields.end(), own.begin(), own.end());
    return fields;
}

std::vector<Named> short_fields_of(const Facility& facility) {
    auto fields = short_fields_of(facility.place);
    const std::vector<Named> own{
        {"id", &facility.source_key},   {"name", &facility.name},
        {"program", &facility.program}, {"organization", &facility.organization.name},
        {"website", &facility.website}, {"website", &facility.organization.website},
        {"email", &facility.email}};
    fields.insert(fields.end(), own.begin(), own.end());
    for (const auto& phone : facility.phones)
        fields.push_back({"phone", &phone.number});
    return fields;
}

template <class Listing>
Result<> check_lengths(const Listing& listing) {
    for (const auto& field : short_fields_of(listing)) {
        if (field.text->size() > kShortFieldBytesMax)
            return invalid_input(std::string{field.name}, "The text is longer than 4 KiB.");
    }
    return {};
}

// What the writer of a format would give back in its own words, too.
template <class Listing>
void forget(Listing& listing, const std::string& number) {
    std::erase_if(listing.residue,
                  [&](const auto& kept) { return kept.second.find(number) != std::string::npos; });
}

// Whether nobody should be sent to that number.
bool is_unfit(std::string_view written, std::string_view country, exchange::Warnings& warnings) {
    if (written.empty()) return false;
    const auto number = directory::read_phone_number(written, country);
    if (!number) return false;
    if (directory::is_premium_number(number->key)) {
        warnings.add(premium_left_out());
        return true;
    }
    if (directory::has_known_prefix(number->key)) return false;
    warnings.add(phrase("A phone number that begins like no number there is was left out.").text);
    return true;
}

void drop_unfit_numbers(Meeting& meeting, exchange::Warnings& warnings) {
    const auto country = country_dialled_in(meeting.place, &meeting.schedule.zone);
    std::vector<std::string*> numbers{&meeting.phone, &meeting.online.phone, &meeting.entity.phone};
    for (auto& contact : meeting.contacts)
        numbers.push_back(&contact.phone);
    for (auto* number : numbers) {
        if (is_unfit(*number, country, warnings)) forget(meeting, std::exchange(*number, {}));
    }
}

void drop_unfit_numbers(Facility& facility, exchange::Warnings& warnings) {
    const auto* zone = facility.hours.zone ? &*facility.hours.zone : nullptr;
    const auto country = country_dialled_in(facility.place, zone);
    std::erase_if(facility.phones, [&](const directory::FacilityPhone& phone) {
        if (!is_unfit(phone.number, country, warnings)) return false;
        forget(facility, phone.number);
        return true;
    });
}

}  // namespace

std::string_view premium_left_out() {
    static const auto kSentence =
        phrase("A phone number that costs more than a usual call was left out.");
    return kSentence.text;
}

Result<> limit_row(Listing& listing, exchange::Warnings& warnings) {
    return std::visit(
        [&](auto& held) -> Result<> {
            TRY(check_lengths(held));
            drop_unfit_numbers(held, warnings);
            return {};
        },
        listing);
}

}  // namespace waymark::importers
