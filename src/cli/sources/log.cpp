// waymark sources log: what became of each reading of a list.
#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/sources/commands.h"
#include "cli/sources/source_state.h"
#include "json/write.h"

namespace waymark::cli {
namespace {

constexpr std::size_t kHashShown = 12;

void print(const directory::Reading& reading) {
    const auto& note = reading.note;
    std::cout << reading.number << (reading.can_go_back_here ? "* " : "  ")
              << format_instant(reading.at) << "  " << directory::code_of(note.decision) << ", "
              << reading.added << " added, " << reading.changed << " changed, " << reading.removed
              << " removed, " << note.refused << " refused of " << note.rows;
    if (!note.alarms.empty()) std::cout << ", " << text_of_alarms(note.alarms);
    if (!note.decided_by.empty()) std::cout << ", by " << note.decided_by;
    if (!reading.sha256.empty()) std::cout << ", " << reading.sha256.substr(0, kHashShown);
    std::cout << '\n';
}

int log(const std::vector<directory::Reading>& readings, bool as_json) {
    if (as_json) {
        auto all = json::Value::array();
        for (const auto& reading : readings)
            all.push(to_json(reading));
        std::cout << json::write(all) << '\n';
        return kDone;
    }
    for (const auto& reading : readings)
        print(reading);
    std::cout << "* can be gone back to: waymark sources rollback NAME NUMBER\n";
    return kDone;
}

}  // namespace

void add_sources_log(CLI::App& sources, Chosen& chosen, const SharedData& data) {
    auto as_json = std::make_shared<bool>(false);
    auto* command =
        add_source_command(sources, chosen, data, "log", "What became of each reading of a list",
                           [as_json](OpenSources& open, const directory::Source& source) {
                               return log(open.book().readings(source.id), *as_json);
                           });
    command->add_flag("--json", *as_json, "As JSON");
}

}  // namespace waymark::cli
