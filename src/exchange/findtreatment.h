// Rows of FindTreatment.gov: its JSON export (exportsAsJson/v2) and its own
// search (locator/listing), which have the same shape.
#pragma once

#include <string_view>

#include "core/result.h"
#include "directory/facility.h"
#include "exchange/context.h"
#include "json/value.h"

namespace waymark::exchange {

inline constexpr std::string_view kFindTreatment = "findtreatment";

// source_key is the site's UUID (site_key.h), so that the rows of one site under
// "SA", "MH" and "OTP" share it. Refuses a row without a name.
Result<directory::Facility> read_findtreatment(const json::Value& record, const Defaults& defaults);

// A row about one doctor who prescribes buprenorphine, not about a place: such
// rows name a person and are never taken.
bool is_clinician(const json::Value& record);

}  // namespace waymark::exchange
