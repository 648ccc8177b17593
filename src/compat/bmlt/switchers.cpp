#include "compat/bmlt/switchers.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/number.h"
#include "core/text.h"

namespace waymark::compat::bmlt {
namespace {

constexpr std::array kSwitchers{
    Switcher{"GetSearchResults", get_search_results},
    Switcher{"GetFormats", get_formats},
    Switcher{"GetServiceBodies", get_service_bodies},
    Switcher{"GetFieldKeys", get_field_keys},
    Switcher{"GetFieldValues", get_field_values},
    Switcher{"GetChanges", get_changes},
    Switcher{"GetServerInfo", get_server_info},
    Switcher{"GetCoverageArea", get_coverage_area},
};

std::string language_of(const Parameters& parameters) {
    const auto asked = parameters.text("lang_enum");
    return std::string{asked.empty() ? kNativeLanguage : asked};
}

// "shared_place" of a server's own field is "Shared Place".
std::string prompt_of(const Table& table, std::size_t column) {
    if (column < first_own) return std::string{kColumns[column].prompt};
    std::string prompt;
    for (const char c : table.key(column)) {
        const bool starts_word = prompt.empty() || prompt.back() == ' ';
        if (c == '_')
            prompt.push_back(' ');
        else
            prompt += starts_word ? ascii_upper({&c, 1}) : std::string{c};
    }
    return prompt;
}

bool is_listed(const Table& table, std::size_t column) {
    return !prompt_of(table, column).empty();
}

void write_body(json::Writer& out, BodyId id, const directory::ServiceBody& body) {
    out.begin_object();
    out.key("id").string(std::to_string(id));
    out.key("parent_id").string(body.parent_id.empty() ? "0" : body.parent_id);
    out.key("name").string(body.name);
    out.key("description").string(body.description);
    out.key("type").string(body.type);
    out.key("url").string(body.url);
    out.key("helpline").string(body.helpline);
    out.key("world_id").string(body.world_id);
    out.end_object();
}

std::string joined_ids(const std::vector<std::int64_t>& ids) {
    std::string text;
    for (const auto id : ids)
        text += (text.empty() ? "" : ",") + std::to_string(id);
    return text;
}

// "4,19": those of the meeting's formats that are asked for.
std::string formats_value(const Table& table, RowNumber row, const Ids& specific, bool all) {
    std::vector<std::int64_t> kept;
    for (const int id : table.formats_of(row)) {
        if (specific.pass(id)) kept.push_back(id);
    }
    if (all && kept.size() < specific.wanted.size()) return {};
    return joined_ids(kept);
}

}  // namespace

std::span<const Switcher> switchers() {
    return kSwitchers;
}

Result<std::string> get_search_results(const Question& question) {
    const auto& table = question.table;
    const auto& parameters = question.parameters;
    const auto asked = TRY(read_search(parameters, table));
    const auto found = search(table, asked);
    const Manner manner{.root = question.root,
                        .language = language_of(parameters),
                        .columns = columns_asked(parameters, table)};
    std::string out;
    if (parameters.has("get_formats_only")) {
        out = "{\"formats\":";
        write_formats(out, manner, formats_of(table, manner, found));
        return out + "}";
    }
    if (!parameters.has("get_used_formats")) {
        write_meetings(out, table, manner, found);
        return out;
    }
    out = "{\"meetings\":";
    write_meetings(out, table, manner, found);
    out += ",\"formats\":";
    write_formats(out, manner, formats_of(table, manner, found));
    return out + "}";
}

Result<std::string> get_formats(const Question& question) {
    const auto& table = question.table;
    const auto& parameters = question.parameters;
    std::vector<std::string_view> languages = parameters.list("lang_enum");
    if (languages.empty()) languages.push_back(kNativeLanguage);
    const auto keys = parameters.list("key_strings");
    const auto ids = parameters.ids("format_ids");
    const bool shows_all = parameters.is_one("show_all");
    std::vector<const directory::ListedFormat*> formats;
    for (const auto language : std::set<std::string_view>(languages.begin(), languages.end())) {
        for (const auto* format : table.book().all(language)) {
            const bool is_used = std::ranges::binary_search(table.used_formats(), format->id);
            const bool has_key = keys.empty() || std::ranges::find(keys, format->key) != keys.end();
            if ((shows_all || is_used) && has_key && ids.pass(format->id)) {
                formats.push_back(format);
            }
        }
    }
    std::string out;
    write_formats(out, {.root = question.root}, formats);
    return out;
}

Result<std::string> get_service_bodies(const Question& question) {
    const auto& bodies = question.table.bodies();
    auto ids =
        bodies.meant(question.parameters.ids("services"), question.parameters.is_one("recursive"));
    if (question.parameters.is_one("parents")) {
        ids.wanted = bodies.with_ancestors(std::move(ids.wanted));
    }
    std::string text;
    json::Writer out{text};
    out.begin_array();
    for (const auto& [id, body] : bodies.all()) {
        if (ids.pass(id)) write_body(out, id, body);
    }
    out.end_array();
    return text;
}

Result<std::string> get_field_keys(const Question& question) {
    std::string text;
    json::Writer out{text};
    out.begin_array();
    for (std::size_t column = 0; column < question.table.column_count(); ++column) {
        if (!is_listed(question.table, column)) continue;
        out.begin_object();
        out.key("key").string(question.table.key(column));
        out.key("description").string(prompt_of(question.table, column));
        out.end_object();
    }
    out.end_array();
    return text;
}

Result<std::string> get_field_values(const Question& question) {
    const auto& table = question.table;
    const auto& parameters = question.parameters;
    const auto key = parameters.text("meeting_key");
    const auto column = table.column_of(key);
    if (!column || !is_listed(table, *column)) {
        return invalid_input("meeting_key", "Name one of the fields that GetFieldKeys lists.");
    }
    const auto specific = parameters.ids("specific_formats");
    const bool all_formats = parameters.is_one("all_formats");
    std::map<std::pair<std::uint32_t, TextId>, std::vector<std::int64_t>> of_text;
    std::map<std::string, std::vector<std::int64_t>> of_formats;
    for (RowNumber number = 0; number < table.rows().size(); ++number) {
        const Row& row = table.rows()[number];
        if (!row.is_published || row.shown != kNoRow) continue;
        if (*column == formats) {
            of_formats[formats_value(table, number, specific, all_formats)].push_back(row.id);
        } else {
            // A field without a text is no field at all; of the main ones it is told.
            const TextId cell = table.cell(number, *column);
            const bool is_main = *column < meeting_name && *column != start_time;
            if (cell == 0 && !is_main) continue;
            of_text[{table.pool().rank(cell), cell}].push_back(row.id);
        }
    }
    std::string text;
    json::Writer out{text};
    const auto write = [&](std::string_view value, const std::vector<std::int64_t>& ids) {
        out.begin_object();
        out.key(key).string(value.empty() ? "NULL" : value);
        out.key("ids").string(joined_ids(ids));
        out.end_object();
    };
    out.begin_array();
    for (const auto& [value, ids] : of_text)
        write(table.pool().text(value.second), ids);
    for (const auto& [value, ids] : of_formats) {
        if (!value.empty() || specific.empty()) write(value, ids);
    }
    out.end_array();
    return text;
}

}  // namespace waymark::compat::bmlt
