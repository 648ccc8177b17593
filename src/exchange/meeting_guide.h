// Meeting Guide records: the JSON that AA's Meeting Guide app, the WordPress
// plugin "12 Step Meeting List" and tsml-ui read and write, and the related
// records of OIAA's Central Query (Mongo's extended JSON).
#pragma once

#include <string_view>

#include "core/result.h"
#include "directory/meeting.h"
#include "exchange/context.h"
#include "json/value.h"

namespace waymark::exchange {

inline constexpr std::string_view kMeetingGuide = "meeting-guide";

// source_key is the slug, or the id where there is none.
// Refuses a record without a name, without slug and id, with a day or time that
// cannot be, and with a time whose zone nothing tells.
Result<directory::Meeting> read_meeting_guide(const json::Value& record, const Defaults& defaults);

// The record of the specification. What came from Meeting Guide comes back as
// it was; for others, `waymark` holds what the specification has no word for.
json::Value write_meeting_guide(const directory::Meeting& meeting);

}  // namespace waymark::exchange
