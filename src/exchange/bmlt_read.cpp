#include <algorithm>
#include <string>
#include <utility>

#include "core/number.h"
#include "core/text.h"
#include "exchange/bmlt.h"
#include "exchange/bmlt_formats.h"
#include "exchange/bmlt_record.h"
#include "exchange/extension.h"
#include "exchange/fields.h"
#include "exchange/residue.h"
#include "exchange/whereabouts.h"
#include "json/parse.h"

namespace waymark::exchange {
namespace {

using directory::Meeting;
using directory::VenueKind;
using std::chrono::minutes;

// What a whole BMLT row says beside the meeting itself.
struct Said {
    CodesMeaning formats{};
    int venue_type = 0;  // 1 in person, 2 virtual, 3 hybrid; 0 not said.
};

// A server with an old schema sends a field's prompt before its text:
// "Train Lines#@-@#Take the 7".
std::string without_prompt(std::string text) {
    constexpr std::string_view kMark = "#@-@#";
    const auto mark = text.find(kMark);
    return mark == std::string::npos ? text : text.substr(mark + kMark.size());
}

Result<> read_day(const Fields& fields, directory::Schedule& schedule) {
    const auto written = fields.line("weekday_tinyint");
    if (written.empty()) return {};
    const auto number = parse_number<int>(written);
    if (!number || *number < 1 || *number > 7) {
        return invalid_input("weekday_tinyint",
                             "A day is a number from 1, Sunday, to 7, Saturday.");
    }
    schedule.days.add(std::chrono::weekday{static_cast<unsigned>(*number - 1)});
    return {};
}

Result<> read_clock(const Fields& fields, directory::Schedule& schedule) {
    const auto start = fields.line("start_time");
    const auto length = fields.line("duration_time");
    if (start.empty()) {
        schedule.days = {};  // A day alone is no appointment to keep.
        return {};
    }
    const auto start_time = parse_time_of_day(start);
    if (!start_time || *start_time >= std::chrono::hours{24}) {
        return invalid_input("start_time", "A time is written as 19:00:00.");
    }
    schedule.start = *start_time;
    if (length.empty()) return {};
    const auto lasts = parse_time_of_day(length);
    if (!lasts) return invalid_input("duration_time", "A length is written as 01:30:00.");
    if (*lasts != minutes{0}) schedule.length = *lasts;
    return {};
}

void read_place(const Fields& fields, directory::Place& place) {
    place.name = fields.line("location_text");
    place.notes = fields.text("location_info");
    place.street = fields.line("location_street");
    place.borough = fields.line("location_city_subsection");
    place.neighborhood = fields.line("location_neighborhood");
    place.town = fields.line("location_municipality");
    place.county = fields.line("location_sub_province");
    place.state = fields.line("location_province");
    place.postcode = fields.line("location_postal_code_1");
    place.country = fields.line("location_nation");
    place.transit = without_prompt(fields.text("train_lines"));
    if (auto buses = without_prompt(fields.text("bus_lines")); !buses.empty()) {
        if (!place.transit.empty()) place.transit.push_back('\n');
        place.transit += buses;
    }
    place.point = fields.point("latitude", "longitude");
    // BMLT wants a position of every meeting; of one without a door it is a guess.
    place.is_approximate = place.point && place.street.empty() && place.name.empty();
}

void read_online(const Fields& fields, directory::Online& online) {
    online.url = fields.link("virtual_meeting_link");
    online.url_notes = fields.text("virtual_meeting_additional_info");
    online.phone = fields.line("phone_meeting_number");
}

void read_contacts(const Fields& fields, Meeting& meeting) {
    for (const std::string number : {"1", "2"}) {
        directory::Contact contact{fields.line("contact_name_" + number),
                                   fields.line("contact_phone_" + number),
                                   fields.line("contact_email_" + number)};
        if (contact != directory::Contact{}) meeting.contacts.push_back(std::move(contact));
    }
}

CodesMeaning read_formats(const Fields& fields, Meeting& meeting) {
    const auto& formats = fields.defaults().bmlt_formats != nullptr
                              ? *fields.defaults().bmlt_formats
                              : BmltFormats::stock();
    meeting.codes = fields.list("formats");
    if (meeting.codes.empty()) {
        for (const auto& id : fields.list("format_shared_id_list")) {
            if (const auto key = formats.key_of(id); !key.empty()) meeting.codes.emplace_back(key);
        }
    }
    CodesMeaning all;
    for (const auto& key : meeting.codes) {
        const auto meaning = formats.meaning(key);
        if (!meaning) continue;
        all.features =
            directory::FeatureSet::of_bits(all.features.bits() | meaning->features.bits());
        all.online |= meaning->venue == VenueMark::online;
        all.hybrid |= meaning->venue == VenueMark::hybrid;
        all.temporarily_closed |= meaning->venue == VenueMark::temporarily_closed;
        const auto& language = meaning->language;
        if (!language.empty() &&
            std::ranges::find(all.languages, language) == all.languages.end()) {
            all.languages.push_back(language);
        }
    }
    meeting.features = all.features;
    meeting.languages = all.languages;
    return all;
}

Result<int> venue_type_of(const Fields& fields) {
    const auto written = fields.line("venue_type");
    if (written.empty()) return 0;
    const auto number = parse_number<int>(written);
    if (!number || *number < 0 || *number > 3) {
        return invalid_input("venue_type", "A venue is 1 in person, 2 online or 3 both.");
    }
    return *number;
}

VenueKind venue_kind(const Meeting& meeting, const Said& said) {
    const auto& place = meeting.place;
    const bool way_in = !meeting.online.url.empty() || !meeting.online.phone.empty();
    const bool says_hybrid = said.venue_type == 3 || said.formats.hybrid;
    const bool says_online = said.venue_type == 2 || said.formats.online;
    const bool is_exact = !place.street.empty() || (!place.name.empty() && place.point.has_value());
    const bool door = is_exact && !place.is_approximate;

    if (said.formats.temporarily_closed) {
        return way_in || says_online ? VenueKind::temporarily_online : VenueKind::suspended;
    }
    if (meeting.schedule.days.empty()) return VenueKind::by_appointment;
    if (says_hybrid) return door ? VenueKind::hybrid : VenueKind::online;
    if (says_online) return VenueKind::online;
    if (!door) return way_in ? VenueKind::online : VenueKind::unknown;
    // Old servers have no venue type: a link beside a door is then a way in too.
    return way_in && said.venue_type == 0 ? VenueKind::hybrid : VenueKind::in_person;
}

void read_extension_text(const Fields& fields, Meeting& meeting) {
    const auto* text = fields.raw(kExtension);
    if (text == nullptr || text->string() == nullptr) return;
    if (const auto extension = json::parse(*text->string())) read_extension(*extension, meeting);
}

Result<> read_identity(const Fields& fields, Meeting& meeting) {
    meeting.source_key = fields.line("id_bigint");
    if (meeting.source_key.empty()) {
        return invalid_input("id_bigint", "The meeting has no id.");
    }
    meeting.name = fields.line("meeting_name");
    if (meeting.name.empty()) return invalid_input("meeting_name", "The meeting has no name.");
    meeting.world_id = fields.line("worldid_mixed");
    meeting.service_body = fields.line("service_body_bigint");
    if (auto body = fields.line("service_body_name"); !body.empty()) {
        meeting.regions.push_back(std::move(body));
    }
    return {};
}

}  // namespace

Result<Meeting> read_bmlt_fields(const json::Value& record, const Defaults& defaults) {
    if (record.members() == nullptr) return invalid_input("", "This is not a meeting's record.");
    const Fields fields{record, defaults};
    Meeting meeting;
    meeting.fellowship = defaults.fellowship;
    TRY(read_identity(fields, meeting));
    TRY(read_day(fields, meeting.schedule));
    TRY(read_clock(fields, meeting.schedule));
    read_place(fields, meeting.place);
    read_online(fields, meeting.online);
    read_contacts(fields, meeting);
    meeting.notes = fields.text("comments");
    const int venue_type = TRY(venue_type_of(fields));
    meeting.venue.usual = venue_kind(meeting, {read_formats(fields, meeting), venue_type});
    meeting.is_published = fields.flag("published").value_or(true);
    TRY(settle_whereabouts(meeting, fields.line("time_zone"), defaults));
    read_extension_text(fields, meeting);
    return meeting;
}

Result<Meeting> read_bmlt(const json::Value& record, const Defaults& defaults) {
    auto meeting = TRY(read_bmlt_fields(record, defaults));
    keep_residue(meeting, kBmlt, record, write_bmlt_fields(meeting));
    return meeting;
}

}  // namespace waymark::exchange
