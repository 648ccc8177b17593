#include "app/feed_poller.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "app/child_process.h"
#include "importers/poll/decide.h"
#include "importers/poll/next_poll.h"
#include "importers/poll/poll.h"

namespace waymark::app {
namespace {

std::vector<directory::Source> due_sources(const importers::Desk& desk) {
    std::vector<directory::Source> due;
    const auto sources = desk.store.sources();
    const auto now = desk.clock.now();
    for (const auto& timetable : desk.book.timetables()) {
        if (!importers::is_due(timetable, now)) continue;
        const auto source = std::ranges::find(sources, timetable.source, &directory::Source::id);
        const bool has_address =
            source != sources.end() && source->location.find("://") != std::string::npos;
        if (has_address) due.push_back(*source);
    }
    return due;
}

}  // namespace

void poll_due_sources(const importers::Desk& desk, const RunPoll& run, const SayLine& say,
                      const std::atomic<bool>& stopping) {
    for (const auto& source : due_sources(desk)) {
        if (stopping) return;
        const auto line = run(source.name, stopping);
        if (stopping) return;  // The next server will read it.
        say(line);
        if (importers::is_due(desk.book.timetable(source.id), desk.clock.now())) {
            importers::note_lost_poll(source, desk);
        }
    }
}

RunPoll poll_in_child(std::vector<std::string> options) {
    return
        [options = std::move(options)](const std::string& name, const std::atomic<bool>& stopping) {
            std::vector<std::string> arguments{"sources", "poll", name, "--due", "--confined"};
            arguments.insert(arguments.end(), options.begin(), options.end());
            const auto end = run_this_program(arguments, kPollTime, stopping);
            if (end.was_stopped) return name + ": FAILED: it took too long and was ended";
            const auto line = end.output.substr(0, end.output.find('\n'));
            return line.empty() ? name + ": FAILED: it ended before it was done" : line;
        };
}

std::string source_gauges(const importers::Desk& desk) {
    std::int64_t failing = 0;
    std::int64_t held = 0;
    for (const auto& source : desk.store.sources()) {
        if (source.failing_since) ++failing;
        if (!importers::waiting_of(source, desk).empty()) ++held;
    }
    return "# TYPE waymark_sources_failing gauge\nwaymark_sources_failing " +
           std::to_string(failing) + "\n# TYPE waymark_sources_held gauge\nwaymark_sources_held " +
           std::to_string(held) + "\n";
}

}  // namespace waymark::app
