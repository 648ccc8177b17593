// Places of help on their way into the directory: rows of one site are merged
// in the order of the feed, and secret addresses taken out, before anything is
// stored.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "directory/facility.h"
#include "importers/import.h"

namespace waymark::importers {

class SiteIntake {
  public:
    void take(std::int64_t row, directory::Facility facility);

    // In the order in which each came first; to be called once, at the end.
    std::vector<directory::Facility> release();

    // Fills `merged` and `merges`.
    void tell(ImportReport& report) const;

  private:
    struct Site {
        directory::Facility facility{};
        std::vector<std::int64_t> rows{};
    };

    std::vector<Site> sites_{};
    std::unordered_map<std::string, std::size_t> by_key_{};
};

}  // namespace waymark::importers
