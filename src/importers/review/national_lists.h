// What the national lists of treatment places in this directory say of a place
// that another list wants to change: the second opinion on where people are sent.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "directory/facility.h"
#include "directory/store.h"

namespace waymark::importers {

// A list of SAMHSA: FindTreatment, the National Directory, the list of opioid
// treatment programs.
bool is_national(const directory::Source& source);

class NationalLists {
  public:
    // Reads them, of which only what they say of those places is kept: rows of
    // the same name, in the same street, postcode or town.
    NationalLists(const directory::Store& store,
                  const std::vector<const directory::Facility*>& about);

    // Whether one of their rows has every phone, web host and address that
    // `proposed` has and `now` has not; and none that it would lose.
    bool agree(const directory::Facility& proposed, const directory::Facility& now) const;

  private:
    std::multimap<std::string, directory::Facility> by_name_{};
};

}  // namespace waymark::importers
