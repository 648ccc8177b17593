// What a row says, put into a record as Meeting Guide feeds write it.
#pragma once

#include "core/result.h"
#include "exchange/context.h"
#include "exchange/mapped_csv_values.h"
#include "json/value.h"

namespace waymark::exchange {

// `said` is a row in our words: texts by field. Fails with invalid_input naming
// the field.
Result<json::Value> guide_record_of(const json::Value& said, const Defaults& defaults,
                                    DateOrder date_order);

}  // namespace waymark::exchange
