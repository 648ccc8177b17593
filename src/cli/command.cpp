#include "cli/command.h"

#include <CLI/CLI.hpp>
#include <iostream>

namespace waymark::cli {

void add_data_options(CLI::App& command, app::DataOptions& options) {
    command.add_option("--data", options.dir, "The data folder")->capture_default_str();
    command.add_option("--db", options.db, "postgres://… instead of SQLite in the data folder");
}

int report(const Error& error) {
    std::cerr << "waymark: ";
    if (!error.field.empty()) std::cerr << error.field << ": ";
    std::cerr << error.message << '\n';
    return error.kind == ErrorKind::invalid_input ? kWrongUsage : kFailed;
}

}  // namespace waymark::cli
