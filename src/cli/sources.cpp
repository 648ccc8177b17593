// waymark sources: the lists this directory is made of.
#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/command.h"
#include "json/write.h"

namespace waymark::cli {
namespace {

struct SourcesOptions {
    app::DataOptions data{};
    std::string remove{};
    bool json = false;
};

json::Value time_or_null(const std::optional<Instant>& instant) {
    return instant ? json::Value{format_instant(*instant)} : json::Value{};
}

json::Value to_json(const directory::Source& source, std::int64_t meetings) {
    auto value = json::Value::object();
    value.set("name", source.name);
    value.set("format", source.format);
    value.set("location", source.location);
    value.set("fellowship", directory::info(source.fellowship).code);
    value.set("timezone", source.timezone.empty() ? json::Value{} : json::Value{source.timezone});
    value.set("fictional", source.is_fictional);
    value.set("meetings", meetings);
    value.set("fetched_at", time_or_null(source.fetched_at));
    value.set("failing_since", time_or_null(source.failing_since));
    return value;
}

void print(const directory::Source& source, std::int64_t meetings) {
    std::cout << source.name << ": " << meetings << " meetings, " << source.format;
    if (source.fetched_at) std::cout << ", read " << format_instant(*source.fetched_at);
    if (source.failing_since)
        std::cout << ", failing since " << format_instant(*source.failing_since);
    if (source.is_fictional) std::cout << ", fictional";
    std::cout << '\n';
}

int list(const directory::Store& store, bool as_json) {
    auto all = json::Value::array();
    for (const auto& source : store.sources()) {
        const auto meetings = store.meeting_count(source.id);
        if (as_json)
            all.push(to_json(source, meetings));
        else
            print(source, meetings);
    }
    if (as_json) std::cout << json::write(all) << '\n';
    return kDone;
}

int run(const SourcesOptions& options) {
    const auto data = app::open_data(options.data);
    if (!data) return report(data.error());
    directory::Store& store = (*data)->directory();
    if (options.remove.empty()) return list(store, options.json);
    const auto removed = store.remove_source(options.remove);
    if (!removed) return report(removed.error());
    std::cout << "Removed " << options.remove << ".\n";
    return kDone;
}

}  // namespace

void add_sources(CLI::App& program, Chosen& chosen) {
    auto options = std::make_shared<SourcesOptions>();
    auto* command = program.add_subcommand("sources", "The lists this directory is made of");
    command->add_option("--remove", options->remove,
                        "Remove the source of this name, with its meetings");
    command->add_flag("--json", options->json, "As JSON");
    add_data_options(*command, options->data);
    command->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace waymark::cli
