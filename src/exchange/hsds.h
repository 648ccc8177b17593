// Open Referral HSDS 3.1: services with the organization that runs them and the
// locations where they are. Older packages' words are taken where they mean the
// same. Contacts, who are persons, are never taken.
#pragma once

#include <string_view>
#include <vector>

#include "core/result.h"
#include "directory/facility.h"
#include "exchange/context.h"
#include "json/value.h"

namespace waymark::exchange {

inline constexpr std::string_view kHsds = "hsds";

// A service, an organization with its services, or a service_at_location, as
// one `{"service": …, "at": …}` for each place where a service is; without "at"
// for a service that is nowhere in particular. A `defunct` service gives none.
std::vector<json::Value> hsds_listings(json::Value object);

// One of them. source_key is the id of the service_at_location, or of the
// service. Refuses a service without a name or id.
Result<directory::Facility> read_hsds(const json::Value& listing, const Defaults& defaults);

}  // namespace waymark::exchange
