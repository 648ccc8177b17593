// The street map under the drawing, where the host has brought tiles: asked for
// by a button, so that nothing of it weighs on the first view.
#pragma once

#include <string>
#include <vector>

#include "core/geo.h"
#include "html/data.h"
#include "web/site.h"

namespace waymark::web {

struct Pin {
    GeoPoint point{};
    std::string mark{};    // What stands on it: "1"; may be empty.
    std::string name{};    // What it says.
    std::string anchor{};  // Of this page, where it leads; may be empty.
};

// For the template parts/street_map.html; false without tiles or pins.
html::Data street_map(const Visit& visit, const std::vector<Pin>& pins);

}  // namespace waymark::web
