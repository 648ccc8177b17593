// What a search looks at instead of whole meetings.
#pragma once

#include <vector>

#include "directory/meeting.h"

namespace waymark::finder {

struct Index {
    explicit Index(const std::vector<directory::Meeting>& meetings) : rows(meetings.size()) {}
    std::size_t rows;
};

}  // namespace waymark::finder
