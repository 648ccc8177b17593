// The places of a snapshot as HSDS sees them: services, organizations,
// locations and services at locations, each with its rows among the facilities.
// Every id is there, given by a list or made (derived_id.h). Built once a
// snapshot; it holds numbers and ids, none of the snapshot's memory.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compat/hsds/terms.h"
#include "directory/facility.h"
#include "finder/facilities.h"

namespace waymark::compat::hsds {

struct Entry {
    std::string id{};
    std::vector<finder::RowNumber> rows{};  // Ascending; at least one.
};

// A service that was listed and is no more.
struct Gone {
    std::string id{}, organization_id{}, name{};
    Instant removed_at{};
};

class Catalogue {
  public:
    // Places that are old by `now` (directory/age.h) are in none of it.
    Catalogue(const finder::Facilities& facilities, Instant now);

    // All of these by id, every id once.
    std::span<const Entry> services() const { return services_; }
    std::span<const Entry> organizations() const { return organizations_; }
    std::span<const Entry> locations() const { return locations_; }
    std::span<const Entry> services_at_locations() const { return services_at_locations_; }
    std::span<const Gone> gone() const { return gone_; }

    // What a row of the facilities is called.
    const directory::FacilityIds& ids(finder::RowNumber row) const { return ids_[row]; }
    const Terms& terms() const { return terms_; }

  private:
    std::vector<directory::FacilityIds> ids_;
    std::vector<Entry> services_, organizations_, locations_, services_at_locations_;
    std::vector<Gone> gone_;
    Terms terms_;
};

// Null when nothing has the id.
const Entry* entry_with(std::span<const Entry> entries, std::string_view id);
const Gone* gone_with(std::span<const Gone> gone, std::string_view id);

}  // namespace waymark::compat::hsds
