#include "finder/facility_json.h"

#include "finder/facility_rank.h"
#include "finder/json_parts.h"

namespace waymark::finder {
namespace {

using directory::Facility;
using directory::TraitKind;
using directory::TraitSet;
using json::Writer;

// "medication":["methadone"] and so on, for the kinds with any.
void write_traits(Writer& out, std::string_view key, TraitSet set) {
    out.key(key).begin_object();
    for (std::size_t i = 0; i < kTraitKinds; ++i) {
        const auto kind = static_cast<TraitKind>(i);
        if ((set & TraitSet::of_kind(kind)).empty()) continue;
        out.key(directory::code_of(kind)).begin_array();
        for (const auto& each : directory::traits()) {
            if (each.kind == kind && set.has(each.trait)) out.string(each.code);
        }
        out.end_array();
    }
    out.end_object();
}

void write_where(Writer& out, const Facility& facility) {
    write_text(out, "place", place_line(facility.place));
    write_text(out, "street", facility.place.street);
    write_text(out, "town", facility.place.town);
    write_text(out, "state", facility.place.state);
    write_text(out, "postcode", facility.place.postcode);
    const auto& point = facility.place.point;
    out.key("latitude");
    point ? out.real(point->latitude) : out.null();
    out.key("longitude");
    point ? out.real(point->longitude) : out.null();
    out.key("precision").string(directory::code_of(facility.precision));
    out.key("confidential").boolean(!facility.confidential.empty());
}

void write_texts(Writer& out, std::string_view key, const std::vector<std::string>& texts) {
    out.key(key).begin_array();
    for (const auto& text : texts)
        out.string(text);
    out.end_array();
}

void write_contact(Writer& out, const Facility& facility) {
    out.key("phones").begin_array();
    for (const auto& phone : facility.phones) {
        out.begin_object();
        out.key("number").string(phone.number);
        write_text(out, "extension", phone.extension);
        out.key("kind").string(phone.kind);
        out.end_object();
    }
    out.end_array();
    write_text(out, "website", facility.website);
    write_texts(out, "languages", facility.languages);
    write_texts(out, "areas_served", facility.areas_served);
}

// What its list says of its age; when that was read is the reading's, not the place's.
void write_origin(Writer& out, const Snapshot& snapshot, const Facility& facility) {
    const auto* source = snapshot.source(facility.source);
    write_text(out, "source", source == nullptr ? std::string_view{} : source->name);
    write_text(out, "updated",
               facility.updated ? format_instant(*facility.updated) : std::string{});
    const auto checked = verified_on(facility);
    write_text(out, "verified_on", checked ? format_date(*checked) : std::string{});
    out.key("provenance").begin_array();
    for (const auto& provenance : facility.provenances) {
        const auto* from = snapshot.source(provenance.source);
        out.begin_object();
        write_text(out, "source", from == nullptr ? std::string_view{} : from->name);
        write_text(out, "record", provenance.record);
        write_text(out, "method", provenance.method);
        out.end_object();
    }
    out.end_array();
}

void write_read_at(Writer& out, const Snapshot& snapshot, const Facility& facility) {
    const auto* source = snapshot.source(facility.source);
    const bool is_read = source != nullptr && source->fetched_at.has_value();
    write_text(out, "read_at", is_read ? format_instant(*source->fetched_at) : std::string{});
}

void write_traits(Writer& out, const directory::Traits& traits, bool has_evidence_warning) {
    write_traits(out, "yes", traits.yes);
    write_traits(out, "no", traits.no);
    out.key("evidence_warning").boolean(has_evidence_warning);
}

void write_answers(Writer& out, const FacilityMatch& match, LengthUnit unit) {
    write_km(out, "distance_km", match.distance);
    out.key("distance_exact").boolean(match.is_distance_exact);
    TraitSet ask;
    for (const auto trait : match.ask)
        ask.add(trait);
    write_traits(out, "ask", ask);
    out.key("open_now");
    match.is_open ? out.boolean(*match.is_open) : out.null();
    write_phrases(out, "why", match.why, unit);
}

}  // namespace

void write_facility_facts(Writer& out, const Snapshot& snapshot, const Facility& facility) {
    const auto& row = snapshot.facilities().row(facility);
    out.key("id").integer(facility.id.value);
    out.key("source_id").string(facility.source_key);
    out.key("service_id").string(facility.ids.service);
    out.key("name").string(facility.name);
    write_text(out, "program", facility.program);
    write_text(out, "organization", facility.organization.name);
    write_where(out, facility);
    write_contact(out, facility);
    write_traits(out, row.traits, row.has_evidence_warning);
    write_origin(out, snapshot, facility);
}

void write_facility_match(Writer& out, const Snapshot& snapshot, const FacilityMatch& match,
                          LengthUnit unit) {
    out.begin_object();
    write_facility_facts(out, snapshot, *match.facility);
    write_answers(out, match, unit);
    write_read_at(out, snapshot, *match.facility);
    out.end_object();
}

std::string facility_answer_json(const Snapshot& snapshot, const ParsedFacilityRequest& asked,
                                 const FacilityAnswer& answer) {
    const auto unit = unit_in(asked.place ? std::string_view{asked.place->best.country} : "");
    std::string text;
    text.reserve(4096 + 2048 * answer.matches.size());
    Writer out{text};
    out.begin_object();
    out.key("total").integer(answer.total);
    out.key("old_hidden").integer(answer.old);
    write_km(out, "widened_km", answer.widened);
    out.key("unknown").integer(answer.unknown);
    out.key("has_list_here").boolean(answer.has_list_here);
    write_facets(out, answer.facets);
    write_phrases(out, "says", answer.says, unit);
    write_place(out, asked.place);
    out.key("matches").begin_array();
    for (const auto& match : answer.matches)
        write_facility_match(out, snapshot, match, unit);
    out.end_array().end_object();
    return text;
}

}  // namespace waymark::finder
