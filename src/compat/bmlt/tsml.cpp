#include "compat/bmlt/tsml.h"

#include <array>

#include "core/text.h"

namespace waymark::compat::bmlt {
namespace {

constexpr int kDayMinutes = 24 * 60;

std::string clock_text(int minutes) {
    return format_time_of_day(std::chrono::minutes{minutes % kDayMinutes});
}

std::string type_of(std::string_view world_id) {
    constexpr std::array<std::array<std::string_view, 2>, 4> kTypes{
        {{"CLOSED", "C"}, {"OPEN", "O"}, {"WCHR", "X"}, {"VM", "ONL"}}};
    for (const auto& [from, to] : kTypes) {
        if (world_id == from) return std::string{to};
    }
    return std::string{world_id};
}

// "7am-in-the-bronx-52": stays as long as name and id do.
std::string slug_of(std::string_view name, std::int64_t id) {
    std::string slug;
    const auto folded = fold(name);
    for (const auto word : words_of(folded))
        slug.append(word).push_back('-');
    return slug + std::to_string(id);
}

class Writer {
  public:
    Writer(const Table& table, RowNumber row, json::Writer& out)
        : table_(table), row_(row), meeting_(table.rows()[row]), out_(out) {}

    void write() {
        out_.begin_object();
        write_meeting();
        write_place();
        write_online();
        write_types();
        out_.end_object();
    }

  private:
    std::string_view text(Column column) const { return table_.text(row_, column); }
    std::string_view town() const {
        for (const auto column : {location_municipality, location_city_subsection}) {
            if (!text(column).empty()) return text(column);
        }
        return text(location_neighborhood);
    }
    bool is_online_only() const { return meeting_.venue == 2; }

    void put(std::string_view key, std::string_view value) {
        if (!value.empty()) out_.key(key).string(value);
    }

    void write_meeting() {
        put("slug", slug_of(text(meeting_name), meeting_.id));
        put("name", text(meeting_name));
        if (meeting_.weekday != 0 && meeting_.start >= 0) {
            out_.key("day").integer(meeting_.weekday - 1);
            put("time", clock_text(meeting_.start));
            put("end_time", clock_text(meeting_.start + meeting_.duration));
        }
        put("timezone", text(time_zone));
        put("notes", text(comments));
        if (meeting_.updated) {
            auto moment = format_instant(*meeting_.updated);  // "2026-11-21T18:00:00Z"
            if (moment.size() >= 19) put("updated", moment.replace(10, 1, " ").substr(0, 19));
        }
    }

    void write_place() {
        std::vector<std::string> parts;
        for (const auto part : {text(location_street), town(), text(location_province),
                                text(location_postal_code_1), text(location_nation)}) {
            if (!part.empty()) parts.emplace_back(part);
        }
        put("location", text(location_text));
        put("formatted_address", joined(parts, ", "));
        put("address", text(location_street));
        put("city", town());
        put("state", text(location_province));
        put("postal_code", text(location_postal_code_1));
        put("country", text(location_nation));
        put("location_notes", text(location_info));
        put("region", text(service_body_name));
        out_.key("regions").begin_array();
        if (!text(service_body_name).empty()) out_.string(text(service_body_name));
        out_.end_array();
        if (is_online_only() || text(latitude).empty()) return;
        put("coordinates", std::string{text(latitude)}.append(",").append(text(longitude)));
    }

    void write_online() {
        constexpr std::array<std::string_view, 4> kOptions{"", "in_person", "online", "hybrid"};
        put("attendance_option", kOptions[meeting_.venue % 4]);
        put("conference_url", text(virtual_meeting_link));
        put("conference_url_notes", text(virtual_meeting_additional_info));
        put("conference_phone", text(phone_meeting_number));
    }

    void write_types() {
        out_.key("types").begin_array();
        for (const int id : table_.formats_of(row_)) {
            const auto* format = table_.book().find(id, kNativeLanguage);
            if (format != nullptr && !format->world_id.empty()) {
                out_.string(type_of(format->world_id));
            }
        }
        out_.end_array();
    }

    const Table& table_;
    RowNumber row_;
    const Row& meeting_;
    json::Writer& out_;
};

}  // namespace

Result<std::string> get_tsml(const Question& question) {
    const auto asked = TRY(read_search(question.parameters, question.table));
    std::string text;
    json::Writer out{text};
    out.begin_array();
    for (const auto& found : search(question.table, asked))
        Writer{question.table, found.row, out}.write();
    out.end_array();
    return text;
}

}  // namespace waymark::compat::bmlt
