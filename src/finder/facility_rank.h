// The order of places by Sort::best, as whole points that anybody can add up:
//
//   distance      300 within 2 km, 240 at 10, 160 at 30, 60 at 80, 0 at 300 km; 120 by telehealth
//   medication    120 when it gives methadone or buprenorphine, 40 for naltrexone alone,
//                 30 more when all three
//   keeps it      30 when it takes people on medication, -60 when it refuses them
//   asked for     20 for each thing asked for that it is known to have
//   care          15 each: accredited, naloxone, aftercare, help while waiting
//   freshness     40 checked by a person within 90 days, 25 within a year
//   turned away   -200 when it serves only people with another problem, or mental health alone
//   closed        -300 while it is temporarily closed or no longer taking people
//   no evidence   -1000 (directory::needs_evidence_warning)
//
// Between two distances points fall evenly. What is not known costs nothing.
// Nothing here can be bought, and every reason is told.
#pragma once

#include <chrono>
#include <optional>

#include "core/geo.h"
#include "directory/age.h"
#include "directory/facility.h"
#include "directory/trait_set.h"
#include "finder/facility_search.h"

namespace waymark::finder {

// What is known of one match when it is ranked.
struct FacilityFit {
    std::optional<Kilometers> distance{};
    bool is_by_telehealth = false;
    directory::Traits traits{};
    bool has_evidence_warning = false;
    directory::FacilityStatus status{};
    std::optional<std::chrono::seconds> age{};  // Since a person checked it.
};

int points_of(const FacilityFit& fit, const FacilityRequest& request);

using directory::verified_on;

// Whether it gives methadone or buprenorphine.
bool gives_opioid_medication(const directory::Traits& traits);

}  // namespace waymark::finder
