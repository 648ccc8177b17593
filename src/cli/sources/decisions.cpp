// waymark sources approve, reject, rollback: what only a person can decide.
#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/import_report.h"
#include "cli/sources/commands.h"
#include "importers/poll/decide.h"

namespace waymark::cli {
namespace {

using directory::Source;

Result<int> approve(const std::string& row, OpenSources& open, const Source& source) {
    if (!row.empty()) {
        TRY(importers::approve_row(source, row, open.desk()));
        std::cout << source.name << ": row " << row << " is published.\n";
        return kDone;
    }
    const auto done = TRY(importers::approve(source, open.desk()));
    print_text(std::cout, done);
    return kDone;
}

Result<int> reject(const std::string& row, OpenSources& open, const Source& source) {
    if (!row.empty()) {
        TRY(importers::reject_row(source, row, open.desk()));
        std::cout << source.name << ": row " << row << " stays as it is.\n";
        return kDone;
    }
    TRY(importers::reject(source, open.desk()));
    std::cout << source.name
              << ": that copy will not be published. The listings stay as they are.\n";
    return kDone;
}

Result<int> roll_back(std::int64_t number, OpenSources& open, const Source& source) {
    TRY(importers::go_back(source, number, open.desk()));
    std::cout << source.name << ": the listings are again as after reading " << number << ".\n";
    if (open.book().timetable(source.id).is_paused) {
        std::cout << "It is not read by itself until: waymark sources set " << source.name
                  << " --resume\n";
    }
    return kDone;
}

}  // namespace

void add_sources_decisions(CLI::App& sources, Chosen& chosen, const SharedData& data) {
    auto row = std::make_shared<std::string>();
    auto* approval = add_source_command(
        sources, chosen, data, "approve", "Publish the reading that waits",
        [row](OpenSources& open, const Source& source) { return approve(*row, open, source); });
    approval->add_option("--row", *row, "Only the held row of this key");
    auto* rejection = add_source_command(
        sources, chosen, data, "reject", "Never publish the reading that waits",
        [row](OpenSources& open, const Source& source) { return reject(*row, open, source); });
    rejection->add_option("--row", *row, "Only the held row of this key");
    auto number = std::make_shared<std::int64_t>(0);
    auto* way_back = add_source_command(sources, chosen, data, "rollback",
                                        "The listings as they were after an earlier reading",
                                        [number](OpenSources& open, const Source& source) {
                                            return roll_back(*number, open, source);
                                        });
    way_back->add_option("number", *number, "Of the reading, as the log says")->required();
}

}  // namespace waymark::cli
