// waymark sources diff: what a reading that waits would change, or what an
// earlier one changed, row by row.
#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/sources/commands.h"
#include "importers/poll/changes.h"
#include "importers/poll/decide.h"
#include "json/write.h"

namespace waymark::cli {
namespace {

using importers::RowChange;

struct DiffOptions {
    std::int64_t number = 0;  // 0: what waits.
    bool json = false;
};

json::Value to_json(const RowChange& change) {
    auto fields = json::Value::array();
    for (const auto& [field, before, after] : change.fields) {
        auto value = json::Value::object();
        value.set("field", field);
        value.set("before", before);
        value.set("after", after);
        fields.push(std::move(value));
    }
    auto value = json::Value::object();
    value.set("change", importers::code_of(change.kind));
    value.set("key", change.key);
    value.set("name", change.name);
    value.set("fields", std::move(fields));
    return value;
}

void print(const RowChange& change) {
    std::cout << importers::code_of(change.kind) << "  " << change.key << "  " << change.name
              << '\n';
    for (const auto& [field, before, after] : change.fields) {
        std::cout << "    " << field << ": " << (before.empty() ? "(none)" : before) << " -> "
                  << (after.empty() ? "(none)" : after) << '\n';
    }
    if (change.kind == RowChange::Kind::changed && change.fields.empty())
        std::cout << "    other details\n";
}

// Rows that are held while the rest of the list is published.
std::vector<RowChange> changes_of_rows(const directory::Source& source,
                                       const std::vector<directory::HeldRow>& rows,
                                       const directory::Store& store) {
    std::vector<RowChange> changes;
    store.each_facility_of(source.id, [&](const directory::Facility& place) {
        for (const auto& row : rows) {
            if (row.proposed.source_key != place.source_key) continue;
            changes.push_back({.key = place.source_key,
                               .name = row.proposed.name,
                               .fields = importers::differences(place, row.proposed)});
        }
    });
    return changes;
}

Result<std::vector<RowChange>> changes_of(const directory::Source& source, std::int64_t number,
                                          const importers::Desk& desk) {
    if (number != 0) return importers::changes_of_reading(source, number, desk);
    const auto waiting = importers::waiting_of(source, desk);
    if (waiting.reading || waiting.empty()) return importers::changes_waiting(source, desk);
    return changes_of_rows(source, waiting.rows, desk.store);
}

Result<int> diff(const DiffOptions& options, OpenSources& open, const directory::Source& source) {
    const auto changes = TRY(changes_of(source, options.number, open.desk()));
    if (options.json) {
        auto all = json::Value::array();
        for (const auto& change : changes)
            all.push(to_json(change));
        std::cout << json::write(all) << '\n';
        return kDone;
    }
    for (const auto& change : changes)
        print(change);
    std::cout << changes.size() << (changes.size() == 1 ? " row changes\n" : " rows change\n");
    return kDone;
}

}  // namespace

void add_sources_diff(CLI::App& sources, Chosen& chosen, const SharedData& data) {
    auto options = std::make_shared<DiffOptions>();
    auto* command = add_source_command(
        sources, chosen, data, "diff", "What a reading that waits would change, row by row",
        [options](OpenSources& open, const directory::Source& source) {
            return diff(*options, open, source);
        });
    command->add_option("number", options->number, "Of a reading in the log: what that changed")
        ->check(CLI::PositiveNumber);
    command->add_flag("--json", options->json, "As JSON");
}

}  // namespace waymark::cli
