// What a record said that our model cannot say back in the same words. It is
// kept beside the meeting, so that reading and writing in one format gives the
// same record again, field by field.
#pragma once

#include <string_view>

#include "directory/meeting.h"
#include "json/value.h"

namespace waymark::exchange {

// Keeps in `meeting` where `original`, as it was read, differs from `ours`, as
// the writer of that format would give it. Fields that would run as a program
// in a browser are not kept.
void keep_residue(directory::Meeting& meeting, std::string_view format, const json::Value& original,
                  const json::Value& ours);

// Whether the meeting was read from that format and not changed since.
bool came_from(const directory::Meeting& meeting, std::string_view format);

// Writes what was kept for that format over the record.
void restore_residue(json::Value& record, const directory::Meeting& meeting,
                     std::string_view format);

}  // namespace waymark::exchange
