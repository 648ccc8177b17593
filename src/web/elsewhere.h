// The programmes whose meetings this server does not list for the place asked,
// with their own finder and phone. It never says that they have
// none. Unfolded when nothing else was found.
#pragma once

#include "finder/search.h"
#include "html/data.h"
#include "web/site.h"

namespace waymark::web {

html::Data elsewhere(const Visit& visit, const finder::Answer& answer);

}  // namespace waymark::web
