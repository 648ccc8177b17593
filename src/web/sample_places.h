// For tests: places of help in Philadelphia, one for each thing a page must get
// right. None of them is real.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"
#include "directory/facility.h"

namespace waymark::web {

// SAMHSA codes: "SA OTP MD".
inline directory::Facility sample_place(std::int64_t id, std::string name, std::string_view codes) {
    directory::Facility place;
    place.id = {id};
    place.source = {2};
    place.source_key = std::to_string(id);
    place.name = std::move(name);
    place.provenances = {{.record = "SA"}};
    place.place.town = "Philadelphia";
    place.place.state = "PA";
    place.place.postcode = "19104";
    place.place.country = "US";
    place.place.point = GeoPoint{39.9600, -75.1900};
    place.precision = directory::GeoPrecision::postcode;
    for (const auto code : split(codes, ' ')) {
        if (code.empty()) continue;
        place.attributes.push_back(
            {.taxonomy = std::string{directory::kSamhsaTaxonomy}, .code = std::string{code}});
    }
    return place;
}

// Lists everything, is known to the door, and stands on two lists.
inline std::vector<directory::Facility> clinic_on_two_lists() {
    auto clinic =
        sample_place(201, "Clinic <One> & Co", "SA BU UN MD SS NOE CARF CO BC OP TELE ACC");
    clinic.program = "Second floor";
    clinic.ids.service_at_location = "0b0c2f0e-0000-5000-8000-000000000001";
    clinic.place.street = "12 Main St";
    clinic.precision = directory::GeoPrecision::street;
    clinic.phones = {{.number = "215-555-0100"},
                     {.number = "215-555-0101", .extension = "7", .kind = "intake"},
                     {.number = "215-555-0102", .kind = "fax"}};
    clinic.website = "https://clinic.example.org";
    clinic.languages = {"en", "es"};
    clinic.hours.zone = Zone::named("America/New_York").value();
    directory::OpenSpan open{.opens = std::chrono::hours{8}, .closes = std::chrono::hours{20}};
    for (unsigned day = 0; day < 7; ++day)
        open.days.add(std::chrono::weekday{day});
    clinic.hours.spans = {open};
    clinic.capacities = {{.unit = "beds",
                          .available = 3,
                          .maximum = 12,
                          .updated = parse_instant("2026-11-19T09:00:00Z").value()}};
    auto again = sample_place(202, "Clinic One", "OTP MM");
    again.source = {3};
    again.provenances = {{.record = "OTP"}};
    again.ids = clinic.ids;
    return {std::move(clinic), std::move(again)};
}

inline std::vector<directory::Facility> sample_places() {
    auto all = clinic_on_two_lists();

    all.push_back(sample_place(203, "Center of the ZIP", "SA BU RES"));
    all.back().phones = {{.number = "215-555-0103"}};
    all.back().provenances[0].verified_on = parse_date("2026-11-01").value();
    all.back().provenances[0].verified_by = "volunteer";

    all.push_back(sample_place(204, "Safe Haven", "SA WN"));
    all.back().confidential = "shelter";
    all.back().place.street = "77 Secretive Lane";
    all.back().place.name = "Hidden House";
    all.back().description = "Ring at 77 Secretive Lane.";
    all.back().phones = {{.number = "215-555-0104"}};

    all.push_back(sample_place(205, "Narconon of Nowhere", "SA RES"));
    all.back().phones = {{.number = "215-555-0105"}};

    all.push_back(sample_place(206, "Only for Drivers", "SA DUO OP"));
    all.push_back(sample_place(207, "No to Medication", "SA NMOA RES TELE"));
    return all;
}

inline std::vector<directory::Tombstone> sample_removed_places() {
    return {{.id = {299},
             .name = "Closed & Gone",
             .removed_at = parse_instant("2026-10-01T09:00:00Z").value()}};
}

}  // namespace waymark::web
