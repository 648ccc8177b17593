// What the Meeting Guide reader and writer share.
#pragma once

#include <array>
#include <string_view>

#include "core/result.h"
#include "directory/meeting.h"
#include "exchange/field_writer.h"
#include "exchange/fields.h"
#include "json/value.h"

namespace waymark::exchange {

struct ContactKeys {
    std::string_view name, phone, email;
};
inline constexpr std::array<ContactKeys, 3> kContactKeys{{
    {"contact_1_name", "contact_1_phone", "contact_1_email"},
    {"contact_2_name", "contact_2_phone", "contact_2_email"},
    {"contact_3_name", "contact_3_phone", "contact_3_email"},
}};

// `coordinates`: "lat,lng", or the four numbers of a box, whose middle is then
// the approximate point.
void read_coordinates(const Fields& fields, directory::Place& place);

// Without residue: only what the record's fields say, and the model has fields for.
Result<directory::Meeting> read_meeting_guide_fields(const json::Value& record,
                                                     const Defaults& defaults);
json::Value write_meeting_guide_fields(const directory::Meeting& meeting);
void write_meeting_guide_fields(const directory::Meeting& meeting, FieldWriter& record);

}  // namespace waymark::exchange
