// waymark sources merges: which listings of different lists are shown as one
// meeting, and why.
#include <CLI/CLI.hpp>
#include <cmath>
#include <iostream>
#include <string>

#include "cli/sources/commands.h"
#include "finder/request_values.h"
#include "json/write.h"

namespace waymark::cli {
namespace {

using directory::Meeting;
using finder::Double;
using finder::Snapshot;

std::string list_of(const Snapshot& snapshot, const Meeting& meeting) {
    const auto* source = snapshot.source(meeting.source);
    return source == nullptr ? std::string{} : source->name;
}

std::int64_t whole_meters(const finder::Sameness& why) {
    return std::llround(*why.meters);
}

void print(const Snapshot& snapshot, const Double& each) {
    const Meeting shown = *snapshot.meeting(each.shown);
    const Meeting hidden = *snapshot.meeting(each.hidden);
    std::cout << list_of(snapshot, hidden) << ' ' << hidden.id.value << " \"" << hidden.name
              << "\" is shown as " << list_of(snapshot, shown) << ' ' << shown.id.value << " \""
              << shown.name << "\": " << finder::code_of(each.why.day) << ", "
              << each.why.apart.count() << " minutes apart";
    if (each.why.meters) std::cout << ", " << whole_meters(each.why) << " m apart";
    if (each.why.is_same_room) std::cout << ", the same room online";
    std::cout << '\n';
}

void write_listing(json::Writer& out, std::string_view key, const Snapshot& snapshot,
                   const Meeting& meeting) {
    out.key(key).begin_object();
    out.key("id").integer(meeting.id.value);
    out.key("source").string(list_of(snapshot, meeting));
    out.key("source_id").string(meeting.source_key);
    out.key("name").string(meeting.name);
    out.end_object();
}

std::string as_json(const Snapshot& snapshot) {
    std::string text;
    json::Writer out{text};
    out.begin_array();
    for (const auto& each : snapshot.doubles()) {
        out.begin_object();
        write_listing(out, "hidden", snapshot, *snapshot.meeting(each.hidden));
        write_listing(out, "shown", snapshot, *snapshot.meeting(each.shown));
        out.key("day").string(finder::code_of(each.why.day));
        out.key("minutes_apart").integer(each.why.apart.count());
        out.key("meters_apart");
        each.why.meters ? out.integer(whole_meters(each.why)) : out.null();
        out.key("same_room").boolean(each.why.is_same_room);
        out.end_object();
    }
    out.end_array();
    return text;
}

int merges(OpenSources& open, bool is_json) {
    const auto snapshot = app::load_snapshot(open.store());
    if (is_json) {
        std::cout << as_json(*snapshot) << '\n';
        return kDone;
    }
    for (const auto& each : snapshot->doubles())
        print(*snapshot, each);
    const auto count = snapshot->doubles().size();
    std::cout << count << (count == 1 ? " listing is" : " listings are")
              << " shown as another list's.\n";
    return kDone;
}

}  // namespace

void add_sources_merges(CLI::App& sources, Chosen& chosen, const SharedData& data) {
    auto is_json = std::make_shared<bool>(false);
    auto* command =
        add_sources_command(sources, chosen, data, "merges",
                            "Listings of different lists that are shown as one meeting",
                            [is_json](OpenSources& open) { return merges(open, *is_json); });
    command->add_flag("--json", *is_json, "As JSON");
}

}  // namespace waymark::cli
