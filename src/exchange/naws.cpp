#include "exchange/naws.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "core/text.h"
#include "exchange/address.h"
#include "exchange/features.h"
#include "exchange/fields.h"
#include "exchange/mapped_csv_values.h"
#include "exchange/whereabouts.h"
#include "json/write.h"

namespace waymark::exchange {
namespace {

using directory::Feature;
using directory::Meeting;
using directory::VenueKind;

constexpr std::array<std::string_view, 5> kFormatColumns{"Format1", "Format2", "Format3", "Format4",
                                                         "Format5"};
constexpr std::array<std::string_view, 3> kLanguageColumns{"Language1", "Language2", "Language3"};
// Of no use to a person, but part of the file when it is written again.
constexpr std::array<std::string_view, 6> kKeptColumns{"AddDate",   "ComemID",    "ContactID",
                                                       "MeetingID", "LocationId", "Institutional"};

Result<> read_identity(const Fields& fields, Meeting& meeting) {
    meeting.name = fields.line("CommitteeName");
    meeting.world_id = fields.line("Committee");
    if (meeting.name.empty()) return invalid_input("CommitteeName", "The meeting has no name.");
    meeting.source_key = fields.line("bmlt_id");
    if (!meeting.source_key.empty()) return {};
    const std::string group = meeting.world_id.empty() ? meeting.name : meeting.world_id;
    meeting.source_key = group + " " + fields.line("Day") + " " + fields.line("Time");
    return {};
}

Result<> read_schedule(const Fields& fields, Meeting& meeting) {
    const auto days = days_in_cell(fields.line("Day"));
    if (!days) return invalid_input("Day", "This is not a day of the week.");
    const auto time = time_in_cell(fields.line("Time"));
    if (!time) return invalid_input("Time", "This is not a time of day.");
    meeting.schedule.days = *days;
    meeting.schedule.start = *time % std::chrono::hours{24};
    return {};
}

void read_place(const Fields& fields, directory::Place& place) {
    place.name = fields.line("Place");
    place.street = fields.line("Address");
    place.town = fields.line("City");
    place.borough = fields.line("LocBorough");
    place.state = fields.line("State");
    place.postcode = fields.line("Zip");
    place.country = fields.line("Country");
    place.notes = fields.text("Directions");
    place.point = fields.point("Latitude", "Longitude");
    place.is_approximate = place.point && !has_street(place) && place.name.empty();
}

void add_languages(const Fields& fields, std::vector<std::string>& languages) {
    const auto add = [&](std::string tag) {
        if (std::ranges::find(languages, tag) == languages.end()) {
            languages.push_back(std::move(tag));
        }
    };
    for (const auto column : kLanguageColumns) {
        const std::string cell = fields.line(column);
        if (cell.empty()) continue;
        if (auto tag = language_in_cell(cell)) {
            add(std::move(*tag));
        } else {
            fields.defaults().warn("A language that is not known by that name was left out.");
        }
    }
}

struct Marks {
    bool online = false, hybrid = false, temporarily_closed = false;
};

// Every code that the row has, with what it says.
Marks read_formats(const Fields& fields, Meeting& meeting) {
    Marks marks;
    const auto take = [&](std::string code) {
        if (code.empty()) return;
        if (const auto meaning = meaning_of_naws(code)) {
            meeting.features =
                directory::FeatureSet::of_bits(meeting.features.bits() | meaning->features.bits());
            marks.online |= meaning->venue == VenueMark::online;
            marks.hybrid |= meaning->venue == VenueMark::hybrid;
            marks.temporarily_closed |= meaning->venue == VenueMark::temporarily_closed;
            if (!meaning->language.empty() && meeting.languages.empty()) {
                meeting.languages.push_back(meaning->language);
            }
        }
        meeting.codes.push_back(std::move(code));
    };
    for (const auto column : kFormatColumns)
        take(fields.line(column));
    take(ascii_upper(fields.line("Closed")));
    if (fields.flag("WheelChr") == true) take("WCHR");
    return marks;
}

VenueKind venue_of(const Marks& marks, const Meeting& meeting) {
    const auto& online = meeting.online;
    const bool has_way_in = !online.url.empty() || !online.phone.empty();
    const auto& place = meeting.place;
    const bool has_door = has_street(place) || (place.point && !place.name.empty());
    if (marks.temporarily_closed) {
        const bool meets = has_way_in || marks.online;
        return meets ? VenueKind::temporarily_online : VenueKind::suspended;
    }
    if (marks.online) return VenueKind::online;
    if (marks.hybrid) return has_door ? VenueKind::hybrid : VenueKind::online;
    if (has_way_in) return has_door ? VenueKind::hybrid : VenueKind::online;
    return has_door ? VenueKind::in_person : VenueKind::unknown;
}

void read_online(const Fields& fields, directory::Online& online) {
    online.url = fields.link("VirtualMeetingLink");
    online.url_notes = fields.text("VirtualMeetingInfo");
    online.phone = fields.line("PhoneMeetingNumber");
}

void read_contact(const Fields& fields, Meeting& meeting) {
    directory::Contact contact{
        .name = fields.line("ContactName"), .phone = fields.line("ContactPhone"), .email = {}};
    if (contact != directory::Contact{}) meeting.contacts.push_back(std::move(contact));
}

void keep_columns(const Fields& fields, Meeting& meeting) {
    for (const auto column : kKeptColumns) {
        std::string text = fields.line(column);
        if (text.empty() || text == "FALSE") continue;
        meeting.residue.emplace_back("naws:" + std::string{column}, json::write(std::move(text)));
    }
}

}  // namespace

Result<> check_naws_columns(std::span<const std::string> columns) {
    for (const std::string_view needed : {"CommitteeName", "Day", "Time", "Format1"}) {
        if (std::ranges::find(columns, needed) == columns.end()) {
            return fail(ErrorKind::unreadable,
                        "This table has not the columns of a NAWS file. Try --format csv.");
        }
    }
    return {};
}

bool is_naws_removal(const json::Value& row) {
    return ascii_upper(trimmed(row.text_or("Delete"))) == "D";
}

Result<Meeting> read_naws(const json::Value& row, const Defaults& defaults) {
    const Fields fields{row, defaults};
    Meeting meeting;
    meeting.fellowship = defaults.fellowship;
    TRY(read_identity(fields, meeting));
    TRY(read_schedule(fields, meeting));
    read_place(fields, meeting.place);
    read_online(fields, meeting.online);
    const Marks marks = read_formats(fields, meeting);
    add_languages(fields, meeting.languages);
    meeting.venue.usual = venue_of(marks, meeting);
    meeting.notes = fields.text("Room");  // Names of formats that have no NAWS code.
    if (auto body = fields.line("ParentName"); !body.empty()) meeting.regions.push_back(body);
    meeting.service_body = fields.line("AreaRegion");
    meeting.freshness.updated =
        instant_in_cell(fields.line("LastChanged"), DateOrder::month_day_year);
    meeting.is_published = fields.flag("unpublished") != true;
    read_contact(fields, meeting);
    keep_columns(fields, meeting);
    auto settled = settle_whereabouts(meeting, fields.line("TimeZone"), defaults);
    if (!settled) {
        settled.error().field = "TimeZone";
        return tl::unexpected(std::move(settled).error());
    }
    return meeting;
}

}  // namespace waymark::exchange
