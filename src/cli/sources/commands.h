// The subcommands of `waymark sources`, one file each.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "cli/command.h"
#include "cli/sources/open_sources.h"

namespace waymark::cli {

// Takes --data before or after the subcommand's name.
using SharedData = std::shared_ptr<app::DataOptions>;

void add_sources_add(CLI::App& sources, Chosen& chosen, const SharedData& data);
void add_sources_set(CLI::App& sources, Chosen& chosen, const SharedData& data);
void add_sources_poll(CLI::App& sources, Chosen& chosen, const SharedData& data);
void add_sources_log(CLI::App& sources, Chosen& chosen, const SharedData& data);
void add_sources_merges(CLI::App& sources, Chosen& chosen, const SharedData& data);
void add_sources_diff(CLI::App& sources, Chosen& chosen, const SharedData& data);
void add_sources_decisions(CLI::App& sources, Chosen& chosen, const SharedData& data);
void add_sources_suggest(CLI::App& sources, Chosen& chosen, const SharedData& data);

// Declares one, with --data and --help. `run` is called with the data open and
// ends as the program does.
CLI::App* add_sources_command(CLI::App& sources, Chosen& chosen, const SharedData& data,
                              const std::string& name, const std::string& help,
                              std::function<int(OpenSources&)> run);

// The same, about the source whose name is the first word after it. A failure
// that `run` returns is said in one sentence.
CLI::App* add_source_command(
    CLI::App& sources, Chosen& chosen, const SharedData& data, const std::string& name,
    const std::string& help,
    std::function<Result<int>(OpenSources&, const directory::Source&)> run);

}  // namespace waymark::cli
