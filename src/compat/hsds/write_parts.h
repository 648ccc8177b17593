// The small objects of HSDS that services and locations share. Each writes a
// key and an array, or nothing when there is nothing in it; `owner` is the id
// from which theirs are made.
#pragma once

#include <optional>
#include <string_view>

#include "compat/hsds/view.h"
#include "json/write.h"

namespace waymark::compat::hsds {

// A key and its value; nothing when that is empty, or breaks the field's format.
void write_text(json::Writer& out, std::string_view key, std::string_view text);
void write_link(json::Writer& out, std::string_view key, std::string_view link);
void write_email(json::Writer& out, std::string_view key, std::string_view email);
void write_time(json::Writer& out, std::string_view key, std::optional<Instant> time);

void write_phones(json::Writer& out, const directory::Facility& facility, std::string_view owner);
// Times are local; `timezone_name` says of which zone, since an offset would be
// wrong for half the year.
void write_schedules(json::Writer& out, const directory::Hours& hours, std::string_view owner);
void write_languages(json::Writer& out, const directory::Facility& facility,
                     std::string_view owner);
void write_service_areas(json::Writer& out, const directory::Facility& facility,
                         std::string_view owner);
void write_costs(json::Writer& out, const directory::Facility& facility, std::string_view owner);
void write_capacities(json::Writer& out, const directory::Facility& facility,
                      std::string_view owner);
void write_documents(json::Writer& out, const directory::Facility& facility,
                     std::string_view owner);
void write_accessibility(json::Writer& out, const View& view, finder::RowNumber row);

}  // namespace waymark::compat::hsds
