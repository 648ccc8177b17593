// A row of any table, by a map from its columns to what we know of a meeting.
// The row is put into the words of a Meeting Guide record and read as one, so
// that a place, a zone or a way to take part mean the same whatever they came in.
#pragma once

#include "core/result.h"
#include "directory/meeting.h"
#include "exchange/context.h"
#include "exchange/mapped_csv_columns.h"
#include "json/value.h"

namespace waymark::exchange {

// source_key is the row's own id, or name, days and time where it has none.
// Refuses a row without a name, with a day or time that cannot be read, with a
// day and no time or the reverse, and with a time whose zone nothing tells. The
// error's field is the column at fault.
Result<directory::Meeting> read_mapped_csv(const json::Value& row, const ColumnMap& map,
                                           const Defaults& defaults);

}  // namespace waymark::exchange
