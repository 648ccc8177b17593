// What no single rule can show: whether the rules lead everybody somewhere, and
// whether each of them can fire at all. Part of setting_rules.h.
#pragma once

#include <string>

#include "finder/setting_rules.h"

namespace waymark::finder::setting {

// One sentence naming the rule at fault, or "": an emergency after another
// rule; no emergency at all; a rule that no answers make fire; no rule that
// catches those for whom nothing else fired.
std::string mistake_in(const Rulebook& rules);

}  // namespace waymark::finder::setting
