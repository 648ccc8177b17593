#include "compat/bmlt/table.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <numbers>
#include <set>
#include <utility>

#include "compat/bmlt/identity.h"
#include "compat/bmlt/order.h"
#include "core/number.h"
#include "core/text.h"
#include "exchange/bmlt.h"
#include "finder/index.h"

namespace waymark::compat::bmlt {
namespace {

using directory::Meeting;
using directory::Source;
using directory::SourceId;
using std::chrono::minutes;

constexpr std::size_t kOwnFieldsMax = 50;

std::span<const directory::ListedFormat> listed_formats(const finder::Snapshot& snapshot) {
    const auto* home = home_of(snapshot);
    for (const auto& lists : snapshot.beside().lists) {
        if (home != nullptr && lists.source == home->id) return lists.formats;
    }
    return {};
}

Bodies bodies_of(const finder::Snapshot& snapshot) {
    Bodies bodies;
    const auto* home = home_of(snapshot);
    for (const auto& lists : snapshot.beside().lists) {
        if (home == nullptr || lists.source != home->id) continue;
        for (const auto& body : lists.service_bodies)
            bodies.add(body);
    }
    return bodies;
}

std::string text_of(const json::Value& record, std::string_view key) {
    const auto* value = record.find(key);
    if (value == nullptr) return {};
    if (const auto* text = value->string()) return *text;
    if (const auto* number = value->integer()) return std::to_string(*number);
    return {};
}

std::int16_t minutes_in(std::string_view text, std::int16_t otherwise) {
    const auto time = parse_time_of_day(text);
    return time ? static_cast<std::int16_t>(time->count()) : otherwise;
}

}  // namespace

struct Table::Draft {
    const finder::Snapshot* snapshot = nullptr;
    const Meeting* unpublished = nullptr;  // Null: it is the published one of that id.
    directory::MeetingId meeting_id{};
    std::int64_t id = 0;
    BodyId body = 0;
    bool is_home = false;
    std::size_t day = 0;  // Which of one_a_day(meeting).
    Meeting meeting() const { return unpublished ? *unpublished : *snapshot->meeting(meeting_id); }
    json::Value record(const Meeting& whole) const {
        if (std::popcount(whole.schedule.days.bits()) <= 1) return exchange::write_bmlt(whole);
        return exchange::write_bmlt(exchange::one_a_day(whole)[day]);
    }
};

Direction direction_of(const GeoPoint& point) {
    constexpr double kRadians = std::numbers::pi / 180;
    const double latitude = point.latitude * kRadians;
    const double longitude = point.longitude * kRadians;
    return {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude),
            std::sin(latitude)};
}

Table::Table(const finder::Snapshot& snapshot, Instant now)
    : revision_(snapshot.revision()),
      book_(listed_formats(snapshot)),
      bodies_(bodies_of(snapshot)) {
    auto drafts = drafts_of(snapshot, now);
    std::ranges::sort(drafts, {}, &Draft::id);
    const auto twins = std::ranges::unique(drafts, {}, &Draft::id);
    drafts.erase(twins.begin(), twins.end());
    note_own_fields(drafts);
    rows_.reserve(drafts.size());
    cells_.reserve(drafts.size() * column_count());
    for (const auto& draft : drafts)
        add(draft);
    note_doubles(snapshot, drafts);
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        const std::size_t column = i % column_count();
        if (column >= first_own || kColumns[column].is_text) pool_.mark_searched(cells_[i]);
    }
    pool_.settle();
    usual_order_ = rows_in_usual_order(*this);
    note_used_formats();
}

std::vector<Table::Draft> Table::drafts_of(const finder::Snapshot& snapshot, Instant now) {
    const auto* home = home_of(snapshot);
    std::vector<Draft> drafts;
    const auto take = [&](const Meeting& meeting, const Meeting* unpublished) {
        const auto identity = identity_of(meeting, home);
        note_body(snapshot, meeting, identity.body, identity.has_own_body);
        for (std::size_t day = 0; day < identity.ids.size(); ++day) {
            drafts.push_back({.snapshot = &snapshot,
                              .unpublished = unpublished,
                              .meeting_id = meeting.id,
                              .id = identity.ids[day],
                              .body = identity.body,
                              .is_home = identity.is_home,
                              .day = day});
        }
    };
    const auto& meetings = snapshot.meetings();
    for (std::size_t at = 0; at < meetings.size(); ++at) {
        if (!snapshot.index().is_old_at(at, now)) take(meetings[at], nullptr);
    }
    for (const auto& meeting : snapshot.beside().unpublished)
        take(meeting, &meeting);
    return drafts;
}

// Rows and drafts stand in the same order: each day of a hidden meeting finds the
// same day of the one shown.
void Table::note_doubles(const finder::Snapshot& snapshot, const std::vector<Draft>& drafts) {
    if (snapshot.doubles().empty()) return;
    std::map<std::pair<directory::MeetingId, std::uint8_t>, RowNumber> row_of;
    for (RowNumber row = 0; row < rows_.size(); ++row)
        row_of.emplace(std::pair{drafts[row].meeting_id, rows_[row].weekday}, row);
    for (RowNumber row = 0; row < rows_.size(); ++row) {
        const auto* each = snapshot.double_of(drafts[row].meeting_id);
        if (each == nullptr) continue;
        const auto shown = row_of.find({each->shown, rows_[row].weekday});
        if (shown != row_of.end()) rows_[row].shown = shown->second;
    }
}

// A body that no list names: known by what its meetings say of it.
void Table::note_body(const finder::Snapshot& snapshot, const Meeting& meeting, BodyId body,
                      bool is_said) {
    if (bodies_.has(body)) return;
    const auto* source = snapshot.source(meeting.source);
    std::string name = source == nullptr ? "" : source->name;
    if (is_said && !meeting.regions.empty()) name = meeting.regions.back();
    bodies_.add({.id = std::to_string(body), .parent_id = "0", .name = name, .type = "AS"});
}

// A server's own fields stand in what was kept of its rows.
void Table::note_own_fields(const std::vector<Draft>& drafts) {
    constexpr std::string_view kKept = "bmlt:";
    std::set<std::string> known;
    for (const auto& column : kColumns)
        known.emplace(column.key);
    for (const auto& draft : drafts) {
        if (!draft.is_home) continue;
        const auto meeting = draft.meeting();
        for (const auto& [name, text] : meeting.residue) {
            if (!name.starts_with(kKept) || !text.starts_with('"')) continue;
            const auto own = std::string_view{name}.substr(kKept.size());
            if (own_.size() >= kOwnFieldsMax || !is_own_field(own)) continue;
            if (known.emplace(own).second) own_.emplace_back(own);
        }
    }
}

void Table::add(const Draft& draft) {
    const auto meeting = draft.meeting();
    const auto record = draft.record(meeting);
    Row row{.id = draft.id, .body = draft.body};
    row.weekday = parse_number<std::uint8_t>(text_of(record, "weekday_tinyint")).value_or(0);
    row.venue = parse_number<std::uint8_t>(text_of(record, "venue_type")).value_or(1);
    row.start = minutes_in(text_of(record, "start_time"), -1);
    row.duration = minutes_in(text_of(record, "duration_time"), 0);
    if (row.duration == 0) row.duration = static_cast<std::int16_t>(kUsualDuration.count());
    row.is_published = meeting.is_published;
    const auto& said_at = meeting.freshness.updated;
    row.updated = said_at ? said_at : meeting.modified;
    if (const auto& point = meeting.place.point) row.place = direction_of(*point);
    read_formats(record, draft.is_home, row);
    fill_cells(record, row);
    rows_.push_back(row);
}

void Table::read_formats(const json::Value& record, bool is_home, Row& row) {
    const auto keys_text = text_of(record, "formats");
    const auto ids_text = text_of(record, "format_shared_id_list");
    std::vector<std::string_view> keys = split(keys_text, ',');
    std::vector<std::string_view> ids = split(ids_text, ',');
    std::set<int> found;
    if (is_home && !trimmed(ids_text).empty()) {
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const int id = parse_number<int>(trimmed(ids[i])).value_or(0);
            if (id <= 0) continue;
            found.insert(id);
            // Both lists stand in the same order, unless one holds more.
            if (ids.size() == keys.size()) book_.learn(id, trimmed(keys[i]));
        }
    } else {
        for (const auto key : keys) {
            if (!trimmed(key).empty()) found.insert(book_.id_of(trimmed(key)));
        }
    }
    row.formats_begin = static_cast<std::uint32_t>(formats_.size());
    row.formats_count = static_cast<std::uint32_t>(found.size());
    formats_.insert(formats_.end(), found.begin(), found.end());
}

// What the record says, by column: its fields stand mostly in the columns' own order.
void Table::read_fields(const json::Value& record, std::vector<std::string_view>& said) const {
    said.assign(column_count(), {});
    std::size_t next = 0;
    for (const auto& [name, value] : *record.members()) {
        const auto* text = value.string();
        if (text == nullptr || text->empty()) continue;
        std::size_t column = next;
        while (column < said.size() && key(column) != name)
            ++column;
        if (column == said.size()) column = column_of(name).value_or(said.size());
        if (column == said.size()) continue;
        said[column] = *text;
        next = column + 1;
    }
}

void Table::fill_cells(const json::Value& record, const Row& row) {
    const std::span<const int> ids{formats_.data() + row.formats_begin, row.formats_count};
    std::string id_list;
    for (const int id : ids)
        id_list += (id_list.empty() ? "" : ",") + std::to_string(id);
    const auto* body = bodies_.find(row.body);
    std::vector<std::string_view> said;
    read_fields(record, said);
    const auto id_text = std::to_string(row.id), body_text = std::to_string(row.body);
    const auto keys = book_.keys(ids, kNativeLanguage);
    said[id_bigint] = id_text;
    said[service_body_bigint] = body_text;
    said[service_body_name] = body == nullptr ? std::string_view{} : body->name;
    const auto length = said[duration_time];
    if (length.empty() || length == "00:00:00") said[duration_time] = "01:00:00";
    said[formats] = keys;
    said[format_shared_id_list] = id_list;
    // Of the answer, not of the meeting.
    said[distance_in_km] = said[distance_in_miles] = said[root_server_uri] = {};
    for (std::size_t column = 0; column < first_own; ++column) {
        if (kColumns[column].is_hidden) said[column] = {};
    }
    for (const auto text : said)
        cells_.push_back(text.empty() ? 0 : pool_.intern(text));
}

void Table::note_used_formats() {
    std::set<int> used;
    for (const auto& row : rows_) {
        if (!row.is_published) continue;
        for (std::uint32_t i = 0; i < row.formats_count; ++i)
            used.insert(formats_[row.formats_begin + i]);
    }
    used_formats_.assign(used.begin(), used.end());
}

std::string_view Table::key(std::size_t column) const {
    return column < first_own ? kColumns[column].key : std::string_view{own_[column - first_own]};
}

std::optional<std::size_t> Table::column_of(std::string_view name) const {
    for (std::size_t column = 0; column < column_count(); ++column) {
        if (key(column) == name) return column;
    }
    return std::nullopt;
}

std::span<const int> Table::formats_of(RowNumber row) const {
    return std::span{formats_}.subspan(rows_[row].formats_begin, rows_[row].formats_count);
}

}  // namespace waymark::compat::bmlt
