#include "cli/import_options.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <sstream>

#include "directory/fellowship.h"
#include "importers/formats.h"

namespace waymark::cli {
namespace {

// "meeting-guide, bmlt …", as they are known today.
std::string all_formats() {
    std::string names;
    for (const auto& format : importers::formats()) {
        if (!names.empty()) names += ", ";
        names += format.name;
    }
    return names;
}

}  // namespace

void add_list_options(CLI::App& command, ListOptions& options) {
    auto& import = options.import;
    command.add_option("--format", import.format, all_formats())->required();
    command.add_option("--source", import.source, "A name of yours for this list")->required();
    command.add_option("--map", options.map_file, "For csv: which column holds what (JSON)");
    command.add_option("--fellowship", options.fellowship,
                       "For rows that do not say: na, ha, aa, smart …");
    command.add_option("--kind", import.kind,
                       "For places that do not say: naloxone, harm-reduction …");
    command.add_option("--timezone", import.timezone,
                       "For rows that do not say: America/New_York …");
}

Result<importers::ImportOptions> import_options_of(const ListOptions& options) {
    auto import = options.import;
    if (!options.fellowship.empty()) {
        import.fellowship = directory::fellowship_of_code(options.fellowship);
        if (!import.fellowship) {
            return invalid_input("fellowship",
                                 "This programme is not known; use a code such as na.");
        }
    }
    if (!options.map_file.empty()) import.map = TRY(whole_file(options.map_file, "map"));
    return import;
}

Result<std::string> whole_file(const std::string& path, const std::string& field) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    if (!file || !(content << file.rdbuf())) {
        return fail(ErrorKind::not_found, "This file cannot be read.", field);
    }
    return content.str();
}

}  // namespace waymark::cli
