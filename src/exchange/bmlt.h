// BMLT records: the rows of GetSearchResults, which NA's servers send and
// their clients (crouton, crumb-widget, bmlt-query-client) read.
#pragma once

#include <string_view>
#include <vector>

#include "core/result.h"
#include "directory/meeting.h"
#include "exchange/context.h"
#include "json/value.h"

namespace waymark::exchange {

inline constexpr std::string_view kBmlt = "bmlt";

// source_key is id_bigint. Values may be text or numbers.
// Refuses a record without an id or a name, and with a day, time, length or
// venue that cannot be.
Result<directory::Meeting> read_bmlt(const json::Value& record, const Defaults& defaults);

// A row as BMLT 4.x sends it to somebody who is logged in: every value a text,
// "" for what is not known, a length of "00:00:00" where the source gives none.
// What came from BMLT comes back as it was; for others, `waymark` holds what
// BMLT has no word for. A row has one day: split the meeting first.
json::Value write_bmlt(const directory::Meeting& meeting);

// A meeting on several days as one meeting a day, in the order of the week;
// all but the first with the day's number after their key ("home-3").
std::vector<directory::Meeting> one_a_day(const directory::Meeting& meeting);

}  // namespace waymark::exchange
