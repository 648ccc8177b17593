// waymark sources poll: reads lists from their addresses, as the server does by
// itself. Each says in one line what became of it.
#include "importers/poll/poll.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "app/confinement.h"
#include "cli/sources/commands.h"
#include "cli/sources/source_state.h"
#include "importers/poll/next_poll.h"

namespace waymark::cli {
namespace {

using importers::Outcome;
using importers::Polled;

// What fits into the memory of a confined poll, with its rows beside it.
constexpr std::size_t kConfinedBytesMax = std::size_t{64} << 20;

struct PollOptions {
    std::vector<std::string> names{};
    bool due = false;
    bool confined = false;
    bool this_machine = false;
};

std::string text_of(const importers::ImportReport& report) {
    return std::to_string(report.added) + " added, " + std::to_string(report.changed) +
           " changed, " + std::to_string(report.removed) + " removed, " +
           std::to_string(report.refused) + " refused";
}

std::string text_of(const std::vector<importers::Alarm>& alarms) {
    std::string text;
    for (const auto& alarm : alarms) {
        text += (text.empty() ? "" : ", ") + alarm.code + " " + std::to_string(alarm.count) +
                " of " + std::to_string(alarm.of);
    }
    return text;
}

std::string text_of(const Polled& polled) {
    switch (polled.outcome) {
        case Outcome::unchanged:
            return "nothing new";
        case Outcome::published:
            return "published, " + text_of(polled.report);
        case Outcome::held:
            return "HELD for a decision, " + text_of(polled.report.alarms);
        case Outcome::still_held:
            return "HELD for a decision, the same copy as before";
        case Outcome::still_rejected:
            return "the copy that was rejected, not published";
        case Outcome::failed:
            return "FAILED: " + polled.error->message;
    }
    return {};
}

bool needs_somebody(const Polled& polled) {
    return polled.outcome == Outcome::failed || polled.outcome == Outcome::held ||
           polled.outcome == Outcome::still_held;
}

int poll(const directory::Source& source, const importers::Desk& desk) {
    const auto polled = importers::poll_source(source, desk);
    std::cout << source.name << ": " << text_of(polled);
    const auto rows = desk.book.held_rows(source.id).size();
    if (rows > 0) std::cout << ", " << rows << " rows HELD for a decision";
    std::cout << std::endl;
    return needs_somebody(polled) || rows > 0 ? kFailed : kDone;
}

Result<std::vector<directory::Source>> wanted(const PollOptions& options, const OpenSources& open) {
    std::vector<directory::Source> sources;
    const auto& desk = open.desk();
    for (const auto& name : options.names) {
        auto source = TRY(open.named(name));
        if (!has_address(source)) {
            return invalid_input(name, "This list has no address. Read it with waymark import.");
        }
        sources.push_back(std::move(source));
    }
    if (options.names.empty()) {
        for (auto& source : desk.store.sources()) {
            const bool is_paused = desk.book.timetable(source.id).is_paused;
            if (has_address(source) && !is_paused) sources.push_back(std::move(source));
        }
    }
    if (options.due) {
        std::erase_if(sources, [&](const auto& source) {
            return !importers::is_due(desk.book.timetable(source.id), desk.clock.now());
        });
    }
    return sources;
}

int poll(const PollOptions& options, OpenSources& open) {
    if (options.confined) {
        app::confine_this_process();
        open.rules().allow_loopback = options.this_machine;
        open.rules().inflated_bytes_max = kConfinedBytesMax;
    }
    const auto sources = wanted(options, open);
    if (!sources) return report(sources.error());
    int code = kDone;
    for (const auto& source : *sources)
        code = std::max(code, poll(source, open.desk()));
    return code;
}

}  // namespace

void add_sources_poll(CLI::App& sources, Chosen& chosen, const SharedData& data) {
    auto options = std::make_shared<PollOptions>();
    auto* command =
        add_sources_command(sources, chosen, data, "poll", "Read lists from their addresses now",
                            [options](OpenSources& open) { return poll(*options, open); });
    command->add_option("names", options->names, "Of which lists; else of all that are not paused");
    command->add_flag("--due", options->due, "Only those whose time has come");
    command->add_flag("--confined", options->confined,
                      "With the limits under which the server does it");
    command->add_flag("--this-machine", options->this_machine,
                      "With --confined: addresses of this machine too");
}

}  // namespace waymark::cli
