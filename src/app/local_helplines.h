// The helplines as this host has them.
#pragma once

#include <string>

#include "content/helplines.h"
#include "core/result.h"

namespace waymark::app {

// Those compiled in, with what DIR/helplines.json adds or switches off. Fails
// with invalid_input on a mistake in that file.
Result<content::Helplines> local_helplines(const std::string& data_dir);

}  // namespace waymark::app
