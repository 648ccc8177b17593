// The places of help of the golden feeds (golden_test.h).

#include "core/time.h"
#include "importers/golden_test.h"

namespace waymark::importers {
namespace {

using directory::Facility;

void tell_place(Told& told, const Facility& facility) {
    const auto& place = facility.place;
    told.text("place", place.name).text("address", place.address).text("street", place.street);
    told.text("town", place.town).text("county", place.county).text("state", place.state);
    told.text("postcode", place.postcode).text("country", place.country);
    told.text("place_notes", place.notes).text("transit", place.transit);
    if (!facility.has_place) told.set("has_place", false);
    told.text("confidential", facility.confidential);
    if (!place.point) return;
    told.text("precision", std::string{code_of(facility.precision)});
    // A point that we found ourselves moves when the tables of places do.
    if (place.is_approximate)
        told.set("approximate", true);
    else
        told.set("latitude", place.point->latitude).set("longitude", place.point->longitude);
}

// "12345 09:00-17:00 from 2026-01-01": Sunday is 0.
std::string span_as_text(const directory::OpenSpan& span) {
    std::string text;
    for (unsigned day = 0; day < 7; ++day) {
        if (span.days.has(std::chrono::weekday{day})) text += std::to_string(day);
    }
    text += " " + format_time_of_day(span.opens) + "-" + format_time_of_day(span.closes);
    if (span.from) text += " from " + format_date(*span.from);
    if (span.until) text += " until " + format_date(*span.until);
    return text;
}

void tell_hours(Told& told, const directory::Hours& hours) {
    std::vector<std::string> spans;
    for (const auto& span : hours.spans)
        spans.push_back(span_as_text(span));
    told.list("hours", spans).text("hours_words", hours.words);
    if (hours.zone) told.text("zone", std::string{hours.zone->name()});
}

void tell_contact(Told& told, const Facility& facility) {
    std::vector<std::string> phones;
    for (const auto& phone : facility.phones) {
        auto text = phone.kind + " " + phone.number;
        if (!phone.extension.empty()) text += " x" + phone.extension;
        phones.push_back(std::move(text));
    }
    told.list("phones", phones).text("website", facility.website).text("email", facility.email);
}

// "OT:BUM", or the words in quotation marks; what goes with it after "=", which
// provenance after "#".
std::string as_text(const directory::Attribute& attribute) {
    std::string text;
    if (attribute.taxonomy != directory::kSamhsaTaxonomy) text += attribute.taxonomy + "/";
    if (!attribute.category.empty()) text += attribute.category + ":";
    text += attribute.code;
    if (!attribute.label.empty()) text += "\"" + attribute.label + "\"";
    if (!attribute.value.empty()) text += "=" + attribute.value;
    if (attribute.provenance != 0) text += "#" + std::to_string(attribute.provenance);
    return text;
}

std::string as_text(const directory::Provenance& provenance) {
    auto text = provenance.record + "|" + provenance.method;
    if (provenance.verified_on)
        text += "|" + format_date(*provenance.verified_on) + " by " + provenance.verified_by;
    return text;
}

template <class Item>
std::vector<std::string> texts_of(const std::vector<Item>& items) {
    std::vector<std::string> texts;
    for (const auto& item : items)
        texts.push_back(as_text(item));
    return texts;
}

void tell_service(Told& told, const Facility& facility) {
    told.text("description", facility.description).text("alert", facility.alert);
    told.text("eligibility", facility.eligibility).text("how_to_apply", facility.how_to_apply);
    told.text("fees", facility.fees).text("wait", facility.wait);
    told.text("accreditations", facility.accreditations);
    told.text("where", facility.supplies_note);
    told.list("languages", facility.languages).list("areas_served", facility.areas_served);
    told.list("documents", facility.required_documents).list("access", facility.accessibility);
    if (facility.minimum_age) told.set("minimum_age", *facility.minimum_age);
    if (facility.maximum_age) told.set("maximum_age", *facility.maximum_age);
    std::vector<std::string> costs, capacities;
    for (const auto& cost : facility.costs)
        costs.push_back(cost.option + (cost.amount ? " " + cost.currency : ""));
    for (const auto& capacity : facility.capacities)
        capacities.push_back(std::to_string(capacity.available) + " " + capacity.unit);
    told.list("costs", costs).list("capacities", capacities);
    if (facility.updated) told.text("updated", format_instant(*facility.updated));
}

json::Value told_of(const Facility& facility) {
    Told told;
    told.text("key", facility.source_key).text("service_id", facility.ids.service);
    told.text("organization_id", facility.ids.organization);
    told.text("location_id", facility.ids.location);
    told.text("name", facility.name).text("program", facility.program);
    if (facility.organization.name != facility.name)
        told.text("organization", facility.organization.name);
    if (facility.status != directory::FacilityStatus::active) told.set("active", false);
    tell_place(told, facility);
    tell_contact(told, facility);
    tell_hours(told, facility.hours);
    tell_service(told, facility);
    told.list("attributes", texts_of(facility.attributes));
    told.list("provenances", texts_of(facility.provenances));
    return told.take();
}

class GoldenPlaces : public ::testing::TestWithParam<std::string> {};

TEST_P(GoldenPlaces, GivesTheReportAndThePlaces) {
    const auto folder = kGoldenFolder / GetParam();
    testing::MemoryStore store;
    if (!imported(folder, store)) return;
    auto facilities = store.facilities();
    std::ranges::sort(facilities, {}, &Facility::source_key);
    auto told = json::Value::array();
    for (const auto& facility : facilities)
        told.push(told_of(facility));
    expect_file(folder / "places.json", told);

    const auto again =
        import_records(*feed_in(folder), options_of(folder), store, FixedClock{Instant{}});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->unchanged, static_cast<std::int64_t>(facilities.size()));
    EXPECT_EQ(again->added + again->changed + again->removed, 0);
}

INSTANTIATE_TEST_SUITE_P(Folders, GoldenPlaces, ::testing::ValuesIn(cases(Holds::places)),
                         folder_name);

}  // namespace
}  // namespace waymark::importers
