#include "importers/site_intake.h"

#include <utility>

namespace waymark::importers {
namespace {

using directory::Facility;

// What a text holds beside itself; short ones hold nothing.
std::size_t weight_of(const std::string& text) {
    constexpr std::size_t kShort = 15;
    return text.size() > kShort ? text.size() : 0;
}

// About how much memory it takes: what a feed can make large.
std::size_t weight_of(const Facility& facility) {
    std::size_t bytes = sizeof facility + weight_of(facility.description) +
                        weight_of(facility.organization.description) +
                        facility.phones.size() * sizeof(directory::FacilityPhone) +
                        facility.provenances.size() * sizeof(directory::Provenance) +
                        facility.hours.spans.size() * sizeof(directory::OpenSpan);
    for (const auto& attribute : facility.attributes) {
        bytes += sizeof attribute + weight_of(attribute.code) + weight_of(attribute.label) +
                 weight_of(attribute.value);
    }
    for (const auto& [name, text] : facility.residue)
        bytes += 2 * sizeof text + weight_of(name) + weight_of(text);
    return bytes;
}

}  // namespace

Result<> SiteIntake::take(std::int64_t row, Facility facility) {
    facility.attributes.shrink_to_fit();
    bytes_ += weight_of(facility);
    if (bytes_max_ > 0 && bytes_ > bytes_max_) {
        return fail(ErrorKind::limit_reached,
                    "This feed holds more about places than is taken from the network.");
    }
    const auto [found, is_new] = by_key_.emplace(facility.source_key, sites_.size());
    if (is_new) {
        sites_.push_back(std::move(facility));
        rows_.push_back({row});
        return {};
    }
    directory::merge(sites_[found->second], std::move(facility));
    rows_[found->second].push_back(row);
    return {};
}

std::deque<Facility> SiteIntake::release() {
    for (std::size_t i = 0; i < sites_.size(); ++i) {
        directory::redact(sites_[i]);
        if (rows_[i].size() > 1) merges_.push_back({sites_[i].name, std::move(rows_[i])});
    }
    by_key_.clear();
    return std::exchange(sites_, {});
}

void SiteIntake::tell(ImportReport& report) const {
    for (const auto& merged : merges_) {
        report.merged += static_cast<std::int64_t>(merged.rows.size()) - 1;
        if (report.merges.size() < kMergesKept) report.merges.push_back(merged);
    }
}

}  // namespace waymark::importers
