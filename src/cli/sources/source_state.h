// All that a host wants to know of one source, for people and for programs.
#pragma once

#include <iosfwd>

#include "directory/source_book.h"
#include "importers/poll/decide.h"
#include "importers/poll/desk.h"
#include "json/value.h"

namespace waymark::cli {

struct SourceState {
    directory::Source source{};
    directory::Timetable timetable{};
    importers::Waiting waiting{};
    std::int64_t meetings = 0, places = 0;
    bool is_alarming = false;  // It could not be read for three days.

    // Whether a person should look now.
    bool needs_somebody() const { return is_alarming || !waiting.empty(); }
};

SourceState state_of(const directory::Source& source, const importers::Desk& desk);

void print(std::ostream& out, const SourceState& state);
json::Value to_json(const SourceState& state);

json::Value to_json(const directory::Reading& reading);
// "mass-removal, hijack"; "no alarm".
std::string text_of_alarms(const std::vector<std::string>& codes);
json::Value time_or_null(const std::optional<Instant>& instant);

}  // namespace waymark::cli
