// The spreadsheet that the WordPress plugin "12 Step Meeting List" imports, and
// the Google sheets that tsml-ui shows: plain English headings, "6:00 PM",
// "Monday", types by their names, regions as "A > B > C".
#pragma once

#include <span>
#include <string>

#include "core/result.h"
#include "directory/meeting.h"
#include "exchange/context.h"
#include "exchange/mapped_csv_columns.h"
#include "json/value.h"

namespace waymark::exchange {

// Fails with unreadable when the headings are not of such a sheet.
Result<ColumnMap> tsml_columns(std::span<const std::string> headings);

// As read_mapped_csv; source_key is the slug ("ID" in Google sheets).
Result<directory::Meeting> read_tsml_csv(const json::Value& row, const ColumnMap& headings,
                                         const Defaults& defaults);

}  // namespace waymark::exchange
