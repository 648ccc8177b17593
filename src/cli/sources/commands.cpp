#include "cli/sources/commands.h"

#include <CLI/CLI.hpp>
#include <utility>

namespace waymark::cli {

CLI::App* add_sources_command(CLI::App& sources, Chosen& chosen, const SharedData& data,
                              const std::string& name, const std::string& help,
                              std::function<int(OpenSources&)> run) {
    auto* command = sources.add_subcommand(name, help);
    command->set_help_flag("-h,--help", "What this command does, and its options");
    add_data_options(*command, *data);
    command->callback([&chosen, data, run = std::move(run)] {
        chosen = [data, run] {
            auto open = OpenSources::open(*data);
            return open ? run(**open) : report(open.error());
        };
    });
    return command;
}

CLI::App* add_source_command(
    CLI::App& sources, Chosen& chosen, const SharedData& data, const std::string& name,
    const std::string& help,
    std::function<Result<int>(OpenSources&, const directory::Source&)> run) {
    auto wanted = std::make_shared<std::string>();
    auto* command = add_sources_command(sources, chosen, data, name, help,
                                        [wanted, run = std::move(run)](OpenSources& open) {
                                            const auto source = open.named(*wanted);
                                            if (!source) return report(source.error());
                                            const auto done = run(open, *source);
                                            return done ? *done : report(done.error());
                                        });
    command->add_option("name", *wanted, "The name of the list")->required();
    return command;
}

}  // namespace waymark::cli
