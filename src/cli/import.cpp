// waymark import: a list of meetings or of places of help into the directory.
#include "importers/import.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "cli/command.h"
#include "cli/import_report.h"
#include "cli/progress.h"
#include "cli/read_url.h"
#include "core/clock.h"
#include "directory/fellowship.h"
#include "importers/bytes.h"
#include "importers/formats.h"

namespace waymark::cli {
namespace {

struct Options {
    app::DataOptions data{};
    importers::ImportOptions import{};
    std::string from{};
    std::vector<std::string> lists{};
    std::string fellowship{};
    std::string map_file{};
    bool json = false;
    bool remove_sample = false;
};

Result<std::string> whole_file(const std::string& path, const std::string& field) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    if (!file || !(content << file.rdbuf())) {
        return fail(ErrorKind::not_found, "This file cannot be read.", field);
    }
    return content.str();
}

Result<> complete(Options& options) {
    if (!options.fellowship.empty()) {
        options.import.fellowship = directory::fellowship_of_code(options.fellowship);
        if (!options.import.fellowship) {
            return invalid_input("fellowship",
                                 "This programme is not known; use a code such as na.");
        }
    }
    if (!options.map_file.empty()) {
        options.import.map = TRY(whole_file(options.map_file, "map"));
    }
    if (!options.lists.empty() && options.import.format != "bmlt") {
        return invalid_input("lists", "Only the format bmlt takes further files.");
    }
    for (const auto& file : options.lists)
        options.import.lists.push_back(TRY(whole_file(file, "lists")));
    return {};
}

Result<importers::ImportReport> read_bytes(const importers::OpenBytes& bytes,
                                           const importers::ImportOptions& options,
                                           directory::Store& store,
                                           std::optional<std::int64_t> size) {
    ProgressLine progress{size};
    return importers::import_records(
        bytes, options, store, SystemClock{},
        [&](std::int64_t rows, std::int64_t read) { progress.show(rows, read); });
}

Result<importers::ImportReport> read(Options& options, directory::Store& store) {
    if (options.from == "-") {
        return read_bytes(importers::bytes_of_stream(std::cin), options.import, store,
                          std::nullopt);
    }
    if (options.from.find("://") != std::string::npos) {
        return read_url(options.from, options.data.dir, options.import, store);
    }
    const auto bytes = TRY(importers::bytes_of_file(options.from));
    const std::filesystem::path path{options.from};
    options.import.location = path.filename().string();
    return read_bytes(bytes, options.import, store,
                      static_cast<std::int64_t>(std::filesystem::file_size(path)));
}

bool wants_sample_removed(const Options& options) {
    if (options.remove_sample) return true;
    const bool can_ask = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
    if (!can_ask) {
        std::cerr << "Fictional sample meetings are still in the directory; remove them with: "
                     "waymark sources --remove sample\n";
        return false;
    }
    std::cerr << "Fictional sample meetings are still in the directory. Remove them now? [Y/n] ";
    std::string answer;
    return std::getline(std::cin, answer) &&
           (answer.empty() || answer[0] == 'y' || answer[0] == 'Y');
}

// Real listings beside fictional ones would send people to doors that do not exist.
Result<> offer_to_remove_sample(const Options& options, directory::Store& store) {
    const auto imported = store.source(options.import.source);
    if (!imported || imported->is_fictional) return {};
    for (const auto& source : store.sources()) {
        if (!source.is_fictional) continue;
        if (!wants_sample_removed(options)) return {};
        TRY(store.remove_source(source.name));
        std::cerr << "Removed " << source.name << ".\n";
    }
    return {};
}

int run(Options& options) {
    if (const auto completed = complete(options); !completed) return report(completed.error());
    const auto data = app::open_data(options.data);
    if (!data) return report(data.error());
    directory::Store& store = (*data)->directory();
    const auto done = read(options, store);
    if (!done) return report(done.error());
    if (options.json)
        print_json(std::cout, *done);
    else
        print_text(std::cout, *done);
    if (const auto offered = offer_to_remove_sample(options, store); !offered) {
        return report(offered.error());
    }
    return kDone;
}

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

void add_import(CLI::App& program, Chosen& chosen) {
    auto options = std::make_shared<Options>();
    auto& import = options->import;
    auto* command = program.add_subcommand("import", "Read a list of meetings or places of help");
    command->add_option("--format", import.format, all_formats())->required();
    command->add_option("--source", import.source, "A name of yours for this list")->required();
    command->add_option("--map", options->map_file, "For csv: which column holds what (JSON)");
    command->add_option("--fellowship", options->fellowship,
                        "For rows that do not say: na, ha, aa, smart …");
    command->add_option("--kind", import.kind,
                        "For places that do not say: naloxone, harm-reduction …");
    command->add_option("--timezone", import.timezone,
                        "For rows that do not say: America/New_York …");
    command->add_flag("--remove-sample", options->remove_sample,
                      "Remove fictional sample meetings without asking");
    command->add_flag("--json", options->json, "The report as JSON");
    command->add_option("from", options->from, "FILE, - or URL")->required();
    command->add_option("lists", options->lists,
                        "For bmlt: files of GetServiceBodies and GetFormats");
    add_data_options(*command, options->data);
    command->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace waymark::cli
