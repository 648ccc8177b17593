#include "finder/facilities.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/text.h"
#include "directory/trait_sources.h"

namespace waymark::finder {
namespace {

using directory::Facility;
using directory::FacilityId;

void stamp_source(Facility& facility) {
    for (auto& provenance : facility.provenances) {
        if (provenance.source.value == 0) provenance.source = facility.source;
    }
}

bool is_in_order(const Facilities::Joined& a, const Facilities::Joined& b) {
    return a.was < b.was;
}

}  // namespace

std::string area_code(std::string_view country, std::string_view state) {
    const auto land = ascii_upper(trimmed(country));
    const auto region = ascii_upper(trimmed(state));
    const bool is_us = land.empty() || land == "USA" || land == "UNITED STATES";
    const std::string code = is_us ? "US" : land;
    if (code.size() != 2 || region.size() < 2 || region.size() > 3) return {};
    return code + "-" + region;
}

std::string searchable_text(const Facility& facility, const directory::Traits& traits) {
    const auto& place = facility.place;
    std::string text;
    for (const auto* part :
         {&facility.name, &facility.program, &facility.description, &facility.organization.name,
          &facility.organization.alternate_name, &facility.eligibility, &facility.supplies_note,
          &place.name, &place.address, &place.street, &place.neighborhood, &place.town,
          &place.county, &place.state, &place.postcode, &place.country, &facility.website}) {
        if (!part->empty()) text.append(*part).push_back('\n');
    }
    for (const auto& each : directory::traits()) {
        if (traits.yes.has(each.trait)) text.append(each.name).push_back('\n');
    }
    return text;
}

Facilities::Facilities(std::vector<Facility> list, std::vector<directory::Tombstone> removed)
    : list_(std::move(list)), removed_(std::move(removed)) {
    std::erase_if(list_, [](const Facility& facility) { return !facility.is_published; });
    std::ranges::sort(list_, {}, &Facility::id);
    std::ranges::sort(removed_, {}, &directory::Tombstone::id);
    std::ranges::for_each(list_, stamp_source);
    join_sites();
    std::ranges::for_each(list_, directory::redact);
    rows_.reserve(list_.size());
    points_.reserve(list_.size());
    for (const auto& facility : list_) {
        rows_.push_back({.traits = directory::traits_of(facility),
                         .has_evidence_warning = directory::needs_evidence_warning(facility),
                         .area = area_code(facility.place.country, facility.place.state)});
        points_.push_back(facility.place.point);
    }
    grid_ = std::make_unique<const Grid>(points_);
    words_ = std::make_unique<const Words>(list_.size(), [this](RowNumber row) {
        return searchable_text(list_[row], rows_[row].traits);
    });
}

void Facilities::join_sites() {
    std::unordered_map<std::string, std::size_t> known;
    std::unordered_set<std::int64_t> pieces_of;
    std::vector<Facility> sites;
    sites.reserve(list_.size());
    for (auto& facility : list_) {
        const auto& key = facility.ids.service_at_location;
        const auto [found, is_new] =
            key.empty() ? std::pair{known.end(), true} : known.try_emplace(key, sites.size());
        if (is_new) {
            sites.push_back(std::move(facility));
            continue;
        }
        auto& site = sites[found->second];
        if (pieces_of.insert(site.id.value).second) pieces_.push_back(site);
        pieces_.push_back(facility);
        joined_.push_back({facility.id, site.id});
        site.modified = std::max(site.modified, facility.modified);
        directory::merge(site, std::move(facility));
    }
    list_ = std::move(sites);
    std::ranges::sort(joined_, is_in_order);
    for (auto& piece : pieces_) {
        piece.confidential = facility(piece.id)->confidential;
        directory::redact(piece);
    }
}

Facilities Facilities::only_of(const std::function<bool(directory::SourceId)>& is_taken) const {
    std::vector<Facility> rows;
    std::unordered_set<std::int64_t> in_pieces;
    for (const auto& piece : pieces_) {
        in_pieces.insert(piece.id.value);
        if (is_taken(piece.source)) rows.push_back(piece);
    }
    for (const auto& facility : list_) {
        if (!in_pieces.contains(facility.id.value) && is_taken(facility.source))
            rows.push_back(facility);
    }
    std::vector<directory::Tombstone> removed;
    std::ranges::copy_if(removed_, std::back_inserter(removed),
                         [&](const auto& tombstone) { return is_taken(tombstone.source); });
    return Facilities{std::move(rows), std::move(removed)};
}

void Facilities::note_readings(std::span<const directory::Source> sources) {
    for (std::size_t row = 0; row < list_.size(); ++row)
        rows_[row].known_true_at = directory::known_true_at(list_[row], sources);
}

const Facility* Facilities::facility(FacilityId id) const {
    const auto joined = std::ranges::lower_bound(joined_, Joined{id, {}}, is_in_order);
    if (joined != joined_.end() && joined->was == id) id = joined->is;
    const auto found = std::ranges::lower_bound(list_, id, {}, &Facility::id);
    return found != list_.end() && found->id == id ? &*found : nullptr;
}

const FacilityRow& Facilities::row(const Facility& facility) const {
    return rows_[static_cast<std::size_t>(&facility - list_.data())];
}

}  // namespace waymark::finder
