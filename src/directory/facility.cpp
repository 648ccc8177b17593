#include "directory/facility.h"

#include <algorithm>
#include <array>

#include "core/text.h"

namespace waymark::directory {
namespace {

constexpr std::array<std::string_view, 5> kPrecisionCodes{"unknown", "rooftop", "street",
                                                          "postcode", "town"};
constexpr std::string_view kHidden = "[address kept private]";

// Every text of it that a person may read.
std::vector<std::string*> texts_of(Facility& facility) {
    std::vector<std::string*> texts{&facility.name,
                                    &facility.program,
                                    &facility.description,
                                    &facility.alert,
                                    &facility.eligibility,
                                    &facility.how_to_apply,
                                    &facility.fees,
                                    &facility.wait,
                                    &facility.supplies_note,
                                    &facility.hours.words,
                                    &facility.organization.name,
                                    &facility.organization.alternate_name,
                                    &facility.organization.description};
    for (auto& attribute : facility.attributes) {
        texts.push_back(&attribute.label);
        texts.push_back(&attribute.value);
    }
    for (auto& phone : facility.phones)
        texts.push_back(&phone.description);
    for (auto& cost : facility.costs)
        texts.push_back(&cost.description);
    for (auto& capacity : facility.capacities)
        texts.push_back(&capacity.description);
    for (auto& span : facility.hours.spans)
        texts.push_back(&span.note);
    for (auto* list : {&facility.accessibility, &facility.required_documents}) {
        for (auto& text : *list)
            texts.push_back(&text);
    }
    return texts;
}

void hide(std::string& text, std::string_view secret) {
    const auto wanted = ascii_lower(secret);
    for (auto at = ascii_lower(text).find(wanted); at != std::string::npos;
         at = ascii_lower(text).find(wanted, at + kHidden.size())) {
        text.replace(at, secret.size(), kHidden);
    }
}

template <class T>
void add_missing(std::vector<T>& into, std::vector<T> from) {
    for (auto& item : from) {
        if (std::ranges::find(into, item) == into.end()) into.push_back(std::move(item));
    }
}

void fill(std::string& into, std::string from) {
    if (into.empty()) into = std::move(from);
}

bool same_fact(const Attribute& a, const Attribute& b) {
    return a.taxonomy == b.taxonomy && a.code == b.code && a.label == b.label && a.value == b.value;
}

std::string digits_of(std::string_view number) {
    std::string digits;
    std::ranges::copy_if(number, std::back_inserter(digits),
                         [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

void merge_phones(std::vector<FacilityPhone>& into, std::vector<FacilityPhone> from) {
    for (auto& phone : from) {
        const auto is_same = [&](const FacilityPhone& known) {
            return digits_of(known.number) == digits_of(phone.number) && known.kind == phone.kind;
        };
        if (std::ranges::none_of(into, is_same)) into.push_back(std::move(phone));
    }
}

void merge_facts(Facility& into, Facility& from) {
    std::vector<int> number_of;
    for (auto& provenance : from.provenances) {
        const auto known = std::ranges::find(into.provenances, provenance);
        number_of.push_back(static_cast<int>(known - into.provenances.begin()));
        if (known == into.provenances.end()) into.provenances.push_back(std::move(provenance));
    }
    for (auto& attribute : from.attributes) {
        const auto is_same = [&](const Attribute& known) { return same_fact(known, attribute); };
        if (std::ranges::any_of(into.attributes, is_same)) continue;
        const auto at = static_cast<std::size_t>(attribute.provenance);
        attribute.provenance = at < number_of.size() ? number_of[at] : 0;
        into.attributes.push_back(std::move(attribute));
    }
}

}  // namespace

std::string_view code_of(GeoPrecision precision) {
    return kPrecisionCodes[static_cast<std::size_t>(precision)];
}

void redact(Facility& facility) {
    if (facility.confidential.empty()) return;
    auto& place = facility.place;
    const std::array secrets{place.address, place.street, place.name, facility.external_id};
    for (const auto& secret : secrets) {
        // A secret of a letter or two would blank half the text.
        if (trimmed(secret).size() < 4) continue;
        for (auto* text : texts_of(facility))
            hide(*text, trimmed(secret));
    }
    place = Place{.town = place.town,
                  .county = place.county,
                  .state = place.state,
                  .country = place.country,
                  .is_approximate = true};
    facility.precision = GeoPrecision::unknown;
    facility.external_id.clear();
    facility.residue.clear();
}

void merge(Facility& into, Facility from) {
    merge_facts(into, from);
    merge_phones(into.phones, std::move(from.phones));
    add_missing(into.languages, std::move(from.languages));
    add_missing(into.areas_served, std::move(from.areas_served));
    add_missing(into.capacities, std::move(from.capacities));
    add_missing(into.costs, std::move(from.costs));
    add_missing(into.levels, std::move(from.levels));
    add_missing(into.required_documents, std::move(from.required_documents));
    add_missing(into.accessibility, std::move(from.accessibility));
    fill(into.confidential, std::move(from.confidential));
    for (const auto member :
         {&Facility::program, &Facility::description, &Facility::website, &Facility::email,
          &Facility::eligibility, &Facility::how_to_apply, &Facility::fees, &Facility::wait,
          &Facility::accreditations, &Facility::supplies_note, &Facility::alert}) {
        fill(into.*member, std::move(from.*member));
    }
    if (!into.hours.is_known() && (from.hours.is_known() || into.hours.words.empty()))
        into.hours = std::move(from.hours);
    const bool is_better =
        from.precision != GeoPrecision::unknown &&
        (into.precision == GeoPrecision::unknown || from.precision < into.precision);
    if (from.place.point && (!into.place.point || is_better)) {
        into.place.point = from.place.point;
        into.place.is_approximate = from.place.is_approximate;
        into.precision = from.precision;
    }
    if (!into.minimum_age) into.minimum_age = from.minimum_age;
    if (!into.maximum_age) into.maximum_age = from.maximum_age;
    into.updated = std::max(into.updated, from.updated);
}

}  // namespace waymark::directory
