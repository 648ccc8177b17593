#include <algorithm>
#include <cassert>
#include <string>
#include <utility>

#include "exchange/bmlt.h"
#include "exchange/bmlt_formats.h"
#include "exchange/bmlt_record.h"
#include "exchange/extension.h"
#include "exchange/fields.h"
#include "exchange/residue.h"
#include "json/write.h"

namespace waymark::exchange {
namespace {

using directory::Meeting;
using directory::VenueKind;

constexpr std::size_t kFieldsUsual = 48;

class Record {
  public:
    Record() { record_.members()->reserve(kFieldsUsual); }
    void set(std::string_view key, std::string value) {
        record_.set(std::string{key}, std::move(value));
    }
    json::Value take() { return std::move(record_); }

  private:
    json::Value record_ = json::Value::object();
};

std::string clock_text(std::chrono::minutes time) {
    return format_time_of_day(time) + ":00";
}

std::string_view venue_type(VenueKind kind) {
    switch (kind) {
        case VenueKind::online:
        case VenueKind::temporarily_online:
            return "2";
        case VenueKind::hybrid:
            return "3";
        default:
            return "1";
    }
}

// The formats of the venue, as BMLT's own root server adds them.
void add_venue_formats(VenueKind kind, std::vector<std::string>& keys) {
    if (kind == VenueKind::online || kind == VenueKind::temporarily_online) keys.emplace_back("VM");
    if (kind == VenueKind::hybrid) keys.emplace_back("HY");
    if (kind == VenueKind::temporarily_online || kind == VenueKind::suspended) {
        keys.emplace_back("TC");
    }
}

int id_of(const std::string& key) {
    const auto found = std::ranges::find(stock_formats(), key, &StockFormat::key);
    return found == stock_formats().end() ? 0 : found->id;
}

void write_formats(Record& record, const Meeting& meeting) {
    auto keys = formats_of(meeting.features, meeting.languages);
    add_venue_formats(meeting.venue.usual, keys);
    std::ranges::stable_sort(keys, {}, id_of);
    std::string texts;
    std::string ids;
    for (const auto& key : keys) {
        if (!texts.empty()) texts.push_back(',');
        texts += key;
        if (const int id = id_of(key); id != 0) {
            if (!ids.empty()) ids.push_back(',');
            ids += std::to_string(id);
        }
    }
    record.set("formats", std::move(texts));
    record.set("format_shared_id_list", std::move(ids));
}

void write_schedule(Record& record, const directory::Schedule& schedule) {
    std::string day;
    for (unsigned i = 0; i < 7; ++i) {
        if (schedule.days.has(std::chrono::weekday{i}) && day.empty()) day = std::to_string(i + 1);
    }
    record.set("weekday_tinyint", day);
    record.set("start_time", day.empty() ? "" : clock_text(schedule.start));
    record.set("duration_time", clock_text(schedule.length.value_or(std::chrono::minutes{0})));
    record.set("time_zone", std::string{schedule.zone.name()});
}

void write_place(Record& record, const directory::Place& place) {
    const auto degrees = [](double value) { return text_of(json::Value{value}); };
    record.set("longitude", place.point ? degrees(place.point->longitude) : "");
    record.set("latitude", place.point ? degrees(place.point->latitude) : "");
    record.set("location_text", place.name);
    record.set("location_info", place.notes);
    record.set("location_street", place.street);
    record.set("location_city_subsection", place.borough);
    record.set("location_neighborhood", place.neighborhood);
    record.set("location_municipality", place.town);
    record.set("location_sub_province", place.county);
    record.set("location_province", place.state);
    record.set("location_postal_code_1", place.postcode);
    record.set("location_nation", place.country);
    record.set("train_lines", place.transit);
    record.set("bus_lines", "");
}

void write_contacts(Record& record, const Meeting& meeting) {
    for (std::size_t i = 0; i < 2; ++i) {
        const auto contact =
            i < meeting.contacts.size() ? meeting.contacts[i] : directory::Contact{};
        const auto number = std::to_string(i + 1);
        record.set("contact_name_" + number, contact.name);
        record.set("contact_phone_" + number, contact.phone);
        record.set("contact_email_" + number, contact.email);
    }
}

}  // namespace

json::Value write_bmlt_fields(const Meeting& meeting) {
    Record record;
    record.set("id_bigint", meeting.source_key);
    record.set("worldid_mixed", meeting.world_id);
    record.set("shared_group_id_bigint", "");
    record.set("service_body_bigint", meeting.service_body);
    record.set("service_body_name", meeting.regions.empty() ? "" : meeting.regions.back());
    write_schedule(record, meeting.schedule);
    record.set("venue_type", std::string{venue_type(meeting.venue.usual)});
    write_formats(record, meeting);
    record.set("lang_enum", "en");
    record.set("distance_in_km", "");
    record.set("distance_in_miles", "");
    record.set("email_contact", "");
    record.set("published", meeting.is_published ? "1" : "0");
    record.set("root_server_uri", "");
    record.set("meeting_name", meeting.name);
    write_place(record, meeting.place);
    record.set("comments", meeting.notes);
    write_contacts(record, meeting);
    record.set("phone_meeting_number", meeting.online.phone);
    record.set("virtual_meeting_link", meeting.online.url);
    record.set("virtual_meeting_additional_info", meeting.online.url_notes);
    return record.take();
}

json::Value write_bmlt(const Meeting& meeting) {
    auto record = write_bmlt_fields(meeting);
    if (came_from(meeting, kBmlt)) {
        restore_residue(record, meeting, kBmlt);
        return record;
    }
    const auto said = read_bmlt_fields(record, {});
    const auto extension = extension_of(meeting, said ? *said : Meeting{});
    if (!extension.is_null()) record.set(std::string{kExtension}, json::write(extension));
    return record;
}

std::vector<Meeting> one_a_day(const Meeting& meeting) {
    std::vector<Meeting> days;
    for (unsigned i = 0; i < 7; ++i) {
        const std::chrono::weekday day{i};
        if (!meeting.schedule.days.has(day)) continue;
        auto& one = days.emplace_back(meeting);
        one.schedule.days = {};
        one.schedule.days.add(day);
        if (days.size() > 1) one.source_key += "-" + std::to_string(i);
    }
    if (days.empty()) days.push_back(meeting);
    return days;
}

}  // namespace waymark::exchange
