#include "cli/sources/source_state.h"

#include <ostream>

#include "cli/sources/source_terms.h"
#include "core/text.h"
#include "importers/poll/next_poll.h"

namespace waymark::cli {
namespace {

void print_health(std::ostream& out, const SourceState& state) {
    const auto& source = state.source;
    if (source.failing_since) {
        out << (state.is_alarming ? ", ALARM: failing since " : ", failing since ")
            << format_instant(*source.failing_since);
    }
    if (state.timetable.is_paused) {
        out << ", paused";
    } else if (state.timetable.every_minutes > 0) {
        out << ", every " << text_of_every(state.timetable.every_minutes);
        if (state.timetable.next_at) out << ", next " << format_instant(*state.timetable.next_at);
    }
}

void print_waiting(std::ostream& out, const SourceState& state) {
    const auto& name = state.source.name;
    if (state.waiting.reading) {
        out << "  HELD: reading " << state.waiting.reading->number << ", "
            << text_of_alarms(state.waiting.reading->note.alarms) << ": waymark sources diff "
            << name << '\n';
    }
    for (const auto& row : state.waiting.rows) {
        out << "  HELD row " << row.proposed.source_key << ", " << row.proposed.name << ": "
            << row.why << '\n';
    }
}

json::Value rows_of(const importers::Waiting& waiting) {
    auto rows = json::Value::array();
    for (const auto& row : waiting.rows) {
        auto value = json::Value::object();
        value.set("key", row.proposed.source_key);
        value.set("name", row.proposed.name);
        value.set("why", row.why);
        value.set("since", format_instant(row.since));
        rows.push(std::move(value));
    }
    return rows;
}

}  // namespace

SourceState state_of(const directory::Source& source, const importers::Desk& desk) {
    return {.source = source,
            .timetable = desk.book.timetable(source.id),
            .waiting = importers::waiting_of(source, desk),
            .meetings = desk.store.meeting_count(source.id),
            .places = desk.store.facility_count(source.id),
            .is_alarming = importers::is_alarming(source, desk.clock.now())};
}

std::string text_of_alarms(const std::vector<std::string>& codes) {
    return codes.empty() ? "no alarm" : joined(codes, ", ");
}

json::Value time_or_null(const std::optional<Instant>& instant) {
    return instant ? json::Value{format_instant(*instant)} : json::Value{};
}

void print(std::ostream& out, const SourceState& state) {
    const auto& source = state.source;
    out << source.name << ": " << state.meetings << " meetings";
    if (state.places > 0) out << ", " << state.places << " places";
    out << ", " << source.format;
    if (source.fetched_at) out << ", read " << format_instant(*source.fetched_at);
    print_health(out, state);
    if (!source.license.empty()) out << ", " << source.license;
    if (!source.may_republish) out << ", not republished";
    if (source.is_fictional) out << ", fictional";
    out << '\n';
    print_waiting(out, state);
}

json::Value to_json(const SourceState& state) {
    const auto& source = state.source;
    const auto& timetable = state.timetable;
    auto value = json::Value::object();
    value.set("name", source.name);
    value.set("format", source.format);
    value.set("location", source.location);
    value.set("fellowship", directory::info(source.fellowship).code);
    value.set("timezone", source.timezone.empty() ? json::Value{} : json::Value{source.timezone});
    value.set("fictional", source.is_fictional);
    value.set("meetings", state.meetings);
    value.set("places", state.places);
    value.set("fetched_at", time_or_null(source.fetched_at));
    value.set("failing_since", time_or_null(source.failing_since));
    value.set("alarm", state.is_alarming);
    value.set("license", source.license.empty() ? json::Value{} : json::Value{source.license});
    value.set("republish", source.may_republish);
    value.set("every_minutes", timetable.every_minutes);
    value.set("paused", timetable.is_paused);
    value.set("failures", timetable.failures);
    value.set("next_at", time_or_null(timetable.next_at));
    value.set("held", state.waiting.reading ? to_json(*state.waiting.reading) : json::Value{});
    value.set("held_rows", rows_of(state.waiting));
    return value;
}

json::Value to_json(const directory::Reading& reading) {
    auto alarms = json::Value::array();
    for (const auto& code : reading.note.alarms)
        alarms.push(code);
    auto value = json::Value::object();
    value.set("number", reading.number);
    value.set("at", format_instant(reading.at));
    value.set("decision", directory::code_of(reading.note.decision));
    value.set("rows", reading.note.rows);
    value.set("refused", reading.note.refused);
    value.set("added", reading.added);
    value.set("changed", reading.changed);
    value.set("removed", reading.removed);
    value.set("alarms", std::move(alarms));
    value.set("decided_by", reading.note.decided_by.empty() ? json::Value{}
                                                            : json::Value{reading.note.decided_by});
    value.set("sha256", reading.sha256);
    value.set("can_go_back_here", reading.can_go_back_here);
    return value;
}

}  // namespace waymark::cli
