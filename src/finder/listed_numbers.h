// The numbers of the lists in a directory, for asking whose one is: to join
// meetings by phone, and of the offices that answer for them. A person's own
// number (a meeting's contacts) is never among them.
#pragma once

#include <string_view>
#include <vector>

#include "directory/phone_book.h"
#include "finder/snapshot.h"

namespace waymark::finder {

// Those that are `wanted`, with views into the snapshot. `country` is where
// numbers are dialled that say no country.
std::vector<directory::ListedNumber> listed_numbers(const Snapshot& directory,
                                                    const directory::WantedNumber& wanted,
                                                    std::string_view country);

}  // namespace waymark::finder
