// Places of help on their way into the directory: rows of one site are merged
// in the order of the feed, and secret addresses taken out, before anything is
// stored.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/result.h"
#include "directory/facility.h"
#include "importers/import.h"

namespace waymark::importers {

// A site is whole only once every row has come, so that all are held till then:
// of a feed from the network so much, that the program keeps to its 256 MiB.
inline constexpr std::size_t kFetchedSitesBytesMax = std::size_t{96} << 20;

class SiteIntake {
  public:
    // 0: no limit (a local file).
    explicit SiteIntake(std::size_t bytes_max) : bytes_max_(bytes_max) {}

    // Fails with limit_reached.
    Result<> take(std::int64_t row, directory::Facility facility);

    // Every site, in the order of its first row. Afterwards there are none, but
    // tell() still knows them.
    std::deque<directory::Facility> release();

    // Writes what was merged into the report.
    void tell(ImportReport& report) const;

  private:
    std::size_t bytes_max_, bytes_ = 0;
    std::deque<directory::Facility> sites_{};
    std::vector<std::vector<std::int64_t>> rows_{};  // Of each site.
    std::vector<Merged> merges_{};
    std::unordered_map<std::string, std::size_t> by_key_{};
};

}  // namespace waymark::importers
