// Where a feed's bytes come from.
#pragma once

#include <istream>
#include <string>
#include <string_view>

#include "core/result.h"
#include "importers/import.h"

namespace waymark::importers {

OpenBytes bytes_of_text(std::string text);

// Of a text that stands elsewhere for as long as they are read: no copy of it.
OpenBytes bytes_of_view(std::string_view text);

// Fails with not_found when there is no such file, or it cannot be read.
Result<OpenBytes> bytes_of_file(const std::string& path);

// A stream that can be read only once (standard input), put by in a temporary
// file without a name, which goes with the last copy of the answer.
OpenBytes bytes_of_stream(std::istream& stream);

}  // namespace waymark::importers
