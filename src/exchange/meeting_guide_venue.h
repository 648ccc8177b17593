// How one takes part in a meeting, out of the several hints of a record.
#pragma once

#include "directory/meeting.h"
#include "exchange/features.h"
#include "exchange/fields.h"

namespace waymark::exchange {

directory::Venue venue_of_record(const Fields& fields, const directory::Meeting& meeting,
                                 const CodesMeaning& types);

}  // namespace waymark::exchange
