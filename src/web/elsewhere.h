// The programmes whose meetings this server does not list for the place asked,
// with their own finder and phone. It never says that they have none.
#pragma once

#include "finder/search.h"
#include "html/data.h"
#include "web/site.h"

namespace waymark::web {

html::Data elsewhere(const Visit& visit, const finder::Coverage& coverage);

}  // namespace waymark::web
