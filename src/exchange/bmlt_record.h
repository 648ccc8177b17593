// What the BMLT reader and writer share.
#pragma once

#include "core/result.h"
#include "directory/meeting.h"
#include "exchange/context.h"
#include "json/value.h"

namespace waymark::exchange {

// Without residue: only what the record's fields say, and the model has fields for.
Result<directory::Meeting> read_bmlt_fields(const json::Value& record, const Defaults& defaults);
json::Value write_bmlt_fields(const directory::Meeting& meeting);

}  // namespace waymark::exchange
