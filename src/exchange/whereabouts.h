// The last steps of reading any record: in which zone its clock runs, and
// where on Earth it is, asked in that order of the row, its source, its
// coordinates and its address.
#pragma once

#include <string_view>

#include "core/result.h"
#include "directory/facility.h"
#include "directory/meeting.h"
#include "exchange/context.h"

namespace waymark::exchange {

// Sets the schedule's zone; sets the place's point, marked approximate, when
// the record gave none but names a town or postcode we know. `stated` is the
// row's own zone, possibly empty.
//
// Fails with invalid_input (field "timezone") when the meeting has a time but
// nothing tells its zone. By appointment, it then keeps UTC.
Result<> settle_whereabouts(directory::Meeting& meeting, std::string_view stated,
                            const Defaults& defaults);

// The same for a place of help, with how well its point is then known. `given`
// is how well its list knows the points it gives. Its hours get the zone of the
// source or of the point, unless they have one; without any they stay without.
void settle_whereabouts(directory::Facility& facility, directory::GeoPrecision given,
                        const Defaults& defaults);

}  // namespace waymark::exchange
