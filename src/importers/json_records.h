// A JSON feed of any size, one record at a time: the elements of a top-level
// array, or of the array `meetings` in a top-level object, whose other members
// are put aside.
//
// The whole feed is refused (unreadable) when it is not JSON from its first
// byte to its last, is empty, holds the same key twice in one object, or has no
// record at all. A record that is too large, too deep or has too long a field
// is refused alone.
#pragma once

#include <memory>
#include <string>

#include "core/result.h"
#include "importers/import.h"
#include "importers/records.h"

namespace waymark::importers {

std::unique_ptr<RecordReader> json_records(ByteSource bytes);

// The member of that name of a top-level object, looked for over the whole
// feed; null when there is none, or when the feed cannot be read so far.
json::Value json_member(const OpenBytes& open, std::string_view name);

}  // namespace waymark::importers
