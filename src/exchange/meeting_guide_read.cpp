#include <algorithm>
#include <string>
#include <utility>

#include "core/text.h"
#include "exchange/address.h"
#include "exchange/extension.h"
#include "exchange/features.h"
#include "exchange/fields.h"
#include "exchange/meeting_guide.h"
#include "exchange/meeting_guide_record.h"
#include "exchange/meeting_guide_venue.h"
#include "exchange/moments.h"
#include "exchange/residue.h"
#include "exchange/whereabouts.h"

namespace waymark::exchange {
namespace {

using directory::Meeting;
using directory::WeekdaySet;
using std::chrono::minutes;

constexpr minutes kDay = std::chrono::hours{24};
constexpr double kLongest = 7.0 * 24 * 60;

Result<WeekdaySet> days_of(const Fields& fields) {
    WeekdaySet days;
    const auto parts = fields.list("day");
    for (const auto& part : parts) {
        const auto day = day_of(part);
        if (!day) return invalid_input("day", "A day is a number from 0, Sunday, to 6, Saturday.");
        days.add(*day);
    }
    return days;
}

// "24:00" on a Monday is when Tuesday begins.
WeekdaySet a_day_later(WeekdaySet days) {
    return WeekdaySet::of_bits((days.bits() << 1U) | (days.bits() >> 6U));
}

// Mongo's {"$oid": "…"} and {"$date": "…"} hold one text.
std::string wrapped(const Fields& fields, std::string_view key, std::string_view inner) {
    const auto* value = fields.raw(key);
    if (value == nullptr) return {};
    const auto* held = value->find(inner);
    return held == nullptr ? std::string{} : text_of(*held);
}

std::optional<minutes> length_of(const Fields& fields, minutes start) {
    if (const auto duration = fields.number("duration")) {
        if (*duration >= 1 && *duration <= kLongest) return minutes{static_cast<int>(*duration)};
        return std::nullopt;
    }
    const auto end = clock_of(fields.line("end_time"));
    // The same end as start is a slip of the editor's, not a whole day.
    if (!end || *end == start) return std::nullopt;
    return *end > start ? *end - start : *end - start + kDay;
}

Result<> read_schedule(const Fields& fields, Meeting& meeting) {
    const WeekdaySet days = TRY(days_of(fields));
    const auto written = fields.line("time");
    const auto time = clock_of(written);
    if (!written.empty() && !time) {
        return invalid_input("time", "A time is written as 19:00.");
    }
    // Without a day or a time it is by appointment.
    if (days.empty() || !time) return {};
    const bool is_day_after = written.starts_with("24:");
    meeting.schedule.days = is_day_after ? a_day_later(days) : days;
    meeting.schedule.start = *time;
    meeting.schedule.length = length_of(fields, *time);
    return {};
}

void read_place(const Fields& fields, directory::Place& place) {
    place.name = fields.line("location");
    place.address = fields.line("formatted_address");
    place.street = fields.line("address");
    place.town = fields.line("city");
    place.county = fields.line("county");
    place.state = fields.line("state");
    place.postcode = fields.line("postal_code");
    place.country = fields.line("country");
    place.notes = fields.text("location_notes");
    complete_from_address(place);
    const bool is_marked = fields.flag("approximate").value_or(false);
    place.point = fields.point("latitude", "longitude");
    if (!place.point) read_coordinates(fields, place);
    if (!place.point) return;
    const bool names_a_door = has_street(place) || !place.name.empty();
    if (is_marked || !names_a_door) place.is_approximate = true;
}

void read_online(const Fields& fields, directory::Online& online) {
    using Passcode = directory::Online::Passcode;
    online.url = fields.link("conference_url");
    online.url_notes = fields.text("conference_url_notes");
    online.phone = fields.line("conference_phone");
    online.phone_notes = fields.text("conference_phone_notes");
    const auto notes = fold(online.url_notes);
    if (notes.find("passcode") != std::string::npos ||
        notes.find("password") != std::string::npos) {
        online.passcode = Passcode::shown;
    } else if (online.url.find("pwd=") != std::string::npos) {
        online.passcode = Passcode::none;
    }
}

void read_group(const Fields& fields, Meeting& meeting) {
    meeting.group = fields.line("group");
    meeting.group_notes = fields.text("group_notes");
    meeting.website = fields.link("website");
    if (meeting.website.empty()) meeting.website = fields.link("url");
    meeting.email = fields.line("email");
    meeting.phone = fields.line("phone");
    meeting.edit_url = fields.link("edit_url");
    meeting.feedback_url = fields.link("feedback_url");
    meeting.feedback_emails = fields.list("feedback_emails");
    for (const auto& keys : kContactKeys) {
        directory::Contact contact{fields.line(keys.name), fields.line(keys.phone),
                                   fields.line(keys.email)};
        if (contact != directory::Contact{}) meeting.contacts.push_back(std::move(contact));
    }
    meeting.contributions = {fields.line("venmo"), fields.line("paypal"), fields.line("square")};
    meeting.entity = {.name = fields.line("entity"),
                      .email = fields.line("entity_email"),
                      .phone = fields.line("entity_phone"),
                      .location = fields.line("entity_location"),
                      .logo = fields.link("entity_logo"),
                      .url = fields.link("entity_url")};
    if (meeting.entity.url.empty()) meeting.entity.url = fields.link("entity_website_url");
}

void read_regions(const Fields& fields, Meeting& meeting) {
    if (const auto* regions = fields.raw("regions"); regions != nullptr && regions->items()) {
        meeting.regions = fields.list("regions");
    }
    if (!meeting.regions.empty()) return;
    for (const auto* key : {"region", "sub_region", "sub_sub_region"}) {
        if (auto region = fields.line(key); !region.empty()) {
            meeting.regions.push_back(std::move(region));
        }
    }
}

CodesMeaning read_types(const Fields& fields, Meeting& meeting) {
    meeting.codes = fields.list("types");
    auto types = meaning_of_types(meeting.codes, meeting.fellowship);
    meeting.features = types.features;
    meeting.languages = types.languages;
    for (const auto& language : fields.list("languages")) {
        if (std::ranges::find(meeting.languages, language) == meeting.languages.end()) {
            meeting.languages.push_back(language);
        }
    }
    return types;
}

void read_freshness(const Fields& fields, Meeting& meeting) {
    auto written = fields.line("updated");
    if (written.empty()) written = wrapped(fields, "updatedAt", "$date");
    meeting.freshness.updated = moment_of(written);
}

Result<> read_identity(const Fields& fields, Meeting& meeting) {
    meeting.name = fields.line("name");
    if (meeting.name.empty()) meeting.name = fields.line("group");
    if (meeting.name.empty()) return invalid_input("name", "The meeting has no name.");
    for (const auto& key :
         {fields.line("slug"), fields.line("id"), wrapped(fields, "_id", "$oid")}) {
        if (meeting.source_key.empty()) meeting.source_key = key;
    }
    if (meeting.source_key.empty()) {
        return invalid_input("slug", "The meeting has neither a slug nor an id.");
    }
    return {};
}

}  // namespace

Result<Meeting> read_meeting_guide_fields(const json::Value& record, const Defaults& defaults) {
    if (record.members() == nullptr) return invalid_input("", "This is not a meeting's record.");
    const Fields fields{record, defaults};
    Meeting meeting;
    // No field of the specification: feeds of several programmes, as our sample, have it.
    const auto programme = directory::fellowship_of_code(fields.line("fellowship"));
    meeting.fellowship = programme.value_or(defaults.fellowship);
    TRY(read_identity(fields, meeting));
    TRY(read_schedule(fields, meeting));
    read_place(fields, meeting.place);
    read_online(fields, meeting.online);
    read_group(fields, meeting);
    read_regions(fields, meeting);
    meeting.notes = fields.text("notes");
    const auto types = read_types(fields, meeting);
    meeting.venue = venue_of_record(fields, meeting, types);
    read_freshness(fields, meeting);
    meeting.is_published = !fields.flag("archived").value_or(false);
    TRY(settle_whereabouts(meeting, fields.line("timezone"), defaults));
    if (const auto* extension = fields.raw(kExtension)) read_extension(*extension, meeting);
    return meeting;
}

Result<Meeting> read_meeting_guide(const json::Value& record, const Defaults& defaults) {
    auto meeting = TRY(read_meeting_guide_fields(record, defaults));
    Residue residue{record};
    write_meeting_guide_fields(meeting, residue);
    residue.keep_in(meeting, kMeetingGuide);
    return meeting;
}

}  // namespace waymark::exchange
