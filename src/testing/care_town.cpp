#include "testing/care_town.h"

#include <stdexcept>

#include "core/text.h"
#include "testing/town.h"

namespace waymark::testing {

using directory::Facility;

std::vector<Facility> CareTown::facilities() const {
    std::vector<Facility> list;
    for (const auto& [letter, terms] : codes) {
        Facility facility{.id = {letter}, .source = {1}, .name = std::string(1, letter)};
        facility.source_key = facility.name;
        facility.provenances = {{.record = "SA"}};
        facility.place.state = "NY";
        facility.place.point = position_of(map, letter);
        if (facility.place.point) facility.precision = directory::GeoPrecision::street;
        for (const auto code : split(terms, ' ')) {
            if (code.empty()) continue;
            facility.attributes.push_back(
                {.taxonomy = std::string{directory::kSamhsaTaxonomy}, .code = std::string{code}});
        }
        if (const auto change = also.find(letter); change != also.end()) change->second(facility);
        list.push_back(std::move(facility));
    }
    return list;
}

finder::SnapshotPtr CareTown::snapshot() const {
    return std::make_shared<const finder::Snapshot>(
        std::vector<directory::Meeting>{},
        std::vector<directory::Source>{{.id = {1}, .name = "samhsa"}}, 1,
        finder::Facilities{facilities(), {}});
}

GeoPoint CareTown::person() const {
    const auto point = position_of(map, '@');
    if (!point) throw std::logic_error("nobody stands on this map");
    return *point;
}

std::string CareTown::find(finder::FacilityRequest request) const {
    if (!request.near && !request.box) request.near = person();
    if (!request.radius && !request.box) request.radius = Kilometers{10};
    const auto answer = ask(request);
    return answer ? letters_of(answer->matches) : answer.error().field;
}

Result<finder::FacilityAnswer> CareTown::ask(const finder::FacilityRequest& request) const {
    // The matches point into the snapshot, so the last one asked is kept.
    static thread_local finder::SnapshotPtr kept;
    kept = snapshot();
    return finder::search_facilities(*kept, request, at("Tue 12:00"));
}

std::string letters_of(const std::vector<finder::FacilityMatch>& matches) {
    std::string letters;
    for (const auto& match : matches)
        letters += match.facility->name;
    return letters;
}

finder::FacilityRequest asking(directory::TraitKind kind, directory::TraitSet wanted) {
    finder::FacilityRequest request;
    request.of(kind) = wanted;
    return request;
}

}  // namespace waymark::testing
