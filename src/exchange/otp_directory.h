// Rows of SAMHSA's Opioid Treatment Program Directory: the programmes that may
// dispense methadone. Name, address, phone and certification; no services.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "directory/facility.h"
#include "exchange/context.h"
#include "json/value.h"

namespace waymark::exchange {

// Fails with unreadable when the headings are of another table. Both headings
// that the directory has had are taken.
Result<> check_otp_columns(const std::vector<std::string>& headings);

// Refuses a row without a name.
Result<directory::Facility> read_otp(const json::Value& row, const Defaults& defaults);

}  // namespace waymark::exchange
