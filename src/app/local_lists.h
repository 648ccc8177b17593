// Public lists that the host of this data folder adds or switches off.
#pragma once

#include <string>

#include "content/known_lists.h"

namespace waymark::app {

// Of sources.json in the folder, beside those compiled in; those alone without
// the file. Fails with unreadable, naming the mistake.
Result<content::KnownLists> local_lists(const std::string& data_dir);

}  // namespace waymark::app
