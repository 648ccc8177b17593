#include "exchange/place_list.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/number.h"
#include "core/text.h"
#include "directory/trait_sources.h"
#include "exchange/address.h"
#include "exchange/facility_fields.h"
#include "exchange/fields.h"
#include "exchange/mapped_csv_values.h"
#include "exchange/opening_hours.h"
#include "exchange/place_words.h"
#include "html/plain_text.h"

namespace waymark::exchange {
namespace {

using directory::Facility;
using directory::GeoPrecision;
using directory::Trait;
using directory::TraitKind;

constexpr int kNarrLevels = 4;

// The row under our own names; a field that comes twice counts once.
json::Value renamed(const json::Value& row) {
    auto out = json::Value::object();
    const auto* members = row.members();
    if (members == nullptr) return out;
    for (const auto& [heading, value] : *members) {
        const auto field = place_field(heading);
        if (!field.empty() && out.find(field) == nullptr) out.set(std::string{field}, value);
    }
    return out;
}

void add_trait(Facility& facility, Trait trait, bool is_yes = true) {
    add_term(facility, directory::attribute_of(trait, is_yes));
}

void add_traits(Facility& facility, directory::TraitSet traits) {
    for (const auto& info : directory::traits()) {
        if (traits.has(info.trait)) add_trait(facility, info.trait);
    }
}

void read_kind(const Fields& fields, Facility& facility) {
    const auto said = fields.line("kind");
    const auto kinds = kinds_in(said);
    add_traits(facility, kinds);
    if (kinds.has_any(directory::TraitSet::of_kind(TraitKind::kind))) return;
    if (fields.defaults().kind) return add_trait(facility, *fields.defaults().kind);
    fields.defaults().warn("A place whose kind is not known was taken without one.");
}

// A column for each vocabulary: "free no-id" under `supplies`.
void read_vocabularies(const Fields& fields, Facility& facility) {
    for (auto kind = TraitKind::medication; kind <= TraitKind::access;
         kind = static_cast<TraitKind>(static_cast<int>(kind) + 1)) {
        auto cell = ascii_lower(fields.line(directory::code_of(kind)));
        std::ranges::replace_if(
            cell, [](char c) { return c == ',' || c == ';' || c == '|'; }, ' ');
        for (const auto code : split(cell, ' ')) {
            if (code.empty()) continue;
            if (const auto trait = directory::trait_of_code(kind, code))
                add_trait(facility, *trait);
            else
                fields.defaults().warn(
                    "A word that is in none of our lists of words was left out.");
        }
    }
}

struct YesNo {
    std::string_view field{};
    Trait trait{};
    bool is_turned = false;  // "ID required: yes" is a no to "No papers asked".
};

void read_yes_no(const Fields& fields, Facility& facility) {
    constexpr auto kFields = std::to_array<YesNo>({
        {"accepts_methadone", Trait::house_takes_methadone},
        {"accepts_buprenorphine", Trait::house_takes_buprenorphine},
        {"accepts_naltrexone", Trait::house_takes_naltrexone},
        {"wheelchair", Trait::wheelchair},
        {"walk_in", Trait::walk_in},
        {"day_and_night", Trait::open_day_and_night},
        {"id_required", Trait::no_id_needed, true},
        {"prescription_required", Trait::no_prescription_needed, true},
    });
    for (const auto& [field, trait, is_turned] : kFields) {
        const auto cell = fields.line(field);
        if (cell.empty()) continue;
        if (const auto said = yes_in_cell(cell))
            add_trait(facility, trait, *said != is_turned);
        else
            fields.defaults().warn("A yes or no that is not understood was left out.");
    }
}

Result<> read_level(const Fields& fields, Facility& facility) {
    auto said = ascii_lower(fields.line("narr_level"));
    if (said.empty()) return {};
    for (const std::string_view word : {"level", "narr"}) {
        if (const auto at = said.find(word); at != std::string::npos) said.erase(at, word.size());
    }
    if (said.ends_with(".0")) said.resize(said.size() - 2);
    const auto level = parse_number<int>(trimmed(said));
    if (!level || *level < 1 || *level > kNarrLevels)
        return invalid_input("narr_level", "The NARR level is a number from 1 to 4.");
    add_trait(facility, static_cast<Trait>(static_cast<int>(Trait::narr_1) + *level - 1));
    return {};
}

void read_where(const Fields& fields, Facility& facility) {
    auto& place = facility.place;
    place.street = fields.line("street");
    place.town = fields.line("city");
    place.county = fields.line("county");
    place.state = fields.line("state");
    place.country = fields.line("country");
    place.postcode = fields.line("postcode");
    if (place.country.empty() || place.country == "US") place.postcode = zip_of(place.postcode);
    place.transit = fields.line("transit");
    place.notes = fields.text("entrance");
    // "address" is the whole line, or the street where the town has a column.
    const auto address = fields.line("address");
    if (place.street.empty() && !place.town.empty())
        place.street = address;
    else
        place.address = address;
    complete_from_address(place);
    place.point = fields.point("latitude", "longitude");
    facility.has_place = place.point || !place.street.empty() || !place.address.empty() ||
                         !place.town.empty() || !place.postcode.empty();
}

GeoPrecision precision_said(const Fields& fields) {
    const auto said = ascii_lower(fields.line("precision"));
    for (const auto precision : {GeoPrecision::rooftop, GeoPrecision::street,
                                 GeoPrecision::postcode, GeoPrecision::town}) {
        if (directory::code_of(precision) == said) return precision;
    }
    return GeoPrecision::street;
}

void read_contact(const Fields& fields, Facility& facility) {
    for (const auto& [field, kind] :
         std::array<std::pair<const char*, const char*>, 4>{{{"phone", "voice"},
                                                             {"intake", "intake"},
                                                             {"hotline", "hotline"},
                                                             {"text", "text"}}}) {
        const auto cell = fields.line(field);
        for (const auto number : split(cell, ';'))
            add_phone(facility, number, kind);
    }
    facility.website = fields.link("website");
    facility.email = fields.line("email");
    facility.organization.name = fields.line("organization");
}

Result<> read_hours(const Fields& fields, Facility& facility) {
    facility.hours = hours_of(fields.text("hours"));
    const auto zone = fields.line("zone");
    if (zone.empty()) return {};
    const auto named = Zone::named(zone);
    if (!named)
        return invalid_input("zone", "There is no time zone of that name. One is Europe/Paris.");
    facility.hours.zone = *named;
    return {};
}

void read_lists(const Fields& fields, Facility& facility) {
    for (const auto& part : parts_of_cell(fields.line("languages"), ",;")) {
        if (const auto language = language_in_cell(part))
            add_once(facility.languages, *language);
        else
            fields.defaults().warn("A language that is not known was left out.");
    }
    for (const auto& part : parts_of_cell(fields.line("areas_served"), ",; "))
        add_once(facility.areas_served, ascii_upper(part));
}

// Yes is a reason too, if a bare one.
std::string confidential_in(std::string_view cell) {
    const auto said = yes_in_cell(cell);
    if (said) return *said ? "confidential" : "";
    return std::string{trimmed(cell)};
}

Result<directory::Provenance> read_provenance(const Fields& fields) {
    directory::Provenance provenance{.record = fields.line("id"),
                                     .verified_by = fields.line("verified_by"),
                                     .method = fields.line("verified_how")};
    const auto day = fields.line("verified_on");
    if (day.empty()) return provenance;
    const auto date = parse_date(day);
    if (!date) return invalid_input("verified_on", "Write the day as 2026-11-21.");
    provenance.verified_on = *date;
    return provenance;
}

void read_texts(const Fields& fields, Facility& facility) {
    facility.program = fields.line("program");
    facility.description = fields.text("description");
    const auto notes = fields.text("notes");
    if (!facility.description.empty() && !notes.empty()) facility.description += "\n";
    facility.description += notes;
    facility.eligibility = fields.text("eligibility");
    facility.how_to_apply = fields.text("how_to_apply");
    facility.fees = fields.text("fees");
    facility.wait = fields.text("wait");
    facility.supplies_note = fields.text("where");
    facility.alert = fields.text("alert");
}

// A table's cells become "Type: Box", a row a line.
std::string lines_of(std::string_view html) {
    std::string spaced;
    for (std::size_t at = 0; at < html.size();) {
        const auto rest = html.substr(at);
        if (ascii_lower(rest.substr(0, 5)) == "</td>" ||
            ascii_lower(rest.substr(0, 5)) == "</th>") {
            spaced += ": ";
            at += 5;
        } else {
            spaced += html[at++];
        }
    }
    return html::plain_text(spaced);
}

std::string_view without_colon(std::string_view text) {
    text = trimmed(text);
    while (text.ends_with(':'))
        text = trimmed(text.substr(0, text.size() - 1));
    return text;
}

}  // namespace

Result<> check_place_columns(const std::vector<std::string>& headings) {
    if (std::ranges::find(headings, "name", place_field) != headings.end()) return {};
    return fail(ErrorKind::unreadable, "This table has no column with the name of each place.");
}

Result<Facility> read_place(const json::Value& record, const Defaults& defaults) {
    const auto row = renamed(record);
    const Fields fields{row, defaults};
    Facility facility;
    facility.name = fields.line("name");
    if (facility.name.empty()) return invalid_input("name", "This place has no name.");
    facility.source_key = fields.line("id");
    read_kind(fields, facility);
    read_vocabularies(fields, facility);
    read_yes_no(fields, facility);
    TRY(read_level(fields, facility));
    read_where(fields, facility);
    read_contact(fields, facility);
    TRY(read_hours(fields, facility));
    read_lists(fields, facility);
    read_texts(fields, facility);
    facility.confidential = confidential_in(fields.line("confidential"));
    facility.provenances.push_back(TRY(read_provenance(fields)));
    complete(facility, precision_said(fields), defaults);
    return facility;
}

Result<json::Value> row_of_feature(const json::Value& feature) {
    const auto* properties = feature.find("properties");
    auto row = properties != nullptr && properties->members() != nullptr ? *properties
                                                                         : json::Value::object();
    if (const auto* id = feature.find("id"); id != nullptr && row.find("id") == nullptr)
        row.set("id", *id);
    const auto* geometry = feature.find("geometry");
    if (geometry == nullptr || geometry->is_null()) return row;
    const auto* coordinates = geometry->find("coordinates");
    const auto* numbers = coordinates == nullptr ? nullptr : coordinates->items();
    if (geometry->text_or("type") != "Point" || numbers == nullptr || numbers->size() < 2)
        return invalid_input("geometry", "This place is a line or an area, not a point.");
    std::erase_if(*row.members(), [](const auto& member) {
        const auto field = place_field(member.first);
        return field == "latitude" || field == "longitude";
    });
    row.set("longitude", (*numbers)[0]);
    row.set("latitude", (*numbers)[1]);
    return row;
}

void read_description(std::string_view html, json::Value& row) {
    const auto text = lines_of(html);
    std::string rest;
    for (const auto line : split(text, '\n')) {
        const auto said = without_colon(line);
        const auto colon = said.find(": ");
        const auto field = colon == std::string_view::npos ? std::string_view{}
                                                           : place_field(said.substr(0, colon));
        if (!field.empty() && field != "name" && row.find(field) == nullptr) {
            row.set(std::string{field}, without_colon(said.substr(colon + 2)));
        } else if (!said.empty()) {
            if (!rest.empty()) rest += '\n';
            rest += said;
        }
    }
    if (!rest.empty()) row.set("description", std::move(rest));
}

}  // namespace waymark::exchange
