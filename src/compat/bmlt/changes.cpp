#include "compat/bmlt/changes.h"

#include <algorithm>
#include <array>

#include "compat/bmlt/columns.h"
#include "compat/bmlt/identity.h"
#include "core/number.h"
#include "core/text.h"
#include "exchange/bmlt.h"

namespace waymark::compat::bmlt {
namespace {

// What a change tells of the row itself, in its order; then every field with words.
constexpr std::array kMainColumns{id_bigint,  service_body_bigint, weekday_tinyint, venue_type,
                                  start_time, lang_enum,           duration_time,   longitude,
                                  latitude,   worldid_mixed,       time_zone,       published,
                                  formats};
// In the words of BMLT, which clients show; but it has none for the venue and the zone.
constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kPrompts{{
    {"id_bigint", "The meeting ID"},
    {"weekday_tinyint", "The day of the week on which the meeting gathers"},
    {"venue_type", "The venue type"},
    {"start_time", "The meeting start time"},
    {"lang_enum", "The meeting language"},
    {"duration_time", "The meeting duration"},
    {"longitude", "The meeting longitude"},
    {"latitude", "The meeting latitude"},
    {"worldid_mixed", "The World Committee Code"},
    {"time_zone", "The meeting time zone"},
    {"formats", "The meeting format"},
    {"email_contact", "The meeting email contact"},
    {"contact_name_1", "Contact 1 Name"},
    {"contact_phone_1", "Contact 1 Phone"},
    {"contact_email_1", "Contact 1 Email"},
    {"contact_name_2", "Contact 2 Name"},
    {"contact_phone_2", "Contact 2 Phone"},
    {"contact_email_2", "Contact 2 Email"},
}};
constexpr std::array<std::string_view, 8> kDays{"none",      "Sunday",   "Monday", "Tuesday",
                                                "Wednesday", "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 4> kVenues{"", "in person", "virtual", "hybrid"};

bool is_hidden(std::string_view key) {
    const auto* column = std::ranges::find(kColumns, key, &ColumnInfo::key);
    return column != kColumns.end() && column->is_hidden;
}

std::string prompt_of(std::string_view key) {
    const auto* found =
        std::ranges::find(kPrompts, key, &std::pair<std::string_view, std::string_view>::first);
    if (found != kPrompts.end()) return std::string{found->second};
    const auto* column = std::ranges::find(kColumns, key, &ColumnInfo::key);
    const bool is_named = column != kColumns.end() && !column->prompt.empty();
    return std::string{is_named ? column->prompt : key};
}

// In which order fields are told; a server's own come last.
std::size_t place_of(std::string_view key) {
    const auto* column = std::ranges::find(kColumns, key, &ColumnInfo::key);
    const auto at = static_cast<std::size_t>(column - kColumns.begin());
    const auto* main = std::ranges::find(kMainColumns, at);
    if (main != kMainColumns.end()) return static_cast<std::size_t>(main - kMainColumns.begin());
    return kMainColumns.size() + at;
}

std::string sorted_keys(std::string_view formats) {
    std::vector<std::string> keys;
    for (const auto key : split(formats, ',')) {
        if (!trimmed(key).empty()) keys.emplace_back(trimmed(key));
    }
    std::ranges::sort(keys);
    const auto twins = std::ranges::unique(keys);
    keys.erase(twins.begin(), twins.end());
    return joined(keys, ",");
}

std::string_view name_in(std::span<const std::string_view> names, std::string_view number) {
    const auto at = parse_number<std::size_t>(number).value_or(0);
    return at < names.size() ? names[at] : number;
}

// As a person would say it: "Monday", "19:00", "C, WC".
std::string in_words(std::string_view key, std::string_view text) {
    if (key == "weekday_tinyint") return std::string{name_in(kDays, text)};
    if (key == "venue_type") return std::string{name_in(kVenues, text)};
    if (key == "formats") {
        std::string words;
        for (const auto each : split(text, ','))
            words.append(words.empty() ? "" : ", ").append(each);
        return words;
    }
    const bool is_time = key == "start_time" || key == "duration_time";
    if (is_time && text.size() == 8) return std::string{text.substr(0, 5)};
    return std::string{text};
}

std::string body_name(const Bodies& bodies, BodyId id) {
    const auto* body = bodies.find(id);
    return body == nullptr ? "a service body that no longer exists" : body->name;
}

class Difference {
  public:
    Difference(const RowChange& change, const Bodies& bodies)
        : change_(change),
          bodies_(bodies),
          before_(fields_of(change.before, change)),
          after_(fields_of(change.after, change)) {}

    std::string words() const {
        std::vector<std::string_view> keys;
        for (const auto* fields : {&before_, &after_}) {
            for (const auto& field : *fields) {
                if (std::ranges::find(keys, field.key) == keys.end()) keys.push_back(field.key);
            }
        }
        std::ranges::stable_sort(keys, {}, place_of);
        std::vector<std::string> sentences;
        for (const auto key : keys)
            add(sentences, key);
        return joined(sentences, " ");
    }

  private:
    static std::string_view text_in(const std::vector<FieldText>& fields, std::string_view key) {
        const auto found = std::ranges::find(fields, key, &FieldText::key);
        return found == fields.end() ? std::string_view{} : found->text;
    }

    void add(std::vector<std::string>& sentences, std::string_view key) const {
        const auto was = text_in(before_, key);
        const auto is = text_in(after_, key);
        if (was != is) sentences.push_back(sentence(key, was, is));
    }

    std::string sentence(std::string_view key, std::string_view was, std::string_view is) const {
        if (key == "published")
            return is == "1" ? "The meeting was published." : "The meeting was unpublished.";
        if (key == "service_body_bigint") {
            return "The meeting changed its Service Body from " + body_of(was) + " to " +
                   body_of(is) + ".";
        }
        const auto prompt = prompt_of(key);
        if (is.empty()) return prompt + " was deleted.";
        if (is_hidden(key)) return prompt + " was changed.";
        const auto now = "\"" + in_words(key, is) + "\".";
        if (was.empty()) return prompt + " was added as " + now;
        return prompt + " was changed from \"" + in_words(key, was) + "\" to " + now;
    }

    std::string body_of(std::string_view id) const {
        return body_name(bodies_, parse_number<BodyId>(id).value_or(0));
    }

    const RowChange& change_;
    const Bodies& bodies_;
    std::vector<FieldText> before_, after_;
};

// As the row of a BMLT server has it.
std::string text_of(const json::Value& record, std::string_view key, const RowState& state,
                    const RowChange& change) {
    if (key == "id_bigint") return std::to_string(change.row_id);
    if (key == "service_body_bigint") return std::to_string(state.body);
    if (key == "published") return state.meeting->is_published ? "1" : "0";
    const std::string text{record.text_or(key)};
    if (key == "formats") return sorted_keys(text);
    const bool is_length = key == "duration_time";
    return is_length && (text.empty() || text == "00:00:00") ? "01:00:00" : text;
}

}  // namespace

std::vector<FieldText> fields_of(const RowState& state, const RowChange& change) {
    std::vector<FieldText> fields;
    if (!state.exists()) return fields;
    const auto record = exchange::write_bmlt(exchange::one_a_day(*state.meeting)[state.day]);
    const auto take = [&](std::string_view key) {
        auto text = text_of(record, key, state, change);
        if (!text.empty()) fields.push_back({std::string{key}, std::move(text), is_hidden(key)});
    };
    for (const auto column : kMainColumns)
        take(kColumns[column].key);
    take(kColumns[email_contact].key);
    for (std::size_t column = meeting_name; column < kColumns.size(); ++column)
        take(kColumns[column].key);
    for (const auto& [key, value] : *record.members()) {
        const bool is_known = std::ranges::find(kColumns, key, &ColumnInfo::key) != kColumns.end();
        if (!is_known && is_own_field(key)) take(key);
    }
    return fields;
}

std::string details_of(const RowChange& change, const Bodies& bodies) {
    switch (change.type) {
        case ChangeType::created:
            return "The meeting was created.";
        case ChangeType::deleted:
            return "The meeting was deleted.";
        case ChangeType::rolled_back:
            return "The meeting was rolled back to a previous version.";
        case ChangeType::changed:
            return Difference{change, bodies}.words();
    }
    return {};
}

}  // namespace waymark::compat::bmlt
