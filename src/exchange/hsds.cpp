#include "exchange/hsds.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "core/text.h"
#include "directory/samhsa_terms.h"
#include "exchange/facility_fields.h"
#include "exchange/fields.h"
#include "exchange/hsds_schedule.h"
#include "exchange/site_key.h"

namespace waymark::exchange {
namespace {

using directory::Facility;

const json::Value kNothing{};
const json::Value::Array kNone{};

const json::Value& member(const json::Value& value, std::string_view key) {
    const auto* found = value.find(key);
    return found == nullptr ? kNothing : *found;
}

const json::Value::Array& list(const json::Value& value, std::string_view key) {
    const auto* items = member(value, key).items();
    return items == nullptr ? kNone : *items;
}

std::string id_of(const Fields& fields, std::string_view what) {
    return lasting_id(fields.line("id"), what, fields.defaults().source);
}

json::Value without(const json::Value& object, std::string_view key) {
    auto out = json::Value::object();
    for (const auto& [name, value] : *object.members()) {
        if (name != key) out.set(name, value);
    }
    return out;
}

void add_service(json::Value service, std::vector<json::Value>& listings) {
    if (service.members() == nullptr) return;
    if (ascii_lower(service.text_or("status")) == "defunct") return;
    const auto& places = list(service, "service_at_locations");
    const auto bare = without(service, "service_at_locations");
    for (const auto& at : places) {
        auto listing = json::Value::object();
        listing.set("service", bare);
        listing.set("at", at);
        listings.push_back(std::move(listing));
    }
    if (!places.empty()) return;
    auto listing = json::Value::object();
    listing.set("service", bare);
    listings.push_back(std::move(listing));
}

void read_organization(const json::Value& organization, Facility& facility,
                       const Defaults& defaults) {
    const Fields fields{organization, defaults};
    facility.ids.organization = id_of(fields, "organization");
    auto website = fields.link("website");
    if (website.empty()) website = fields.link("url");  // Before HSDS 3.
    facility.organization = {.name = fields.line("name"),
                             .alternate_name = fields.line("alternate_name"),
                             .description = fields.text("description"),
                             .email = fields.line("email"),
                             .website = std::move(website)};
}

std::string either(const Fields& fields, std::string_view now, std::string_view before) {
    auto text = fields.text(now);
    return text.empty() ? fields.text(before) : text;
}

std::optional<int> years(const Fields& fields, std::string_view key) {
    const auto number = fields.number(key);
    if (!number || *number < 0 || *number > 130) return std::nullopt;
    return static_cast<int>(*number);
}

std::optional<Instant> instant_of(std::string text) {
    // Fractions of a second are more than we keep.
    if (const auto dot = text.find('.'); dot != std::string::npos) {
        const auto end = text.find_first_not_of("0123456789", dot + 1);
        text.erase(dot, end == std::string::npos ? end : end - dot);
    }
    const auto instant = parse_instant(text);
    return instant ? std::optional{*instant} : std::nullopt;
}

void read_service(const Fields& fields, Facility& facility) {
    facility.ids.service = id_of(fields, "service");
    facility.name = fields.line("name");
    facility.program = fields.line("alternate_name");
    facility.description = fields.text("description");
    facility.website = fields.link("url");
    facility.email = fields.line("email");
    facility.how_to_apply = fields.text("application_process");
    facility.fees = either(fields, "fees_description", "fees");
    facility.wait = fields.text("wait_time");
    facility.accreditations = fields.text("accreditations");
    facility.eligibility = either(fields, "eligibility_description", "eligibility");
    facility.alert = fields.text("alert");
    facility.minimum_age = years(fields, "minimum_age");
    facility.maximum_age = years(fields, "maximum_age");
    facility.updated = instant_of(fields.line("last_modified"));
    const auto status = ascii_lower(fields.line("status"));
    if (status == "inactive") facility.status = directory::FacilityStatus::inactive;
    if (status == "temporarily closed")
        facility.status = directory::FacilityStatus::temporarily_closed;
}

void read_address(const json::Value& location, Facility& facility, const Defaults& defaults) {
    const auto& current = list(location, "addresses");
    const auto& addresses = current.empty() ? list(location, "physical_addresses") : current;
    const json::Value* chosen = nullptr;
    for (const auto& address : addresses) {
        const bool is_physical = address.text_or("address_type", "physical") == "physical";
        if (chosen == nullptr || is_physical) chosen = &address;
        if (is_physical) break;
    }
    if (chosen == nullptr) return;
    const Fields fields{*chosen, defaults};
    auto& place = facility.place;
    place.street = joined_street(fields.line("address_1"), fields.line("address_2"));
    place.town = fields.line("city");
    place.county = fields.line("region");
    place.state = fields.line("state_province");
    place.postcode = fields.line("postal_code");
    place.country = fields.line("country");
}

void read_location(const json::Value& location, Facility& facility, const Defaults& defaults) {
    const Fields fields{location, defaults};
    facility.ids.location = id_of(fields, "location");
    facility.external_id = fields.line("external_identifier");
    facility.has_place = fields.line("location_type") != "virtual";
    auto& place = facility.place;
    place.name = fields.line("name");
    place.notes = fields.text("description");
    place.transit = fields.text("transportation");
    place.point = fields.point("latitude", "longitude");
    read_address(location, facility, defaults);
    const auto& current = list(location, "accessibility");
    const auto& access =
        current.empty() ? list(location, "accessibility_for_disabilities") : current;
    for (const auto& item : access) {
        const Fields line{item, defaults};
        add_once(facility.accessibility, either(line, "description", "accessibility"));
    }
}

void read_phones(const json::Value& holder, Facility& facility, const Defaults& defaults) {
    for (const auto& phone : list(holder, "phones")) {
        const Fields fields{phone, defaults};
        auto number = fields.line("number");
        std::erase(number, '"');
        const auto known = facility.phones.size();
        const auto type = ascii_lower(fields.line("type"));
        add_phone(facility, number, type.empty() ? "voice" : type);
        if (facility.phones.size() == known) continue;
        if (auto extension = fields.line("extension"); !extension.empty())
            facility.phones.back().extension = std::move(extension);
        facility.phones.back().description = fields.text("description");
    }
}

void read_languages(const json::Value& holder, Facility& facility, const Defaults& defaults) {
    for (const auto& language : list(holder, "languages"))
        add_once(facility.languages, Fields{language, defaults}.line("code"));
}

// "Virginia" stays words; only codes can be searched by.
void read_areas(const json::Value& holder, Facility& facility, const Defaults& defaults) {
    for (const auto& area : list(holder, "service_areas")) {
        const Fields fields{area, defaults};
        for (const auto* key : {"extent", "name"}) {
            const auto said = ascii_upper(fields.line(key));
            const bool is_country = said.size() == 2;
            const bool is_region = said.size() >= 4 && said.size() <= 6 && said[2] == '-';
            if (is_country || is_region) add_once(facility.areas_served, said);
        }
    }
}

std::string taxonomy_of(const json::Value& term) {
    const auto& detail = member(term, "taxonomy_detail");
    auto name =
        std::string{detail.text_or("name", term.text_or("taxonomy", term.text_or("vocabulary")))};
    const auto folded = fold(name);
    if (folded.find("samhsa") != std::string::npos) return std::string{directory::kSamhsaTaxonomy};
    if (folded == "waymark") return std::string{directory::kWaymarkTaxonomy};
    if (folded == "open eligibility") return "open-eligibility";
    return name;
}

void read_attributes(const json::Value& holder, Facility& facility, const Defaults& defaults) {
    for (const auto& attribute : list(holder, "attributes")) {
        const auto& term = member(attribute, "taxonomy_term");
        const Fields fields{attribute, defaults};
        const Fields named{term, defaults};
        auto taxonomy = taxonomy_of(term);
        const auto code = named.line("code");
        if (code.empty() && named.line("name").empty() && fields.line("label").empty()) continue;
        directory::Attribute read{.taxonomy = std::move(taxonomy),
                                  .code = code,
                                  .label = fields.line("label"),
                                  .value = fields.line("value")};
        if (read.label.empty()) read.label = named.line("name");
        const auto* known = directory::samhsa_term(code);
        if (read.taxonomy == directory::kSamhsaTaxonomy && known != nullptr) {
            read.category = known->category;
            if (read.label == known->name) read.label.clear();
        }
        add_term(facility, std::move(read));
    }
}

void read_costs(const json::Value& service, Facility& facility, const Defaults& defaults) {
    for (const auto& option : list(service, "cost_options")) {
        const Fields fields{option, defaults};
        facility.costs.push_back({.option = fields.line("option"),
                                  .amount = fields.number("amount"),
                                  .currency = ascii_upper(fields.line("currency")),
                                  .description = fields.text("amount_description")});
    }
    for (const auto& document : list(service, "required_documents"))
        add_once(facility.required_documents, Fields{document, defaults}.text("document"));
}

void read_capacities(const json::Value& service, Facility& facility, const Defaults& defaults) {
    for (const auto& capacity : list(service, "capacities")) {
        const Fields fields{capacity, defaults};
        const auto available = fields.number("available");
        if (!available || *available < 0 || *available > 1e6) continue;
        directory::Capacity read{.unit = Fields{member(capacity, "unit"), defaults}.line("name"),
                                 .available = static_cast<int>(*available),
                                 .updated = instant_of(fields.line("updated")),
                                 .description = fields.text("description")};
        if (const auto most = fields.number("maximum"); most && *most >= 0 && *most < 1e6)
            read.maximum = static_cast<int>(*most);
        facility.capacities.push_back(std::move(read));
    }
}

// The nearest to the door that says anything: this service here, the place, the service.
directory::Hours hours_among(std::initializer_list<const json::Value*> holders,
                             const Defaults& defaults) {
    for (const auto* holder : holders) {
        const auto& current = list(*holder, "schedules");
        const auto& schedules = current.empty() ? list(*holder, "regular_schedules") : current;
        if (!schedules.empty()) return hours_of_schedules(schedules, defaults);
    }
    return {};
}

directory::Provenance provenance_of(const Fields& service) {
    directory::Provenance provenance{.record = service.line("id")};
    // A day without a person behind it: somebody answers for it, by their role.
    if (const auto date = parse_date(service.line("assured_date"))) {
        provenance.verified_on = *date;
        provenance.method = "assured";
    }
    return provenance;
}

}  // namespace

std::vector<json::Value> hsds_listings(json::Value object) {
    std::vector<json::Value> listings;
    if (object.find("location") != nullptr && object.find("service") != nullptr) {
        auto listing = json::Value::object();
        listing.set("service", without(member(object, "service").members() == nullptr
                                           ? json::Value::object()
                                           : member(object, "service"),
                                       "service_at_locations"));
        listing.set("at", without(object, "service"));
        listings.push_back(std::move(listing));
    } else if (const auto* services = object.find("services");
               services != nullptr && services->items() != nullptr) {
        const auto organization = without(object, "services");
        for (auto service : *services->items()) {
            if (service.members() != nullptr && service.find("organization") == nullptr)
                service.set("organization", organization);
            add_service(std::move(service), listings);
        }
    } else {
        add_service(std::move(object), listings);
    }
    return listings;
}

Result<Facility> read_hsds(const json::Value& listing, const Defaults& defaults) {
    const auto& service = member(listing, "service");
    const auto& at = member(listing, "at");
    const auto& location = member(at, "location");
    const Fields fields{service, defaults};
    Facility facility;
    read_service(fields, facility);
    if (facility.name.empty()) return invalid_input("name", "This place has no name.");
    if (facility.ids.service.empty()) return invalid_input("id", "This service has no id.");
    read_organization(member(service, "organization"), facility, defaults);
    facility.has_place = false;
    if (location.members() != nullptr) read_location(location, facility, defaults);
    facility.ids.service_at_location = id_of({at, defaults}, "service_at_location");
    facility.source_key = facility.ids.service_at_location.empty()
                              ? facility.ids.service
                              : facility.ids.service_at_location;
    for (const auto* holder : {&at, &service, &location, &member(service, "organization")}) {
        read_phones(*holder, facility, defaults);
        read_languages(*holder, facility, defaults);
        read_areas(*holder, facility, defaults);
    }
    for (const auto* holder : {&service, &at, &location})
        read_attributes(*holder, facility, defaults);
    facility.hours = hours_among({&at, &location, &service}, defaults);
    read_costs(service, facility, defaults);
    read_capacities(service, facility, defaults);
    facility.provenances.push_back(provenance_of(fields));
    complete(facility, directory::GeoPrecision::street, defaults);
    return facility;
}

}  // namespace waymark::exchange
