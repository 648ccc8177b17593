#include "exchange/mapped_csv_record.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/text.h"
#include "core/time.h"
#include "exchange/features.h"

namespace waymark::exchange {
namespace {

using directory::VenueKind;
using directory::WeekdaySet;
using std::chrono::minutes;

// Fields that are called and written alike here and there.
constexpr auto kSameFields = std::to_array<std::string_view>({
    "timezone",
    "location",
    "county",
    "state",
    "country",
    "coordinates",
    "approximate",
    "conference_url",
    "conference_phone",
    "notes",
    "location_notes",
    "group",
    "group_notes",
    "website",
    "email",
    "phone",
    "feedback_url",
    "contact_1_name",
    "contact_1_email",
    "contact_1_phone",
    "contact_2_name",
    "contact_2_email",
    "contact_2_phone",
    "contact_3_name",
    "contact_3_email",
    "contact_3_phone",
    "venmo",
    "paypal",
    "square",
    "city",
    "conference_url_notes",
    "conference_phone_notes",
});

struct When {
    WeekdaySet days{};
    minutes start{};
    std::optional<minutes> length{};
};

std::optional<minutes> length_between(minutes start, std::optional<minutes> end) {
    if (!end || *end == start) return std::nullopt;
    constexpr minutes kDay = std::chrono::hours{24};
    return (*end - start + kDay) % kDay;
}

// Nothing for a meeting by appointment.
Result<std::optional<When>> when_of(const json::Value& said) {
    const auto day = said.text_or("day");
    const auto time = said.text_or("time");
    if (day.empty() && time.empty()) return std::nullopt;
    const auto days = days_in_cell(day);
    if (day.empty()) return invalid_input("day", "There is a time but no day.");
    if (!days) return invalid_input("day", "This is not a day of the week.");
    if (time.empty()) return invalid_input("time", "There is a day but no time.");
    const auto times = times_in_cell(time);
    if (!times || times->start == std::chrono::hours{24}) {
        return invalid_input("time", "This is not a time of day.");
    }
    When when{.days = *days, .start = times->start};
    when.length = length_in_cell(said.text_or("length"));
    if (!when.length) {
        const auto end = time_in_cell(said.text_or("end_time"));
        when.length = length_between(when.start, end ? end : times->end);
    }
    return when;
}

void set_when(const When& when, json::Value& record) {
    json::Value days = json::Value::array();
    for (unsigned day = 0; day < 7; ++day) {
        if (when.days.has(std::chrono::weekday{day})) days.push(static_cast<int>(day));
    }
    record.set("day", std::move(days));
    record.set("time", format_time_of_day(when.start));
    if (when.length) record.set("duration", static_cast<std::int64_t>(when.length->count()));
}

std::string with_hyphens(std::string text) {
    std::ranges::replace(text, ' ', '-');
    return text;
}

// "after-work-monday-1800": as stable as the row itself.
std::string made_key(std::string_view name, const std::optional<When>& when) {
    constexpr std::array<std::string_view, 7> kDays{"sunday",   "monday", "tuesday", "wednesday",
                                                    "thursday", "friday", "saturday"};
    std::string key = with_hyphens(fold(name));
    if (!when) return key;
    for (unsigned day = 0; day < 7; ++day) {
        if (when->days.has(std::chrono::weekday{day})) key.append("-").append(kDays[day]);
    }
    std::string clock = format_time_of_day(when->start);
    std::erase(clock, ':');
    return key + "-" + clock;
}

void set_text(json::Value& record, std::string key, std::string_view text) {
    if (!text.empty()) record.set(std::move(key), text);
}

void set_place(const json::Value& said, const Defaults& defaults, json::Value& record) {
    const auto address = said.text_or("address");
    const bool has_more = !said.text_or("city").empty() || !said.text_or("postcode").empty() ||
                          !said.text_or("state").empty();
    // A line beside columns for town or postcode, without commas, is a street.
    const bool is_street = has_more && address.find(',') == std::string_view::npos;
    const auto street = said.text_or("street");
    set_text(record, "address", !street.empty() || !is_street ? street : address);
    if (!is_street) set_text(record, "formatted_address", address);
    set_text(record, "postal_code", said.text_or("postcode"));

    const auto latitude = said.text_or("latitude");
    const auto longitude = said.text_or("longitude");
    if (latitude.empty() && longitude.empty()) return;
    const auto north = degrees_in_cell(latitude);
    const auto east = degrees_in_cell(longitude);
    if (north && east) {
        record.set("latitude", *north);
        record.set("longitude", *east);
    } else {
        defaults.warn("A position that is not on the map was left out.");
    }
}

void set_regions(const json::Value& said, json::Value& record) {
    json::Value regions = json::Value::array();
    const bool has_region = !said.text_or("region").empty();
    for (const auto* field :
         {has_region ? "region" : "district", has_region ? "sub_region" : "sub_district"}) {
        for (auto& part : parts_of_cell(said.text_or(field), ">"))
            regions.push(std::move(part));
    }
    if (!regions.items()->empty()) record.set("regions", std::move(regions));
}

// Names that older versions of the plugin, and people, give to types: folded.
constexpr auto kOtherTypeNames = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"temporary closure", "TC"},
    {"step meeting", "ST"},
    {"step", "ST"},
    {"steps", "ST"},
    {"tradition", "TR"},
    {"beginners", "BE"},
    {"beginner", "BE"},
    {"newcomers", "BE"},
    {"womens", "W"},
    {"women only", "W"},
    {"mens", "M"},
    {"men only", "M"},
    {"handicap accessible", "X"},
    {"wheelchair accessible", "X"},
    {"child care", "BA"},
    {"abierta", "O"},
    {"cerrada", "C"},
    {"mujeres", "W"},
    {"hombres", "M"},
    {"jovenes", "Y"},
    {"principiantes", "BE"},
    {"accesible", "X"},
});

// The code that a name stands for; a name that nobody knows stays as it is.
std::string type_code(std::string name, directory::Fellowship fellowship) {
    if (auto code = type_of_name(name, fellowship)) return *code;
    const std::string folded = fold(name);
    for (const auto& [other, code] : kOtherTypeNames) {
        if (other == folded) return type_of_name(code, fellowship).value_or(std::string{code});
    }
    return name;
}

void set_types(const json::Value& said, const Defaults& defaults, json::Value& record) {
    json::Value types = json::Value::array();
    for (auto& part : parts_of_cell(said.text_or("types"), ",;|")) {
        types.push(type_code(std::move(part), defaults.fellowship));
    }
    record.set("types", std::move(types));
    json::Value languages = json::Value::array();
    for (const auto& part : parts_of_cell(said.text_or("languages"), ",;|/")) {
        if (auto language = language_in_cell(part)) {
            languages.push(std::move(*language));
        } else {
            defaults.warn("A language that is not known by that name was left out.");
        }
    }
    record.set("languages", std::move(languages));
}

void set_venue(const json::Value& said, const Defaults& defaults, json::Value& record) {
    const auto cell = said.text_or("venue_kind");
    if (cell.empty()) return;
    const auto kind = venue_in_cell(cell);
    if (!kind) {
        defaults.warn("A way of taking part that could not be understood was left out.");
    } else if (*kind == VenueKind::in_person) {
        record.set("attendance_option", "in_person");
    } else if (*kind == VenueKind::online) {
        record.set("attendance_option", "online");
    } else if (*kind == VenueKind::hybrid) {
        record.set("attendance_option", "hybrid");
    }
}

void set_updated(const json::Value& said, DateOrder order, json::Value& record) {
    const auto updated = instant_in_cell(said.text_or("updated"), order);
    if (updated) record.set("updated", format_instant(*updated));
}

}  // namespace

Result<json::Value> guide_record_of(const json::Value& said, const Defaults& defaults,
                                    DateOrder date_order) {
    const auto name = said.text_or("name", said.text_or("group"));
    if (name.empty()) return invalid_input("name", "The meeting has no name.");
    const auto when = TRY(when_of(said));
    json::Value record = json::Value::object();
    record.set("name", name);
    const auto id = said.text_or("id");
    record.set("slug", id.empty() ? made_key(name, when) : std::string{id});
    if (when) set_when(*when, record);
    for (const auto field : kSameFields)
        set_text(record, std::string{field}, said.text_or(field));
    set_place(said, defaults, record);
    set_regions(said, record);
    set_types(said, defaults, record);
    set_venue(said, defaults, record);
    set_updated(said, date_order, record);
    return record;
}

}  // namespace waymark::exchange
