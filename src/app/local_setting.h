// The rules of "Which kind of place fits?" as this host has them.
#pragma once

#include <string>

#include "core/result.h"
#include "finder/setting_rules.h"

namespace waymark::app {

// Those compiled in, or DIR/setting.json in their place. Fails with unreadable,
// naming the rule, on a mistake in that file.
Result<finder::setting::Rulebook> local_setting_rules(const std::string& data_dir);

}  // namespace waymark::app
