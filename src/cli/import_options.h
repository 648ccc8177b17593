// The options that say what kind of list is read, and what it does not say itself.
#pragma once

#include <string>

#include "core/result.h"
#include "importers/import.h"

namespace CLI {
class App;
}

namespace waymark::cli {

struct ListOptions {  // As typed.
    importers::ImportOptions import{};
    std::string fellowship{};
    std::string map_file{};
};

void add_list_options(CLI::App& command, ListOptions& options);

// Fails with invalid_input on a programme that is not known, and with not_found
// on a column map that cannot be read.
Result<importers::ImportOptions> import_options_of(const ListOptions& options);

// Fails with not_found, naming `field`.
Result<std::string> whole_file(const std::string& path, const std::string& field);

}  // namespace waymark::cli
