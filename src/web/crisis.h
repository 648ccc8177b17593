// The crisis line: the emergency number, the overdose steps and a helpline,
// on every page, every error page and every empty answer.
#pragma once

#include "html/data.h"
#include "web/site.h"

namespace waymark::web {

// For the template parts/crisis.html, with the numbers of the host's country, or of the
// one that the reader chose.
html::Data crisis_line(const Visit& visit);

}  // namespace waymark::web
