// The lists that a BMLT server sends beside its meetings: the answers of
// GetServiceBodies and GetFormats.
#pragma once

#include <vector>

#include "core/result.h"
#include "directory/source_lists.h"
#include "json/value.h"

namespace waymark::exchange {

// Either of the two answers, by what its entries hold; entries without an id are
// passed over. Fails with invalid_input when it is neither.
Result<directory::SourceLists> read_bmlt_lists(const json::Value& answer);

// Adds `more` to `lists`: of two entries of one id (and language) the later stays.
void join_lists(directory::SourceLists& lists, const directory::SourceLists& more);

}  // namespace waymark::exchange
