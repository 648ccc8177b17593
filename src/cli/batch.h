// Many searches in one go: JSON lines in, JSON lines out.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "finder/snapshot.h"

namespace waymark::cli {

enum class BatchAnswers { whole, timing };

// Each line of `file` ("-": standard input) is an object whose members are the
// options of `find` without dashes; text, numbers, and arrays for comma lists.
// `always` holds for every line that does not say otherwise. A line that
// cannot be taken is answered {"error":{"field","message"}} and the next goes on.
// Returns the exit code.
int run_batch(const finder::Snapshot& snapshot, const std::string& file,
              const std::vector<std::pair<std::string, std::string>>& always, BatchAnswers answers);

}  // namespace waymark::cli
