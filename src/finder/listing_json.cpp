#include "finder/listing_json.h"

#include "finder/facility_json.h"
#include "finder/json_parts.h"
#include "finder/request_values.h"

namespace waymark::finder {
namespace {

using directory::Meeting;
using directory::Recurrence;
using json::Writer;

void write_date(Writer& out, std::string_view key, std::optional<Date> date) {
    write_text(out, key, date ? format_date(*date) : std::string{});
}

void write_instant(Writer& out, std::string_view key, std::optional<Instant> instant) {
    write_text(out, key, instant ? format_instant(*instant) : std::string{});
}

std::string_view code_of(Recurrence::Kind kind) {
    switch (kind) {
        case Recurrence::Kind::weekly:
            return "weekly";
        case Recurrence::Kind::every_n_weeks:
            return "every-n-weeks";
        case Recurrence::Kind::nth_of_month:
            return "nth-of-month";
    }
    return "weekly";
}

void write_recurrence(Writer& out, const Recurrence& recurrence) {
    out.key("repeats").string(code_of(recurrence.kind));
    out.key("n").integer(recurrence.n);
    write_date(out, "anchor", recurrence.anchor);
    write_date(out, "from", recurrence.from);
    write_date(out, "until", recurrence.until);
    out.key("closed").begin_array();
    for (const auto day : recurrence.closed)
        out.string(format_date(day));
    out.end_array();
}

// In the meeting's own clock; without days it meets by appointment.
void write_schedule(Writer& out, const directory::Schedule& schedule) {
    out.key("schedule").begin_object();
    out.key("days").begin_array();
    for (unsigned day = 0; day < 7; ++day) {
        if (schedule.days.has(std::chrono::weekday{day}))
            out.string(finder::code_of(std::chrono::weekday{day}));
    }
    out.end_array();
    write_text(out, "start",
               schedule.days.empty() ? std::string{} : format_time_of_day(schedule.start));
    out.key("minutes");
    schedule.length ? out.integer(schedule.length->count()) : out.null();
    write_recurrence(out, schedule.recurrence);
    out.end_object();
}

void write_spells(Writer& out, const directory::Venue& venue) {
    out.key("spells").begin_array();
    for (const auto& spell : venue.spells) {
        out.begin_object();
        out.key("venue").string(directory::code_of(spell.kind));
        write_date(out, "from", spell.from);
        write_date(out, "until", spell.until);
        out.end_object();
    }
    out.end_array();
}

void write_location(Writer& out, const directory::Place& place) {
    out.key("location").begin_object();
    const auto put = [&](std::string_view key, const std::string& text) {
        if (!text.empty()) out.key(key).string(text);
    };
    put("name", place.name);
    put("street", place.street);
    put("borough", place.borough);
    put("neighborhood", place.neighborhood);
    put("town", place.town);
    put("county", place.county);
    put("state", place.state);
    put("postcode", place.postcode);
    put("country", place.country);
    put("notes", place.notes);
    put("transit", place.transit);
    out.end_object();
}

void write_texts(Writer& out, std::string_view key, const std::vector<std::string>& texts) {
    out.key(key).begin_array();
    for (const auto& text : texts)
        out.string(text);
    out.end_array();
}

void write_online(Writer& out, const directory::Online& online) {
    write_text(out, "url_notes", online.url_notes);
    write_text(out, "phone_notes", online.phone_notes);
    write_text(out, "meeting_number", online.meeting_number);
}

// Of a group what it says to everybody: its own mail and telephone may be a person's.
void write_rest(Writer& out, const Meeting& meeting) {
    write_text(out, "group_notes", meeting.group_notes);
    write_text(out, "website", meeting.website);
    write_texts(out, "regions", meeting.regions);
    write_text(out, "service_body", meeting.service_body);
    write_text(out, "world_id", meeting.world_id);
    write_texts(out, "codes", meeting.codes);
    write_text(out, "answers_for_it", meeting.entity.name);
    write_instant(out, "updated", meeting.freshness.updated);
    write_instant(out, "confirmed_at", meeting.freshness.last_confirmed_at);
}

void write_features(Writer& out, directory::FeatureSet features) {
    out.key("features").begin_array();
    for (const auto& info : directory::features()) {
        if (features.has(info.feature)) out.string(info.code);
    }
    out.end_array();
}

}  // namespace

void write_meeting_facts(Writer& out, const Meeting& meeting) {
    const auto& point = meeting.place.point;
    out.key("timezone").string(meeting.schedule.zone.name());
    out.key("latitude");
    point ? out.real(point->latitude) : out.null();
    out.key("longitude");
    point ? out.real(point->longitude) : out.null();
    out.key("approximate").boolean(meeting.place.is_approximate);
    write_text(out, "address", meeting.place.address);
    write_text(out, "url", meeting.online.url);
    write_text(out, "phone", meeting.online.phone);
    write_texts(out, "languages", meeting.languages);
    write_features(out, meeting.features);
    out.key("medication").string(directory::code_of(directory::medication_attitude(meeting)));
    out.key("concern").string(directory::code_of(directory::info(meeting.fellowship).concern));
    write_text(out, "group", meeting.group);
    write_text(out, "notes", meeting.notes);
}

void write_meeting(Writer& out, const Snapshot& snapshot, const Meeting& meeting) {
    const auto* source = snapshot.source(meeting.source);
    out.begin_object();
    out.key("id").integer(meeting.id.value);
    write_text(out, "source", source == nullptr ? std::string_view{} : source->name);
    out.key("source_id").string(meeting.source_key);
    out.key("fictional").boolean(source != nullptr && source->is_fictional);
    out.key("name").string(meeting.name);
    out.key("fellowship").string(directory::info(meeting.fellowship).code);
    out.key("venue").string(directory::code_of(meeting.venue.usual));
    write_spells(out, meeting.venue);
    write_schedule(out, meeting.schedule);
    write_text(out, "place", place_line(meeting.place));
    write_location(out, meeting.place);
    write_meeting_facts(out, meeting);
    write_online(out, meeting.online);
    write_rest(out, meeting);
    out.end_object();
}

void write_facility(Writer& out, const Snapshot& snapshot, const directory::Facility& facility) {
    const auto* source = snapshot.source(facility.source);
    out.begin_object();
    write_facility_facts(out, snapshot, facility);
    out.key("fictional").boolean(source != nullptr && source->is_fictional);
    write_text(out, "alert", facility.alert);
    write_text(out, "description", facility.description);
    write_text(out, "eligibility", facility.eligibility);
    write_text(out, "hours", facility.hours.words);
    out.end_object();
}

}  // namespace waymark::finder
