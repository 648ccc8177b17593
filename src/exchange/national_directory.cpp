#include "exchange/national_directory.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text.h"
#include "directory/samhsa_terms.h"
#include "exchange/facility_fields.h"
#include "exchange/fields.h"
#include "exchange/site_key.h"

namespace waymark::exchange {
namespace {

using directory::Facility;

// A heading, folded, and our word for it.
constexpr auto kWords = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"name1", "name1"},
    {"name", "name1"},
    {"facility name", "name1"},
    {"name2", "name2"},
    {"street1", "street1"},
    {"address", "street1"},
    {"street", "street1"},
    {"street2", "street2"},
    {"city", "city"},
    {"state", "state"},
    {"zip", "zip"},
    {"zip code", "zip"},
    {"zipcode", "zip"},
    {"county", "county"},
    {"phone", "phone"},
    {"intake1", "intake1"},
    {"intake1a", "intake1a"},
    {"intake2", "intake2"},
    {"intake2a", "intake2a"},
    {"hotline1", "hotline1"},
    {"website", "website"},
    {"latitude", "latitude"},
    {"longitude", "longitude"},
    {"service code info", "service_code_info"},
    {"all services", "labels"},
    {"type facility", "type"},
    {"typefacility", "type"},
});

bool is_ticked(std::string_view cell) {
    const auto word = ascii_lower(trimmed(cell));
    return word == "1" || word == "1.0" || word == "yes" || word == "y" || word == "x" ||
           word == "true";
}

// A row's fields by our words.
class NationalRow {
  public:
    NationalRow(const json::Value& row, const NationalColumns& columns, const Defaults& defaults)
        : fields_(row, defaults), columns_(columns) {}

    std::string line(std::string_view word) const {
        const auto heading = columns_.heading_of(word);
        return heading.empty() ? "" : fields_.line(heading);
    }
    std::string link(std::string_view word) const {
        const auto heading = columns_.heading_of(word);
        return heading.empty() ? "" : fields_.link(heading);
    }
    std::optional<GeoPoint> point() const {
        return fields_.point(columns_.heading_of("latitude"), columns_.heading_of("longitude"));
    }
    const Fields& fields() const { return fields_; }

  private:
    Fields fields_;
    const NationalColumns& columns_;
};

void read_place(const NationalRow& row, Facility& facility) {
    auto& place = facility.place;
    place.street = row.line("street1");
    place.town = row.line("city");
    place.state = row.line("state");
    place.postcode = zip_of(row.line("zip"));
    place.county = row.line("county");
    place.country = "US";
    place.point = row.point();
    // Without a street the key needs more than this: complete() finds it.
    if (!place.street.empty()) facility.source_key = site_key(facility.name, place);
    place.street = joined_street(place.street, row.line("street2"));
}

void read_phones(const NationalRow& row, Facility& facility) {
    add_phone(facility, row.line("phone"), "voice");
    for (const auto* word : {"intake1", "intake1a", "intake2", "intake2a"})
        add_phone(facility, row.line(word), "intake");
    add_phone(facility, row.line("hotline1"), "hotline");
}

void read_services(const NationalRow& row, const NationalColumns& columns,
                   const SamhsaReference& reference, Facility& facility) {
    const auto& defaults = row.fields().defaults();
    add_terms(facility, attributes_of_codes(row.line("service_code_info"), reference, defaults));
    add_terms(facility, attributes_of_labels(row.line("labels"), {}, defaults));
    for (const auto& [heading, code] : columns.codes()) {
        if (is_ticked(row.fields().line(heading))) add_terms(facility, {attribute_of_code(code)});
    }
    const auto type = ascii_upper(row.line("type"));
    if (!type.empty()) add_terms(facility, {attribute_of_code(type)});
    if (facility.attributes.empty()) add_terms(facility, {attribute_of_code("SA")});
}

}  // namespace

Result<NationalColumns> NationalColumns::of(const std::vector<std::string>& headings) {
    NationalColumns columns;
    for (const auto& heading : headings) {
        const auto folded = fold(heading);
        const auto word =
            std::ranges::find(kWords, folded, [](const auto& pair) { return pair.first; });
        if (word != kWords.end()) {
            columns.heading_of_.emplace(word->second, heading);
        } else if (const auto code = ascii_upper(trimmed(heading));
                   directory::samhsa_term(code) != nullptr) {
            columns.codes_.emplace(heading, code);
        }
    }
    if (columns.heading_of("name1").empty()) {
        return fail(ErrorKind::unreadable,
                    "This table has no column name1: it is not the National Directory.");
    }
    if (columns.heading_of("city").empty() || columns.heading_of("state").empty()) {
        return fail(ErrorKind::unreadable,
                    "This table has no columns city and state: it is not the National Directory.");
    }
    return columns;
}

std::string_view NationalColumns::heading_of(std::string_view word) const {
    const auto found = heading_of_.find(word);
    return found == heading_of_.end() ? std::string_view{} : found->second;
}

Result<Facility> read_national(const json::Value& record, const NationalColumns& columns,
                               const SamhsaReference& reference, const Defaults& defaults) {
    const NationalRow row{record, columns, defaults};
    Facility facility;
    facility.name = row.line("name1");
    if (facility.name.empty()) return invalid_input("name1", "This place has no name.");
    facility.program = row.line("name2");
    read_place(row, facility);
    read_phones(row, facility);
    facility.website = row.link("website");
    facility.organization = {.name = facility.name, .website = facility.website};
    read_services(row, columns, reference, facility);
    conclude_from_terms(facility);
    facility.provenances.push_back({.record = ascii_upper(row.line("type")), .method = "survey"});
    complete(facility, directory::GeoPrecision::street, defaults);
    return facility;
}

void add_to_reference(const json::Value& row, SamhsaReference& reference) {
    const Defaults defaults;
    const Fields fields{row, defaults};
    const auto code = ascii_upper(fields.line("service_code"));
    if (code.empty()) return;
    reference.emplace(code,
                      directory::Attribute{.taxonomy = std::string{directory::kSamhsaTaxonomy},
                                           .code = code,
                                           .label = fields.line("service_name"),
                                           .category = fields.line("category_code")});
}

}  // namespace waymark::exchange
