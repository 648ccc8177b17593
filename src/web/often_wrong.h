// Numbers often copied wrongly, as pages show them.
#pragma once

#include "content/often_wrong.h"
#include "html/data.h"
#include "web/site.h"

namespace waymark::web {

// For the template parts/often_wrong.html.
html::Data often_wrong_data(const Visit& visit, const content::OftenWrong& item);

}  // namespace waymark::web
