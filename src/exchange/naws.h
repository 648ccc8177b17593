// The exchange file of NA World Services, as BMLT's GetNAWSDump writes it: one
// meeting a row, days by their English names, times as "1930", formats as NAWS
// codes in five columns.
#pragma once

#include <span>
#include <string>

#include "core/result.h"
#include "directory/meeting.h"
#include "exchange/context.h"
#include "json/value.h"

namespace waymark::exchange {

inline constexpr std::string_view kNaws = "naws";

// Fails with unreadable when the columns are not those of such a file.
Result<> check_naws_columns(std::span<const std::string> columns);

// A row that says its meeting is gone (Delete = D). It is not to be read.
bool is_naws_removal(const json::Value& row);

// source_key is bmlt_id; where there is none, the group's world id with day and
// time, or its name with them. `unpublished` = 1 is taken and kept unpublished.
// Dates in notes ("Memorial Day to Labor Day") stay text. The postal address
// of a group's contact is not taken.
// Refuses a row without a name, a day or a time that can be read, and one whose
// zone nothing tells.
Result<directory::Meeting> read_naws(const json::Value& row, const Defaults& defaults);

}  // namespace waymark::exchange
