// waymark sources: the lists this directory is made of.
#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/sources/commands.h"
#include "cli/sources/source_state.h"
#include "importers/fetch/kept_copy.h"
#include "json/write.h"

namespace waymark::cli {
namespace {

struct SourcesOptions {
    std::string remove{};
    bool json = false;
};

int list(const importers::Desk& desk, bool as_json) {
    auto all = json::Value::array();
    for (const auto& source : desk.store.sources()) {
        const auto state = state_of(source, desk);
        if (as_json)
            all.push(to_json(state));
        else
            print(std::cout, state);
    }
    if (as_json) std::cout << json::write(all) << '\n';
    return kDone;
}

int remove(const importers::Desk& desk, const std::string& name) {
    const auto removed = desk.store.remove_source(name);
    if (!removed) return report(removed.error());
    for (const auto copy : {importers::Copy::last_good, importers::Copy::held})
        importers::forget_copy(desk.data, name, copy);
    std::cout << "Removed " << name << ".\n";
    return kDone;
}

int run(const app::DataOptions& data, const SourcesOptions& options) {
    const auto open = OpenSources::open(data);
    if (!open) return report(open.error());
    const auto& desk = (*open)->desk();
    return options.remove.empty() ? list(desk, options.json) : remove(desk, options.remove);
}

}  // namespace

void add_sources(CLI::App& program, Chosen& chosen) {
    auto options = std::make_shared<SourcesOptions>();
    auto data = std::make_shared<app::DataOptions>();
    auto* command = program.add_subcommand("sources", "The lists this directory is made of");
    command->add_option("--remove", options->remove,
                        "Remove the source of this name, with its meetings");
    command->add_flag("--json", options->json, "As JSON");
    add_data_options(*command, *data);
    command->require_subcommand(0, 1);
    add_sources_add(*command, chosen, data);
    add_sources_set(*command, chosen, data);
    add_sources_poll(*command, chosen, data);
    add_sources_log(*command, chosen, data);
    add_sources_merges(*command, chosen, data);
    add_sources_diff(*command, chosen, data);
    add_sources_decisions(*command, chosen, data);
    add_sources_suggest(*command, chosen, data);
    // Called after the callback of a subcommand, which has chosen already.
    command->callback([command, &chosen, options, data] {
        if (!command->get_subcommands().empty()) return;
        chosen = [options, data] { return run(*data, *options); };
    });
}

}  // namespace waymark::cli
