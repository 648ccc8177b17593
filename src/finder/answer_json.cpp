#include "finder/answer_json.h"

#include <cmath>

#include "finder/json_parts.h"
#include "finder/listing_json.h"
#include "finder/request_values.h"
#include "json/write.h"

namespace waymark::finder {
namespace {

using directory::Meeting;
using directory::Occurrence;
using json::Writer;
using std::chrono::weekday;

struct Telling {
    const Snapshot& snapshot;
    LengthUnit unit;
};

void write_times(Writer& out, const Telling& telling, const Match& match) {
    const auto& zone = match.meeting->schedule.zone;
    const auto instant = [&](std::string_view key, std::optional<Instant> time) {
        write_text(out, key, time ? format_instant(*time, zone.offset_at(*time)) : std::string{});
    };
    const auto& next = match.next;
    write_text(out, "weekday",
               next ? code_of(weekday{std::chrono::sys_days{next->date}}) : std::string_view{});
    instant("starts_at", next ? std::optional{next->starts} : std::nullopt);
    instant("ends_at", next ? std::optional{next->ends} : std::nullopt);
    write_km(out, "distance_km", match.distance);
    write_text(out, "place", place_line(match.meeting->place));
    write_phrases(out, "why", match.why, telling.unit);
    const auto* source = telling.snapshot.source(match.meeting->source);
    write_text(out, "source", source == nullptr ? std::string_view{} : source->name);
    const auto updated = match.meeting->freshness.updated;
    write_text(out, "updated", updated ? format_instant(*updated) : std::string{});
}

void write_match(Writer& out, const Telling& telling, const Match& match) {
    const auto& meeting = *match.meeting;
    out.begin_object();
    out.key("id").integer(meeting.id.value);
    out.key("source_id").string(meeting.source_key);
    out.key("name").string(meeting.name);
    out.key("fellowship").string(directory::info(meeting.fellowship).code);
    out.key("venue").string(directory::code_of(match.venue));
    write_times(out, telling, match);
    write_meeting_facts(out, meeting);
    out.end_object();
}

void write_matches(Writer& out, std::string_view key, const Telling& telling,
                   const std::vector<Match>& matches) {
    out.key(key).begin_array();
    for (const auto& match : matches)
        write_match(out, telling, match);
    out.end_array();
}

void write_widened(Writer& out, const std::optional<Widened>& widened) {
    out.key("widened");
    if (!widened) {
        out.null();
        return;
    }
    out.begin_object();
    write_km(out, "radius_km", widened->radius);
    out.key("within_minutes");
    widened->within ? out.integer(widened->within->count()) : out.null();
    write_km(out, "nearest_km", widened->nearest);
    out.end_object();
}

void write_fallback(Writer& out, const Telling& telling, const std::optional<Fallback>& fallback) {
    out.key("fallback");
    if (!fallback) {
        out.null();
        return;
    }
    out.begin_object();
    out.key("starting_within_two_hours").integer(fallback->starting_within_two_hours);
    write_matches(out, "online", telling, fallback->online);
    out.end_object();
}

void write_codes(Writer& out, std::string_view key,
                 const std::vector<directory::Fellowship>& fellowships) {
    out.key(key).begin_array();
    for (const auto fellowship : fellowships)
        out.string(directory::info(fellowship).code);
    out.end_array();
}

}  // namespace

std::string answer_json(const Snapshot& snapshot, const ParsedRequest& asked, const Answer& answer,
                        Instant now) {
    const auto country = asked.place ? std::string_view{asked.place->best.country} : "";
    const Telling telling{snapshot, unit_in(country)};
    std::string text;
    text.reserve(4096 + 1024 * answer.matches.size());
    Writer out{text};
    out.begin_object();
    out.key("total");
    answer.total == kNotCounted ? out.null() : out.integer(answer.total);
    out.key("old_hidden").integer(answer.old);
    write_widened(out, answer.widened);
    write_fallback(out, telling, answer.fallback);
    write_codes(out, "covered", answer.coverage.covered);
    write_codes(out, "not_covered", answer.coverage.not_covered);
    write_facets(out, answer.facets);
    write_place(out, asked.place);
    write_phrases(out, "says", answer.says, telling.unit);
    out.key("now").string(format_instant(now));
    write_matches(out, "matches", telling, answer.matches);
    out.end_object();
    return text;
}

std::string answer_ids_json(const Answer& answer, double microseconds) {
    std::string text;
    Writer out{text};
    out.begin_object().key("total").integer(answer.total).key("ids").begin_array();
    for (const auto& match : answer.matches)
        out.integer(match.meeting->id.value);
    out.end_array().key("microseconds").real(std::round(microseconds * 10) / 10).end_object();
    return text;
}

}  // namespace waymark::finder
