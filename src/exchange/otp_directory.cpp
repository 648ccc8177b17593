#include "exchange/otp_directory.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/text.h"
#include "exchange/facility_fields.h"
#include "exchange/fields.h"
#include "exchange/samhsa_codes.h"
#include "exchange/site_key.h"

namespace waymark::exchange {
namespace {

// The directory's two headings differ in spaces only: "Zip Code", "Zipcode".
std::string either(const Fields& fields, std::string_view now, std::string_view before) {
    auto text = fields.line(now);
    return text.empty() ? fields.line(before) : text;
}

}  // namespace

Result<> check_otp_columns(const std::vector<std::string>& headings) {
    for (const std::string_view wanted : {"Program Name", "Street", "City", "State"}) {
        if (std::ranges::find(headings, wanted) == headings.end()) {
            return fail(ErrorKind::unreadable,
                        "This table does not have the columns of the OTP directory.");
        }
    }
    return {};
}

Result<directory::Facility> read_otp(const json::Value& row, const Defaults& defaults) {
    const Fields fields{row, defaults};
    directory::Facility facility;
    facility.name = fields.line("Program Name");
    if (facility.name.empty()) return invalid_input("Program Name", "This place has no name.");
    facility.program = fields.line("DBA");
    auto& place = facility.place;
    place.street = fields.line("Street");
    place.town = fields.line("City");
    place.state = fields.line("State");
    place.postcode = zip_of(either(fields, "Zip Code", "Zipcode"));
    place.country = "US";
    if (!place.street.empty()) facility.source_key = site_key(facility.name, place);
    add_phone(facility, fields.line("Phone"), "voice");

    for (const auto* code : {"SA", "OTP"})
        facility.attributes.push_back(attribute_of_code(code));
    auto certified = attribute_of_code("SOTP");
    certified.value = fields.line("Certification");
    facility.attributes.push_back(std::move(certified));
    facility.provenances.push_back({.record = "OTP", .method = "certification"});
    complete(facility, directory::GeoPrecision::street, defaults);
    return facility;
}

}  // namespace waymark::exchange
