#include <algorithm>
#include <optional>
#include <set>

#include "compat/bmlt/switchers.h"
#include "core/number.h"
#include "core/text.h"
#include "directory/source_book.h"

namespace waymark::compat::bmlt {
namespace {

struct Area {
    double north = 0, south = 0, west = 0, east = 0;  // West above east: over the date line.
    double middle_longitude() const {
        const double width = east >= west ? east - west : east + 360 - west;
        const double middle = west + width / 2;
        return middle > 180 ? middle - 360 : middle;
    }
};

// The smallest box: everything but the widest gap between two meetings.
void set_longitudes(Area& area, std::vector<double> longitudes) {
    std::ranges::sort(longitudes);
    area.west = longitudes.front();
    area.east = longitudes.back();
    double widest = longitudes.front() + 360 - longitudes.back();
    for (std::size_t i = 1; i < longitudes.size(); ++i) {
        const double gap = longitudes[i] - longitudes[i - 1];
        if (gap <= widest) continue;
        widest = gap;
        area.west = longitudes[i];
        area.east = longitudes[i - 1];
    }
}

std::optional<Area> area_of(const Table& table) {
    std::vector<double> latitudes;
    std::vector<double> longitudes;
    for (RowNumber row = 0; row < table.rows().size(); ++row) {
        if (!table.rows()[row].is_published) continue;
        const auto north = parse_number<double>(table.text(row, latitude));
        const auto east = parse_number<double>(table.text(row, longitude));
        if (!north || !east || *north == 0 || *east == 0) continue;
        latitudes.push_back(*north);
        longitudes.push_back(*east);
    }
    if (latitudes.empty()) return std::nullopt;
    Area area{.north = std::ranges::max(latitudes), .south = std::ranges::min(latitudes)};
    set_longitudes(area, std::move(longitudes));
    return area;
}

std::string number_text(double number) {
    std::string text;
    json::append_number(text, number);
    return text;
}

std::string available_keys(const Table& table) {
    std::string keys;
    for (std::size_t column = 0; column < table.column_count(); ++column) {
        const bool is_listed = column >= first_own || !kColumns[column].prompt.empty();
        if (!is_listed) continue;
        if (!keys.empty()) keys.push_back(',');
        keys += table.key(column);
    }
    return keys + ",root_server_uri,format_shared_id_list";
}

void write_rest(json::Writer& out) {
    out.key("google_api_key").string("");
    out.key("dbVersion").string("").key("dbPrefix").string("").key("phpVersion").string("");
    out.key("auto_geocoding_enabled").boolean(false);
    out.key("county_auto_geocoding_enabled").boolean(false);
    out.key("zip_auto_geocoding_enabled").boolean(false);
    out.key("commit").string("");
    out.key("default_closed_status").boolean(true);
    out.key("aggregator_mode_enabled").boolean(false);
}

}  // namespace

Result<std::string> get_server_info(const Question& question) {
    const auto area = area_of(question.table).value_or(Area{});
    std::string text;
    json::Writer out{text};
    out.begin_array().begin_object();
    out.key("version").string(kVersion).key("versionInt").string(kVersionNumber);
    out.key("langs").string(joined(question.table.book().languages(), ","));
    out.key("nativeLang").string(kNativeLanguage);
    out.key("centerLongitude").string(number_text(area.middle_longitude()));
    out.key("centerLatitude").string(number_text((area.north + area.south) / 2));
    out.key("centerZoom").string("10").key("defaultDuration").string("01:00:00");
    out.key("regionBias").string("us").key("charSet").string("UTF-8");
    out.key("distanceUnits").string("mi").key("semanticAdmin").string("0");
    out.key("changesPerMeeting").string(std::to_string(directory::kVersionsKept));
    out.key("meeting_states_and_provinces").string("");
    out.key("meeting_counties_and_sub_provinces").string("");
    out.key("available_keys").string(available_keys(question.table));
    write_rest(out);
    out.end_object().end_array();
    return text;
}

Result<std::string> get_coverage_area(const Question& question) {
    const auto area = area_of(question.table);
    if (!area) return std::string{"[]"};
    std::string text;
    json::Writer out{text};
    out.begin_array().begin_object();
    out.key("nw_corner_longitude").string(number_text(area->west));
    out.key("nw_corner_latitude").string(number_text(area->north));
    out.key("se_corner_longitude").string(number_text(area->east));
    out.key("se_corner_latitude").string(number_text(area->south));
    out.end_object().end_array();
    return text;
}

}  // namespace waymark::compat::bmlt
