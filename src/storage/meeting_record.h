// A meeting as one line of JSON, the form in which it is stored.
//
// Members that stand at their default are left out, so a record stays small
// and a member that the program gains later reads as its default from older
// records. Enumerations are written by their codes, never by their position.
// Equal meetings give equal bytes.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "directory/meeting.h"

namespace waymark::storage {

// Everything but id, source and source_key, which are columns of their own.
std::string meeting_record(const directory::Meeting& meeting);

// Whether the meeting's record is sure to be read back; no when that takes a closer look.
bool is_sure_to_be_read(const directory::Meeting& meeting, std::string_view record);

// Members it does not know are passed over. Fails with unreadable on what
// meeting_record cannot have written.
Result<directory::Meeting> meeting_of_record(std::string_view record);

}  // namespace waymark::storage
