// Every place of help of a snapshot, with what a search looks at instead of
// whole places: traits, a grid for where they are, postings for words.
//
// Rows of several sources about one site (equal ids.service_at_location) are
// one place here, each fact with the source it came from. A confidential
// place's address is not in here at all.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/geo.h"
#include "directory/age.h"
#include "directory/facility.h"
#include "directory/trait_set.h"
#include "finder/grid.h"
#include "finder/words.h"

namespace waymark::finder {

struct FacilityRow {
    directory::Traits traits{};
    bool has_evidence_warning = false;
    std::string area{};                      // "US-VA": where it is; empty when not known.
    std::optional<Instant> known_true_at{};  // directory/age.h; set by note_readings().

    // Whether it stays out of what nobody asked to see whole.
    bool is_old(Instant now) const {
        return directory::is_older_than(directory::kHiddenAfter, known_true_at, now);
    }
};

class Facilities {
  public:
    Facilities() : Facilities({}, {}) {}
    // In any order; keeps the published ones, ordered by id.
    Facilities(std::vector<directory::Facility> list, std::vector<directory::Tombstone> removed);

    std::span<const directory::Facility> list() const { return list_; }
    std::span<const directory::Tombstone> removed() const { return removed_; }
    // Null for an id that is not, or no longer, here. The id of a row that was
    // joined to another finds that other one.
    const directory::Facility* facility(directory::FacilityId id) const;

    // The places as they would be without the rows of other sources, those of
    // joined sites too. What one list keeps confidential stays so.
    Facilities only_of(const std::function<bool(directory::SourceId)>& is_taken) const;

    // Says when each was last known to be true. The sources must be by id.
    void note_readings(std::span<const directory::Source> sources);

    // Row i is list()[i].
    const std::vector<FacilityRow>& rows() const { return rows_; }
    const std::vector<std::optional<GeoPoint>>& points() const { return points_; }
    const Grid& grid() const { return *grid_; }
    const Words& words() const { return *words_; }
    const FacilityRow& row(const directory::Facility& facility) const;  // One of list().

    // Pairs of ids that were joined: the one gone, and the one it is now.
    struct Joined {
        directory::FacilityId was{};
        directory::FacilityId is{};
    };
    std::span<const Joined> joined() const { return joined_; }

  private:
    void join_sites();

    std::vector<directory::Facility> list_;
    std::vector<directory::Facility> pieces_;  // The rows of joined sites, each as it was.
    std::vector<directory::Tombstone> removed_;
    std::vector<Joined> joined_;  // By `was`.
    std::vector<FacilityRow> rows_;
    std::vector<std::optional<GeoPoint>> points_;
    std::unique_ptr<const Grid> grid_;
    std::unique_ptr<const Words> words_;
};

// What anybody may search of a place: names, address, notes, what it offers.
std::string searchable_text(const directory::Facility& facility, const directory::Traits& traits);

// "US-VA" of a country and state as lists and gazetteers write them; empty when
// either is not known.
std::string area_code(std::string_view country, std::string_view state);

}  // namespace waymark::finder
