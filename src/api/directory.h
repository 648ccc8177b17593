// The directory as the API's routes read it.
#pragma once

#include <functional>

#include "core/clock.h"
#include "finder/snapshot.h"

namespace waymark::api {

struct Directory {
    std::function<finder::SnapshotPtr()> snapshot{};
    const Clock& clock;
};

}  // namespace waymark::api
