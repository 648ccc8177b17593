// A place of help as one line of JSON, the form in which it is stored; the
// promises are those of storage/meeting_record.h.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "directory/facility.h"

namespace waymark::storage {

// Everything but id, source, source_key and modified, which are columns.
std::string facility_record(const directory::Facility& facility);

// Fails with unreadable on what facility_record cannot have written.
Result<directory::Facility> facility_of_record(std::string_view record);

// What stays of one that its source no longer lists: name and ids.
std::string facility_remains(std::string_view record);

}  // namespace waymark::storage
