#include <algorithm>
#include <chrono>
#include <optional>

#include "compat/bmlt/changes.h"
#include "compat/bmlt/switchers.h"
#include "core/text.h"

namespace waymark::compat::bmlt {
namespace {

using std::chrono::days;

struct Asked {
    std::optional<Instant> from{}, before{};
    std::optional<std::int64_t> row_id{};
    std::vector<BodyId> bodies{};
    bool has_bodies = false;

    bool takes(const RowChange& change) const {
        return (!from || change.at >= *from) && (!before || change.at < *before) &&
               (!row_id || change.row_id == *row_id) &&
               (!has_bodies || std::ranges::binary_search(bodies, change.body));
    }
};

Result<std::optional<Instant>> day_asked(const Parameters& parameters, std::string_view name) {
    const auto text = parameters.text(name);
    if (text.empty()) return std::optional<Instant>{};
    const auto date = parse_date(text);
    if (!date) return invalid_input(std::string{name}, "Give a date such as 2026-11-22.");
    return std::optional<Instant>{std::chrono::sys_days{*date}};
}

Result<Asked> read_question(const Question& question) {
    const auto& parameters = question.parameters;
    Asked asked;
    asked.from = TRY(day_asked(parameters, "start_date"));
    asked.before = TRY(day_asked(parameters, "end_date"));
    if (asked.before) *asked.before += days{1};  // The day itself is in.
    if (!parameters.text("meeting_id").empty())
        asked.row_id = parameters.integer("meeting_id").value_or(0);
    asked.has_bodies = !parameters.text("service_body_id").empty();
    if (asked.has_bodies) {
        const auto id = parameters.integer("service_body_id").value_or(0);
        asked.bodies = question.table.bodies().with_descendants({id});
    }
    return asked;
}

// "3:05 PM, 8/4/2026", UTC.
std::string date_string(Instant at) {
    const auto day = std::chrono::floor<days>(at);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{at - day};
    const auto hour = time.hours().count();
    const auto minute = std::to_string(time.minutes().count());
    return std::to_string(hour % 12 == 0 ? 12 : hour % 12) + ":" + (minute.size() < 2 ? "0" : "") +
           minute + (hour < 12 ? " AM, " : " PM, ") +
           std::to_string(static_cast<unsigned>(date.month())) + "/" +
           std::to_string(static_cast<unsigned>(date.day())) + "/" +
           std::to_string(static_cast<int>(date.year()));
}

void write_state(json::Writer& out, std::string_view key, const RowState& state,
                 const RowChange& change) {
    if (!state.exists()) return;
    out.key(key).begin_object();
    for (const auto& field : fields_of(state, change)) {
        out.key(field.key);
        if (field.key != "formats") {
            out.string(field.is_hidden ? kMasked : std::string_view{field.text});
            continue;
        }
        out.begin_array();
        for (const auto format : split(field.text, ','))
            out.string(format);
        out.end_array();
    }
    out.end_object();
}

void write_change(json::Writer& out, const RowChange& change, const Bodies& bodies) {
    const auto& named = change.after.exists() ? change.after : change.before;
    const auto* body = bodies.find(change.body);
    const auto put = [&](std::string_view key, std::string_view text) {
        out.key(key).string(text);
    };
    out.begin_object();
    put("date_int", std::to_string(change.at.time_since_epoch().count()));
    put("date_string", date_string(change.at));
    put("change_type", code_of(change.type));
    put("change_id", std::to_string(change.id));
    put("meeting_id", std::to_string(change.row_id));
    put("meeting_name", named.meeting->name);
    put("user_id", "");
    put("user_name", "");
    put("service_body_id", std::to_string(change.body));
    put("service_body_name", body == nullptr ? std::string_view{} : body->name);
    put("meeting_exists", change.after.exists() ? "1" : "0");
    put("details", details_of(change, bodies));
    out.key("json_data").begin_object();
    write_state(out, "before", change.before, change);
    write_state(out, "after", change.after, change);
    out.end_object();
    out.end_object();
}

}  // namespace

Result<std::string> get_changes(const Question& question) {
    const auto asked = TRY(read_question(question));
    std::string text;
    json::Writer out{text};
    out.begin_array();
    for (const auto& change : question.changes().all()) {
        if (asked.takes(change)) write_change(out, change, question.table.bodies());
    }
    out.end_array();
    return text;
}

}  // namespace waymark::compat::bmlt
