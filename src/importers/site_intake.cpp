#include "importers/site_intake.h"

#include <utility>

namespace waymark::importers {

void SiteIntake::take(std::int64_t row, directory::Facility facility) {
    const auto [found, is_new] = by_key_.emplace(facility.source_key, sites_.size());
    if (is_new) {
        sites_.push_back({std::move(facility), {row}});
        return;
    }
    auto& site = sites_[found->second];
    directory::merge(site.facility, std::move(facility));
    site.rows.push_back(row);
}

std::vector<directory::Facility> SiteIntake::release() {
    std::vector<directory::Facility> facilities;
    facilities.reserve(sites_.size());
    for (auto& site : sites_) {
        directory::redact(site.facility);
        facilities.push_back(std::move(site.facility));
        // tell() still needs what it is called.
        site.facility.name = facilities.back().name;
    }
    return facilities;
}

void SiteIntake::tell(ImportReport& report) const {
    for (const auto& site : sites_) {
        if (site.rows.size() < 2) continue;
        report.merged += static_cast<std::int64_t>(site.rows.size()) - 1;
        if (report.merges.size() < kMergesKept)
            report.merges.push_back({site.facility.name, site.rows});
    }
}

}  // namespace waymark::importers
