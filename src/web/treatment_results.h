// What was found, for /treatment: the place as understood, the answer in words,
// cards, ways to narrow, what is had from home, and what to do when nothing fits.
#pragma once

#include <string>

#include "finder/facility_request.h"
#include "finder/facility_search.h"
#include "html/data.h"
#include "web/query.h"
#include "web/site.h"

namespace waymark::web {

html::Data treatment_results(const Visit& visit, const Query& query,
                             const finder::ParsedFacilityRequest& asked,
                             const finder::FacilityAnswer& answer);

// "Help near Philadelphia, PA"
std::string treatment_heading(const Visit& visit, const Query& query,
                              const finder::ParsedFacilityRequest& asked);

// Numbers to call and other ways to search, for parts/treatment_help.html.
html::Data treatment_help(const Visit& visit);

}  // namespace waymark::web
