// HSDS schedules (a part of iCalendar's rules) as opening hours.
#pragma once

#include "directory/hours.h"
#include "exchange/context.h"
#include "json/value.h"

namespace waymark::exchange {

// The hours of all those schedules, or only their words when one of them says
// what opening hours cannot ("every second Tuesday").
directory::Hours hours_of_schedules(const json::Value::Array& schedules, const Defaults& defaults);

}  // namespace waymark::exchange
