// The fields of a BMLT meeting, in the order in which a 4.x server sends them.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace waymark::compat::bmlt {

struct ColumnInfo {
    std::string_view key{};
    std::string_view prompt{};  // Of GetFieldKeys; empty for what it does not list.
    bool is_text = false;       // Words of it are searched.
    bool is_hidden = false;     // Sent empty to whoever is not logged in.
    bool is_number = false;     // Sorted as one.
};

// Its place in kColumns; a server's own fields come after the last.
enum Column : std::size_t {
    id_bigint,
    worldid_mixed,
    shared_group_id_bigint,
    service_body_bigint,
    service_body_name,
    weekday_tinyint,
    venue_type,
    start_time,
    duration_time,
    time_zone,
    formats,
    lang_enum,
    longitude,
    latitude,
    distance_in_km,
    distance_in_miles,
    email_contact,
    published,
    root_server_uri,
    format_shared_id_list,
    meeting_name,
    location_text,
    location_info,
    location_street,
    location_city_subsection,
    location_neighborhood,
    location_municipality,
    location_sub_province,
    location_province,
    location_postal_code_1,
    location_nation,
    comments,
    train_lines,
    bus_lines,
    contact_phone_2,
    contact_email_2,
    contact_name_2,
    contact_phone_1,
    contact_email_1,
    contact_name_1,
    phone_meeting_number,
    virtual_meeting_link,
    virtual_meeting_additional_info,
    first_own,
};

inline constexpr std::array<ColumnInfo, first_own> kColumns{{
    {.key = "id_bigint", .prompt = "ID", .is_number = true},
    {.key = "worldid_mixed", .prompt = "World ID"},
    {.key = "shared_group_id_bigint"},
    {.key = "service_body_bigint", .prompt = "Service Body ID", .is_number = true},
    {.key = "service_body_name"},
    {.key = "weekday_tinyint", .prompt = "Weekday", .is_number = true},
    {.key = "venue_type", .prompt = "Venue Type", .is_number = true},
    {.key = "start_time", .prompt = "Start Time"},
    {.key = "duration_time", .prompt = "Duration"},
    {.key = "time_zone", .prompt = "Time Zone"},
    {.key = "formats", .prompt = "Formats"},
    {.key = "lang_enum", .prompt = "Language"},
    {.key = "longitude", .prompt = "Longitude", .is_number = true},
    {.key = "latitude", .prompt = "Latitude", .is_number = true},
    {.key = "distance_in_km"},
    {.key = "distance_in_miles"},
    {.key = "email_contact", .is_hidden = true},
    {.key = "published"},
    {.key = "root_server_uri"},
    {.key = "format_shared_id_list"},
    {.key = "meeting_name", .prompt = "Meeting Name", .is_text = true},
    {.key = "location_text", .prompt = "Location Name", .is_text = true},
    {.key = "location_info", .prompt = "Additional Location Information", .is_text = true},
    {.key = "location_street", .prompt = "Street Address", .is_text = true},
    {.key = "location_city_subsection", .prompt = "Borough", .is_text = true},
    {.key = "location_neighborhood", .prompt = "Neighborhood", .is_text = true},
    {.key = "location_municipality", .prompt = "Town", .is_text = true},
    {.key = "location_sub_province", .prompt = "County", .is_text = true},
    {.key = "location_province", .prompt = "State", .is_text = true},
    {.key = "location_postal_code_1", .prompt = "Zip Code", .is_text = true},
    {.key = "location_nation", .prompt = "Nation", .is_text = true},
    {.key = "comments", .prompt = "Comments", .is_text = true},
    {.key = "train_lines", .prompt = "Train Lines", .is_text = true},
    {.key = "bus_lines", .prompt = "Bus Lines", .is_text = true},
    {.key = "contact_phone_2", .is_hidden = true},
    {.key = "contact_email_2", .is_hidden = true},
    {.key = "contact_name_2", .is_hidden = true},
    {.key = "contact_phone_1", .is_hidden = true},
    {.key = "contact_email_1", .is_hidden = true},
    {.key = "contact_name_1", .is_hidden = true},
    {.key = "phone_meeting_number", .prompt = "Phone Meeting Dial-in Number", .is_text = true},
    {.key = "virtual_meeting_link", .prompt = "Virtual Meeting Link", .is_text = true},
    {.key = "virtual_meeting_additional_info",
     .prompt = "Virtual Meeting Additional Info",
     .is_text = true},
}};

// Whether a field of a server's own may be sent: a plain name, nothing of persons.
bool is_own_field(std::string_view key);

}  // namespace waymark::compat::bmlt
