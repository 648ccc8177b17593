#include "compat/bmlt/naws.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "core/text.h"

namespace waymark::compat::bmlt {
namespace {

constexpr std::array<std::string_view, 52> kColumnNames{"Committee",
                                                        "CommitteeName",
                                                        "AddDate",
                                                        "AreaRegion",
                                                        "ParentName",
                                                        "ComemID",
                                                        "ContactID",
                                                        "ContactName",
                                                        "CompanyName",
                                                        "ContactAddrID",
                                                        "ContactAddress1",
                                                        "ContactAddress2",
                                                        "ContactCity",
                                                        "ContactState",
                                                        "ContactZip",
                                                        "ContactCountry",
                                                        "ContactPhone",
                                                        "MeetingID",
                                                        "Room",
                                                        "Closed",
                                                        "WheelChr",
                                                        "Day",
                                                        "Time",
                                                        "Language1",
                                                        "Language2",
                                                        "Language3",
                                                        "LocationId",
                                                        "Place",
                                                        "Address",
                                                        "City",
                                                        "LocBorough",
                                                        "State",
                                                        "Zip",
                                                        "Country",
                                                        "Directions",
                                                        "Institutional",
                                                        "Format1",
                                                        "Format2",
                                                        "Format3",
                                                        "Format4",
                                                        "Format5",
                                                        "Delete",
                                                        "LastChanged",
                                                        "Longitude",
                                                        "Latitude",
                                                        "ContactGP",
                                                        "PhoneMeetingNumber",
                                                        "VirtualMeetingLink",
                                                        "VirtualMeetingInfo",
                                                        "TimeZone",
                                                        "bmlt_id",
                                                        "unpublished"};
constexpr std::array<std::string_view, 8> kDays{"",          "Sunday",   "Monday", "Tuesday",
                                                "Wednesday", "Thursday", "Friday", "Saturday"};
// These stand first among the five formats, in this order.
constexpr std::array<std::string_view, 6> kFirstFormats{"VM", "TC", "HYBR", "W", "M", "GL"};
constexpr std::size_t kFormatsShown = 5;
constexpr std::size_t kLanguagesShown = 3;

void append_cell(std::string& out, std::string_view text) {
    out.push_back('"');
    for (const char c : text) {
        if (c == '"') out.push_back('"');
        out.push_back(c);
    }
    out.push_back('"');
}

// What a meeting's formats say in the words of NA World Services.
struct Codes {
    std::vector<std::string_view> formats{}, languages{};
    std::vector<std::string> rooms{};
    bool is_open = false, is_closed = false, has_wheelchair = false;
};

Codes codes_of(const Table& table, RowNumber row) {
    Codes codes;
    for (const int id : table.formats_of(row)) {
        const auto* format = table.book().find(id, kNativeLanguage);
        if (format == nullptr) continue;
        const std::string_view code = format->world_id;
        if (code == "OPEN")
            codes.is_open = true;
        else if (code == "CLOSED")
            codes.is_closed = true;
        else if (code == "WCHR")
            codes.has_wheelchair = true;
        else if (code == "LANG")
            codes.languages.push_back(format->key);
        else if (code.empty())
            codes.rooms.push_back(format->name);
        else
            codes.formats.push_back(code);
    }
    std::ranges::stable_sort(codes.formats, {}, [](std::string_view code) {
        return std::ranges::find(kFirstFormats, code) - kFirstFormats.begin();
    });
    return codes;
}

std::string last_changed(const std::optional<Instant>& updated) {
    if (!updated) return {};
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(*updated)};
    const auto year = static_cast<int>(date.year()) % 100;
    return std::to_string(static_cast<unsigned>(date.month())) + "/" +
           std::to_string(static_cast<unsigned>(date.day())) + "/" + (year < 10 ? "0" : "") +
           std::to_string(year);
}

class RowText {
  public:
    RowText(const Table& table, RowNumber row, NawsMark mark)
        : table_(table), row_(row), codes_(codes_of(table, row)) {
        set_place();
        set_codes();
        set_rest();
        if (mark == NawsMark::deleted) cells_["Delete"] = "D";
    }

    std::string line() const {
        std::string line;
        for (const auto name : kColumnNames) {
            if (!line.empty()) line.push_back(',');
            const auto found = cells_.find(name);
            append_cell(line, found == cells_.end() ? std::string_view{} : found->second);
        }
        return line + "\n";
    }

  private:
    std::string field(Column column) const { return std::string{table_.text(row_, column)}; }
    std::string first_of(std::initializer_list<Column> columns) const {
        for (const auto column : columns) {
            if (auto text = field(column); !text.empty()) return text;
        }
        return {};
    }

    void set_place() {
        cells_["Place"] = field(location_text);
        cells_["Address"] = field(location_street);
        cells_["City"] =
            first_of({location_city_subsection, location_municipality, location_neighborhood});
        cells_["LocBorough"] = field(location_neighborhood);
        cells_["State"] = field(location_province);
        cells_["Zip"] = field(location_postal_code_1);
        cells_["Country"] = field(location_nation);
        auto directions = field(location_info);
        const auto notes = field(comments);
        if (!directions.empty() && !notes.empty()) directions += ", ";
        cells_["Directions"] = directions + notes;
        cells_["Longitude"] = field(longitude);
        cells_["Latitude"] = field(latitude);
    }

    void set_codes() {
        cells_["Room"] = joined(codes_.rooms, ", ");
        cells_["Closed"] = codes_.is_open && !codes_.is_closed ? "OPEN" : "CLOSED";
        cells_["WheelChr"] = codes_.has_wheelchair ? "TRUE" : "FALSE";
        for (std::size_t i = 0; i < std::min(codes_.formats.size(), kFormatsShown); ++i)
            cells_[kColumnNames[36 + i]] = codes_.formats[i];
        for (std::size_t i = 0; i < std::min(codes_.languages.size(), kLanguagesShown); ++i)
            cells_[kColumnNames[23 + i]] = codes_.languages[i];
    }

    void set_rest() {
        const Row& row = table_.rows()[row_];
        cells_["Committee"] = field(worldid_mixed);
        cells_["CommitteeName"] = field(meeting_name);
        if (const auto* body = table_.bodies().find(row.body)) {
            cells_["AreaRegion"] = body->world_id.empty() ? "WORLD_ID_MISSING" : body->world_id;
            cells_["ParentName"] = body->name;
        }
        cells_["Day"] = kDays[std::min<std::size_t>(row.weekday, 7)];
        const auto start = field(start_time);  // "19:30:00" is written 1930.
        if (start.size() >= 5) cells_["Time"] = start.substr(0, 2) + start.substr(3, 2);
        cells_["Institutional"] = "FALSE";
        cells_["LastChanged"] = last_changed(row.updated);
        cells_["PhoneMeetingNumber"] = field(phone_meeting_number);
        cells_["VirtualMeetingLink"] = field(virtual_meeting_link);
        cells_["VirtualMeetingInfo"] = field(virtual_meeting_additional_info);
        cells_["TimeZone"] = field(time_zone);
        cells_["bmlt_id"] = field(id_bigint);
        cells_["unpublished"] = row.is_published ? "" : "1";
    }

    const Table& table_;
    RowNumber row_;
    Codes codes_;
    std::map<std::string_view, std::string> cells_{};
};

}  // namespace

std::string naws_header() {
    std::string line;
    for (const auto name : kColumnNames) {
        if (!line.empty()) line.push_back(',');
        append_cell(line, name);
    }
    return line + "\n";
}

std::string naws_line(const Table& table, RowNumber row, NawsMark mark) {
    return RowText{table, row, mark}.line();
}

}  // namespace waymark::compat::bmlt
