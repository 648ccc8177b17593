#include "compat/hsds/catalogue.h"

#include <algorithm>
#include <map>
#include <utility>

#include "compat/hsds/derived_id.h"
#include "core/text.h"

namespace waymark::compat::hsds {
namespace {

using directory::Facility;
using directory::FacilityIds;
using finder::RowNumber;

// The id a list gave, in small letters; one of its own making stands for what
// is no UUID, or is missing.
std::string settled(const std::string& given, std::string_view what, std::string_view otherwise) {
    if (is_uuid(given)) return ascii_lower(given);
    return given.empty() ? derived_id(what, otherwise) : derived_id(what, "given", given);
}

FacilityIds ids_of(const FacilityIds& given, directory::FacilityId id) {
    const auto number = std::to_string(id.value);
    return {
        .organization = settled(given.organization, "organization", number),
        .service = settled(given.service, "service", number),
        .location = settled(given.location, "location", number),
        .service_at_location = settled(given.service_at_location, "service_at_location", number)};
}

std::vector<Entry> grouped(const std::vector<FacilityIds>& ids, std::span<const RowNumber> rows,
                           std::string FacilityIds::*member) {
    std::vector<std::pair<std::string_view, RowNumber>> all;
    all.reserve(rows.size());
    for (const RowNumber row : rows)
        all.emplace_back(ids[row].*member, row);
    std::ranges::sort(all);
    std::vector<Entry> entries;
    for (const auto& [id, row] : all) {
        if (entries.empty() || entries.back().id != id) entries.push_back({.id = std::string{id}});
        entries.back().rows.push_back(row);
    }
    return entries;
}

// Of one service that went twice, the last time. One that another list still
// has, or that came back, is not gone.
std::vector<Gone> gone_of(std::span<const directory::Tombstone> removed,
                          std::span<const Entry> services) {
    std::map<std::string, Gone> by_id;
    for (const auto& tombstone : removed) {
        const auto ids = ids_of(tombstone.ids, tombstone.id);
        if (entry_with(services, ids.service) != nullptr) continue;
        auto& gone = by_id[ids.service];
        if (!gone.id.empty() && gone.removed_at >= tombstone.removed_at) continue;
        gone = {.id = ids.service,
                .organization_id = ids.organization,
                .name = tombstone.name,
                .removed_at = tombstone.removed_at};
    }
    std::vector<Gone> gone;
    for (auto& [id, each] : by_id)
        gone.push_back(std::move(each));
    return gone;
}

template <class T>
const T* with_id(std::span<const T> list, std::string_view id) {
    const auto found = std::ranges::lower_bound(list, id, {}, &T::id);
    return found != list.end() && found->id == id ? &*found : nullptr;
}

}  // namespace

Catalogue::Catalogue(const finder::Facilities& facilities, Instant now) : terms_(facilities) {
    ids_.reserve(facilities.list().size());
    for (const auto& facility : facilities.list())
        ids_.push_back(ids_of(facility.ids, facility.id));
    std::vector<RowNumber> rows;
    for (RowNumber row = 0; row < ids_.size(); ++row) {
        if (!facilities.rows()[row].is_old(now)) rows.push_back(row);
    }
    services_ = grouped(ids_, rows, &FacilityIds::service);
    organizations_ = grouped(ids_, rows, &FacilityIds::organization);
    locations_ = grouped(ids_, rows, &FacilityIds::location);
    services_at_locations_ = grouped(ids_, rows, &FacilityIds::service_at_location);
    gone_ = gone_of(facilities.removed(), services_);
}

const Entry* entry_with(std::span<const Entry> entries, std::string_view id) {
    return with_id(entries, id);
}

const Gone* gone_with(std::span<const Gone> gone, std::string_view id) {
    return with_id(gone, id);
}

}  // namespace waymark::compat::hsds
