// A file of answers, or "-" for standard input.
#pragma once

#include <string>

#include "core/result.h"

namespace waymark::cli {

// Its text. Fails with not_found, naming the path.
Result<std::string> answers_text(const std::string& path);

}  // namespace waymark::cli
