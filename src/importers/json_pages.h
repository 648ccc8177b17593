// JSON that comes in pages, one record at a time: a page is an object that holds
// a list of records under a known name; pages stand alone, in an array, or one
// after another as `cat page*.json` leaves them. So do bare records (an array of
// them, or one a line). Memory is bounded by one page.
//
// The whole feed is refused (unreadable) when it is not JSON from its first byte
// to its last, is empty, or has no record at all. A record with too long a field
// is refused alone.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "importers/records.h"

namespace waymark::importers {

// A list of places in an answer of up to this size is read as one page.
inline constexpr std::size_t kPageBytesMax = std::size_t{256} << 20;

// `list_key`: under which a page holds its records ("rows", "contents").
std::unique_ptr<RecordReader> json_pages(ByteSource bytes, std::string_view list_key);

}  // namespace waymark::importers
