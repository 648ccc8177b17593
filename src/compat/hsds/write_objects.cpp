#include "compat/hsds/write_objects.h"

#include <algorithm>
#include <string>
#include <vector>

#include "compat/hsds/derived_id.h"
#include "compat/hsds/write_facts.h"
#include "compat/hsds/write_parts.h"
#include "core/text.h"

namespace waymark::compat::hsds {
namespace {

using directory::Facility;
using directory::FacilityStatus;
using directory::TraitKind;
using finder::RowNumber;

std::string_view status_of(FacilityStatus status) {
    switch (status) {
        case FacilityStatus::inactive:
            return "inactive";
        case FacilityStatus::temporarily_closed:
            return "temporarily closed";
        case FacilityStatus::active:
            break;
    }
    return "active";
}

std::optional<Instant> modified_of(const View& view, const Entry& entry) {
    std::optional<Instant> latest;
    for (const auto row : entry.rows)
        latest = std::max(latest, view.facility(row).modified);
    return latest;
}

// The last day on which a person looked or called; of an import alone, nothing.
std::optional<Date> assured_on(const View& view, const Entry& entry) {
    std::optional<Date> latest;
    for (const auto row : entry.rows) {
        for (const auto& provenance : view.facility(row).provenances)
            latest = std::max(latest, provenance.verified_on);
    }
    return latest;
}

// Where the list describes nothing: what kind of place it is, and in what setting.
std::string description_of(const View& view, RowNumber row) {
    const auto& said = view.facility(row).description;
    if (!said.empty()) return said;
    std::vector<std::string> names;
    for (const auto& info : directory::traits()) {
        const bool tells = info.kind == TraitKind::kind || info.kind == TraitKind::setting;
        if (tells && view.row(row).traits.yes.has(info.trait)) names.emplace_back(info.name);
    }
    return joined(names, ", ");
}

// What another server of ours has added already is not said again.
std::string alert_of(const View& view, RowNumber row) {
    auto alert = view.facility(row).alert;
    const auto add = [&](std::string_view text) {
        if (alert.find(text) != alert.npos) return;
        if (!alert.empty()) alert += '\n';
        alert += text;
    };
    const auto* source = view.snapshot.source(view.facility(row).source);
    if (source != nullptr && source->is_fictional) add("Fictional sample data");
    if (view.row(row).has_evidence_warning) {
        add("Be careful: there is no good evidence for this programme, and it uses no medication");
    }
    return alert;
}

std::string accreditations_of(const Facility& facility) {
    auto text = facility.accreditations;
    for (const auto& level : facility.levels) {
        if (!text.empty()) text += "; ";
        text += level.edition + " " + level.level;
        if (!level.certifier.empty()) text += ", certified by " + level.certifier;
    }
    return text;
}

void write_own_service(json::Writer& out, const View& view, const Entry& service) {
    const auto row = service.rows.front();
    const auto& facility = view.facility(row);
    out.key("id").string(service.id);
    out.key("organization_id").string(view.ids(row).organization);
    out.key("name").string(facility.name);
    write_text(out, "alternate_name", facility.program);
    write_text(out, "description", description_of(view, row));
    write_link(out, "url", facility.website);
    write_email(out, "email", facility.email);
    out.key("status").string(status_of(facility.status));
    if (view.row(row).traits.yes.has(directory::Trait::sign_language))
        out.key("interpretation_services").string("Sign language");
    write_text(out, "application_process", facility.how_to_apply);
    write_text(out, "fees_description", facility.fees);
    write_text(out, "wait_time", facility.wait);
    write_text(out, "accreditations", accreditations_of(facility));
    write_text(out, "eligibility_description", facility.eligibility);
    if (facility.minimum_age) out.key("minimum_age").integer(*facility.minimum_age);
    if (facility.maximum_age) out.key("maximum_age").integer(*facility.maximum_age);
    if (const auto day = assured_on(view, service))
        out.key("assured_date").string(format_date(*day));
    write_text(out, "alert", alert_of(view, row));
    write_time(out, "last_modified", modified_of(view, service));
}

std::string name_of_organization(const Facility& facility) {
    return facility.organization.name.empty() ? facility.name : facility.organization.name;
}

void write_own_organization(json::Writer& out, const View& view, const Entry& organization) {
    const auto& facility = view.facility(organization.rows.front());
    const auto& said = facility.organization;
    const auto name = name_of_organization(facility);
    out.key("id").string(organization.id).key("name").string(name);
    write_text(out, "alternate_name", said.alternate_name);
    out.key("description").string(said.description.empty() ? name : said.description);
    write_email(out, "email", said.email);
    write_link(out, "website", said.website);
}

bool has_address(const directory::Place& place) {
    return !place.street.empty() || !place.address.empty() || !place.town.empty() ||
           !place.postcode.empty();
}

void write_address(json::Writer& out, const View& view, RowNumber row, const std::string& id) {
    const auto& place = view.facility(row).place;
    const auto& area = view.row(row).area;
    out.key("addresses").begin_array().begin_object();
    out.key("id").string(derived_id("address", id)).key("location_id").string(id);
    out.key("address_1").string(place.street.empty() ? place.address : place.street);
    out.key("city").string(place.town);
    write_text(out, "region", place.county);
    out.key("state_province").string(place.state).key("postal_code").string(place.postcode);
    out.key("country").string(area.empty() ? place.country : area.substr(0, 2));
    out.key("address_type").string("physical").end_object().end_array();
}

std::string description_of_location(const Facility& facility) {
    if (facility.confidential.empty()) return facility.place.notes;
    std::string text = "The address is kept private";
    for (const auto& part : {facility.place.town, facility.place.state}) {
        if (!part.empty()) text += ", " + part;
    }
    return text;
}

void write_own_location(json::Writer& out, const View& view, const Entry& location) {
    const auto row = location.rows.front();
    const auto& facility = view.facility(row);
    const auto& place = facility.place;
    out.key("id").string(location.id);
    out.key("location_type").string(facility.has_place ? "physical" : "virtual");
    out.key("organization_id").string(view.ids(row).organization);
    write_text(out, "name", place.name.empty() ? facility.name : place.name);
    write_text(out, "description", description_of_location(facility));
    write_text(out, "transportation", place.transit);
    if (facility.has_place && place.point) {
        out.key("latitude").real(place.point->latitude);
        out.key("longitude").real(place.point->longitude);
        out.key("geo_precision").string(directory::code_of(facility.precision));
    }
    if (!facility.external_id.empty()) {
        out.key("external_identifier").string(facility.external_id);
        out.key("external_identifier_type").string("source");
    }
}

// Its services, each once, in the order of their ids.
std::vector<const Entry*> services_of(const View& view, const Entry& organization) {
    std::vector<const Entry*> services;
    for (const auto row : organization.rows)
        services.push_back(entry_with(view.catalogue.services(), view.ids(row).service));
    std::ranges::sort(services, {}, [](const Entry* entry) { return entry->id; });
    const auto twice = std::ranges::unique(services);
    services.erase(twice.begin(), twice.end());
    return services;
}

void write_locations(json::Writer& out, const View& view, const Entry& organization) {
    std::vector<std::string> ids;
    for (const auto row : organization.rows)
        ids.push_back(view.ids(row).location);
    std::ranges::sort(ids);
    const auto twice = std::ranges::unique(ids);
    ids.erase(twice.begin(), twice.end());
    out.key("locations").begin_array();
    for (const auto& id : ids)
        write_location(out, view, *entry_with(view.catalogue.locations(), id), Depth::full);
    out.end_array();
}

void write_places_of(json::Writer& out, const View& view, const Entry& service) {
    out.key("service_at_locations").begin_array();
    for (const auto row : service.rows) {
        const auto& id = view.ids(row).service_at_location;
        const auto* at = entry_with(view.catalogue.services_at_locations(), id);
        const auto& ids = view.ids(row);
        out.begin_object().key("id").string(at->id);
        out.key("service_id").string(service.id).key("location_id").string(ids.location);
        out.key("location");
        write_location(out, view, *entry_with(view.catalogue.locations(), ids.location),
                       Depth::full);
        // At one place alone they are those of the service: who reads both would have them twice.
        if (service.rows.size() > 1) {
            write_phones(out, view.facility(row), at->id);
            write_schedules(out, view.facility(row).hours, at->id);
        }
        out.end_object();
    }
    out.end_array();
}

}  // namespace

void write_minimal(json::Writer& out, const View& view, const Entry& service) {
    const auto& facility = view.facility(service.rows.front());
    out.begin_object().key("id").string(service.id);
    // The schema of a service wants these two of every one.
    out.key("name").string(facility.name).key("status").string(status_of(facility.status));
    write_time(out, "last_modified", modified_of(view, service));
    out.end_object();
}

void write_gone(json::Writer& out, const Gone& gone) {
    out.begin_object().key("id").string(gone.id);
    out.key("organization_id").string(gone.organization_id);
    out.key("name").string(gone.name).key("status").string("defunct");
    write_time(out, "last_modified", gone.removed_at);
    out.end_object();
}

void write_minimal(json::Writer& out, const Gone& gone) {
    out.begin_object().key("id").string(gone.id);
    out.key("name").string(gone.name).key("status").string("defunct");
    write_time(out, "last_modified", gone.removed_at);
    out.end_object();
}

void write_service(json::Writer& out, const View& view, const Entry& service, Depth depth) {
    const auto row = service.rows.front();
    const auto& facility = view.facility(row);
    out.begin_object();
    write_own_service(out, view, service);
    if (depth == Depth::full) {
        const auto& organization = view.ids(row).organization;
        out.key("organization").begin_object();
        write_own_organization(out, view,
                               *entry_with(view.catalogue.organizations(), organization));
        out.end_object();
        write_phones(out, facility, service.id);
        write_schedules(out, facility.hours, service.id);
        write_languages(out, facility, service.id);
        write_service_areas(out, facility, service.id);
        write_costs(out, facility, service.id);
        write_documents(out, facility, service.id);
        write_capacities(out, facility, service.id);
        write_places_of(out, view, service);
        write_facts(out, view, service);
    }
    out.end_object();
}

void write_location(json::Writer& out, const View& view, const Entry& location, Depth depth) {
    const auto row = location.rows.front();
    const auto& facility = view.facility(row);
    out.begin_object();
    write_own_location(out, view, location);
    if (depth == Depth::full) {
        const bool is_open = facility.has_place && facility.confidential.empty();
        if (is_open && has_address(facility.place)) write_address(out, view, row, location.id);
        write_accessibility(out, view, row);
    }
    out.end_object();
}

void write_service_at_location(json::Writer& out, const View& view, const Entry& at, Depth depth) {
    const auto row = at.rows.front();
    const auto& facility = view.facility(row);
    const auto& ids = view.ids(row);
    out.begin_object().key("id").string(at.id);
    out.key("service_id").string(ids.service).key("location_id").string(ids.location);
    write_text(out, "description", facility.supplies_note);
    out.key("location");
    write_location(out, view, *entry_with(view.catalogue.locations(), ids.location), depth);
    if (depth == Depth::full) {
        out.key("service").begin_object();
        write_own_service(out, view, *entry_with(view.catalogue.services(), ids.service));
        out.end_object();
        write_phones(out, facility, at.id);
        write_schedules(out, facility.hours, at.id);
        write_service_areas(out, facility, at.id);
    }
    out.end_object();
}

void write_organization(json::Writer& out, const View& view, const Entry& organization, Depth depth,
                        Services services) {
    out.begin_object();
    write_own_organization(out, view, organization);
    if (depth == Depth::full) write_locations(out, view, organization);
    if (services != Services::none) {
        out.key("services").begin_array();
        for (const auto* service : services_of(view, organization)) {
            if (services == Services::full)
                write_service(out, view, *service, Depth::full);
            else
                write_minimal(out, view, *service);
        }
        out.end_array();
    }
    out.end_object();
}

}  // namespace waymark::compat::hsds
