#include <string>
#include <utility>

#include "exchange/extension.h"
#include "exchange/features.h"
#include "exchange/meeting_guide.h"
#include "exchange/meeting_guide_record.h"
#include "exchange/residue.h"

namespace waymark::exchange {
namespace {

using directory::Meeting;
using directory::VenueKind;
using std::chrono::minutes;

constexpr minutes kDay = std::chrono::hours{24};

// "2021-05-26 19:03:46", UTC.
std::string updated_text(Instant instant) {
    auto text = format_instant(instant);
    text[10] = ' ';
    text.pop_back();
    return text;
}

void write_days(FieldWriter& record, directory::WeekdaySet days) {
    auto list = json::Value::array();
    for (unsigned day = 0; day < 7; ++day) {
        if (days.has(std::chrono::weekday{day})) list.push(static_cast<int>(day));
    }
    if (list.items()->size() == 1)
        record.set("day", list.items()->front());
    else
        record.set("day", std::move(list));
}

void write_schedule(FieldWriter& record, const directory::Schedule& schedule) {
    record.text("timezone", std::string{schedule.zone.name()});
    if (schedule.days.empty()) return;
    write_days(record, schedule.days);
    record.text("time", format_time_of_day(schedule.start));
    if (!schedule.length) return;
    if (*schedule.length < kDay) {
        record.text("end_time", format_time_of_day((schedule.start + *schedule.length) % kDay));
    } else {
        record.set("duration", std::int64_t{schedule.length->count()});
    }
}

// What one would write on an envelope.
const std::string& city_of(const directory::Place& place) {
    if (!place.town.empty()) return place.town;
    return place.borough.empty() ? place.neighborhood : place.borough;
}

void write_place(FieldWriter& record, const directory::Place& place) {
    record.text("location", place.name);
    record.text("location_notes", place.notes);
    if (!place.address.empty()) {
        record.text("formatted_address", place.address);
    } else {
        record.text("address", place.street);
        record.text("city", city_of(place));
        record.text("county", place.county);
        record.text("state", place.state);
        record.text("postal_code", place.postcode);
        record.text("country", place.country);
    }
    if (!place.point) return;
    record.set("latitude", place.point->latitude);
    record.set("longitude", place.point->longitude);
    record.text("approximate", place.is_approximate ? "yes" : "no");
}

void write_online(FieldWriter& record, const directory::Online& online) {
    record.text("conference_url", online.url);
    record.text("conference_url_notes", online.url_notes);
    record.text("conference_phone", online.phone);
    record.text("conference_phone_notes", online.phone_notes);
}

std::string attendance_option(VenueKind kind) {
    switch (kind) {
        case VenueKind::in_person:
            return "in_person";
        case VenueKind::hybrid:
            return "hybrid";
        case VenueKind::online:
        case VenueKind::temporarily_online:
            return "online";
        case VenueKind::suspended:
            return "inactive";
        case VenueKind::by_appointment:
        case VenueKind::unknown:
            break;
    }
    return {};
}

void write_types(FieldWriter& record, const Meeting& meeting) {
    auto types = types_of(meeting.features, meeting.languages);
    const auto kind = meeting.venue.usual;
    if (kind == VenueKind::temporarily_online || kind == VenueKind::suspended) {
        types.emplace_back("TC");
    }
    record.list("types", types);
    record.text("attendance_option", attendance_option(kind));
}

void write_regions(FieldWriter& record, const std::vector<std::string>& regions) {
    record.list("regions", regions);
    if (!regions.empty()) record.text("region", regions[0]);
    if (regions.size() > 1) record.text("sub_region", regions[1]);
}

void write_group(FieldWriter& record, const Meeting& meeting) {
    record.text("group", meeting.group);
    record.text("group_notes", meeting.group_notes);
    record.text("url", meeting.website);
    record.text("email", meeting.email);
    record.text("phone", meeting.phone);
    record.text("edit_url", meeting.edit_url);
    record.text("feedback_url", meeting.feedback_url);
    record.list("feedback_emails", meeting.feedback_emails);
    for (std::size_t i = 0; i < meeting.contacts.size() && i < kContactKeys.size(); ++i) {
        record.text(kContactKeys[i].name, meeting.contacts[i].name);
        record.text(kContactKeys[i].phone, meeting.contacts[i].phone);
        record.text(kContactKeys[i].email, meeting.contacts[i].email);
    }
    record.text("venmo", meeting.contributions.venmo);
    record.text("paypal", meeting.contributions.paypal);
    record.text("square", meeting.contributions.square);
}

void write_entity(FieldWriter& record, const directory::Entity& entity) {
    record.text("entity", entity.name);
    record.text("entity_email", entity.email);
    record.text("entity_phone", entity.phone);
    record.text("entity_location", entity.location);
    record.text("entity_logo", entity.logo);
    record.text("entity_url", entity.url);
}

}  // namespace

void write_meeting_guide_fields(const Meeting& meeting, FieldWriter& record) {
    record.text("slug", meeting.source_key);
    record.text("name", meeting.name);
    write_schedule(record, meeting.schedule);
    write_types(record, meeting);
    write_place(record, meeting.place);
    write_regions(record, meeting.regions);
    write_online(record, meeting.online);
    record.text("notes", meeting.notes);
    write_group(record, meeting);
    write_entity(record, meeting.entity);
    if (meeting.freshness.updated) record.text("updated", updated_text(*meeting.freshness.updated));
}

json::Value write_meeting_guide_fields(const Meeting& meeting) {
    RecordWriter record;
    write_meeting_guide_fields(meeting, record);
    return record.take();
}

json::Value write_meeting_guide(const Meeting& meeting) {
    auto record = write_meeting_guide_fields(meeting);
    if (came_from(meeting, kMeetingGuide)) {
        restore_residue(record, meeting, kMeetingGuide);
        return record;
    }
    const auto said = read_meeting_guide_fields(record, {});
    auto extension = extension_of(meeting, said ? *said : Meeting{});
    if (!extension.is_null()) record.set(std::string{kExtension}, std::move(extension));
    return record;
}

}  // namespace waymark::exchange
