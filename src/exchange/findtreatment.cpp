#include "exchange/findtreatment.h"

#include <string>
#include <utility>
#include <vector>

#include "core/text.h"
#include "exchange/facility_fields.h"
#include "exchange/fields.h"
#include "exchange/samhsa_codes.h"
#include "exchange/site_key.h"

namespace waymark::exchange {
namespace {

using directory::Facility;

std::string type_of(const Fields& fields) {
    const auto type = fields.line("typeFacility");
    return type.empty() ? fields.line("type_facility") : type;
}

// `_irow` counts the rows of one answer only: another search would change it.
std::string record_name(const std::string& type, const std::string& id) {
    return type + (type.empty() || id.empty() ? "" : " ") + id;
}

void read_place(const Fields& fields, Facility& facility) {
    auto& place = facility.place;
    place.street = fields.line("street1");
    place.town = fields.line("city");
    place.state = fields.line("state");
    place.postcode = zip_of(fields.line("zip"));
    place.county = fields.line("county");
    place.country = "US";
    place.point = fields.point("latitude", "longitude");
    // The second line names a suite or a building, each type of row in its own way.
    facility.source_key = site_key(facility.name, place);
    place.street = joined_street(place.street, fields.line("street2"));
}

void read_phones(const Fields& fields, Facility& facility) {
    add_phone(facility, fields.line("phone"), "voice");
    for (const auto* key : {"intake1", "intake1a", "intake2", "intake2a"})
        add_phone(facility, fields.line(key), "intake");
    for (const auto* key : {"hotline1", "hotline2"})
        add_phone(facility, fields.line(key), "hotline");
}

void read_services(const Fields& fields, Facility& facility) {
    const auto* services = fields.raw("services");
    if (services == nullptr || services->items() == nullptr) return;
    for (const auto& service : *services->items()) {
        const Fields line{service, fields.defaults()};
        const auto name = line.line("f1");
        const auto code = line.line("f2");
        add_terms(facility, attributes_of_labels(line.line("f3"), {code, name}, fields.defaults()));
    }
}

}  // namespace

Result<Facility> read_findtreatment(const json::Value& record, const Defaults& defaults) {
    const Fields fields{record, defaults};
    Facility facility;
    facility.name = fields.line("name1");
    if (facility.name.empty()) return invalid_input("name1", "This place has no name.");
    facility.program = fields.line("name2");
    read_place(fields, facility);
    read_phones(fields, facility);
    facility.website = fields.link("website");
    facility.organization = {.name = facility.name, .website = facility.website};

    const auto type = ascii_upper(type_of(fields));
    read_services(fields, facility);
    if (!type.empty()) add_terms(facility, {attribute_of_code(type)});
    conclude_from_terms(facility);
    facility.provenances.push_back(
        {.record = record_name(type, fields.line("frid")), .method = "survey"});
    complete(facility, directory::GeoPrecision::street, defaults);
    return facility;
}

bool is_clinician(const json::Value& record) {
    const Defaults defaults;
    return ascii_upper(type_of({record, defaults})).starts_with("BUP");
}

}  // namespace waymark::exchange
