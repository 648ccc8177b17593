// waymark import: a list of meetings or of places of help into the directory.
#include "importers/import.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <utility>

#include "cli/command.h"
#include "cli/import_options.h"
#include "cli/import_report.h"
#include "cli/progress.h"
#include "cli/sources/open_sources.h"
#include "cli/sources/read_list.h"
#include "cli/sources/source_terms.h"
#include "importers/bytes.h"
#include "importers/fetch/kept_copy.h"

namespace waymark::cli {
namespace {

struct Options {
    app::DataOptions data{};
    ListOptions list{};
    TermOptions terms{};
    std::string from{};
    std::vector<std::string> lists{};
    bool json = false;
    bool remove_sample = false;

    bool is_from_address() const { return from.find("://") != std::string::npos; }
};

// What the options come to.
struct Wanted {
    importers::ImportOptions import{};
    Terms terms{};
};

Result<Wanted> wanted_of(const Options& options) {
    Wanted wanted{.import = TRY(import_options_of(options.list))};
    wanted.terms = TRY(terms_of(options.terms));
    if (wanted.terms.every_minutes.value_or(0) > 0 && !options.is_from_address()) {
        return invalid_input("every", "Only a list with an address can be read by itself.");
    }
    if (!options.lists.empty() && wanted.import.format != "bmlt") {
        return invalid_input("lists", "Only the format bmlt takes further files.");
    }
    for (const auto& file : options.lists)
        wanted.import.lists.push_back(TRY(whole_file(file, "lists")));
    return wanted;
}

// Everything a person brings is published, so no row of it waits any more.
void settle(const std::string& name, const importers::Desk& desk) {
    const auto source = desk.store.source(name);
    if (!source) return;
    desk.book.save_held_rows(source->id, {});
    importers::forget_copy(desk.data, name, importers::Copy::held);
    auto timetable = desk.book.timetable(source->id);
    if (timetable.every_minutes == 0) return;
    timetable.every_minutes = 0;
    desk.book.save_timetable(timetable);
    std::cerr << name << " is a file now, and no longer read by itself. Import its address again "
              << "with --every to go on.\n";
}

Result<importers::ImportReport> read_bytes(const importers::OpenBytes& bytes,
                                           const importers::ImportOptions& options,
                                           const importers::Desk& desk,
                                           std::optional<std::int64_t> size) {
    ProgressLine progress{size};
    auto report = TRY(importers::import_records(
        bytes, options, desk.store, desk.clock,
        [&](std::int64_t rows, std::int64_t read) { progress.show(rows, read); }));
    settle(options.source, desk);
    return report;
}

Result<importers::ImportReport> read(const Options& options, Wanted wanted,
                                     const importers::Desk& desk) {
    if (options.is_from_address()) {
        return read_list(options.from, std::move(wanted.import), wanted.terms, desk);
    }
    wanted.import.license = wanted.terms.license;
    wanted.import.may_republish = wanted.terms.may_republish;
    if (options.from == "-") {
        return read_bytes(importers::bytes_of_stream(std::cin), wanted.import, desk, std::nullopt);
    }
    const auto bytes = TRY(importers::bytes_of_file(options.from));
    const std::filesystem::path path{options.from};
    wanted.import.location = path.filename().string();
    return read_bytes(bytes, wanted.import, desk,
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
    const auto imported = store.source(options.list.import.source);
    if (!imported || imported->is_fictional) return {};
    for (const auto& source : store.sources()) {
        if (!source.is_fictional) continue;
        if (!wants_sample_removed(options)) return {};
        TRY(store.remove_source(source.name));
        std::cerr << "Removed " << source.name << ".\n";
    }
    return {};
}

int run(const Options& options) {
    auto wanted = wanted_of(options);
    if (!wanted) return report(wanted.error());
    const auto open = OpenSources::open(options.data);
    if (!open) return report(open.error());
    const auto done = read(options, std::move(*wanted), (*open)->desk());
    if (!done) return report(done.error());
    if (options.json)
        print_json(std::cout, *done);
    else
        print_text(std::cout, *done);
    if (const auto offered = offer_to_remove_sample(options, (*open)->store()); !offered) {
        return report(offered.error());
    }
    return kDone;
}

}  // namespace

void add_import(CLI::App& program, Chosen& chosen) {
    auto options = std::make_shared<Options>();
    auto* command = program.add_subcommand("import", "Read a list of meetings or places of help");
    add_list_options(*command, options->list);
    add_term_options(*command, options->terms);
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
