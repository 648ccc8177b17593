#include "app/server_polls.h"

#include <utility>

namespace waymark::app {
namespace {

std::vector<std::string> arguments_of(const ServeOptions& options) {
    std::vector<std::string> arguments{"--data", options.data.dir};
    if (!options.data.db.empty()) arguments.insert(arguments.end(), {"--db", options.data.db});
    if (options.polls_this_machine) arguments.emplace_back("--this-machine");
    return arguments;
}

}  // namespace

ServerPolls::ServerPolls(storage::Database& data, const ServeOptions& options, const Log& log)
    : desk_(data, options.data) {
    if (!options.polls) return;
    const auto say = [&log](std::string_view line) { log.info(line); };
    const auto look = [this, run = poll_in_child(arguments_of(options)),
                       say](const std::atomic<bool>& stopping) {
        poll_due_sources(desk_.desk(), run, say, stopping);
    };
    poller_.emplace(kLookForDueEvery, look, [&log](const char* what) { log.error(what); });
}

}  // namespace waymark::app
