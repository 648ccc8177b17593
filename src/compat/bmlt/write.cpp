#include "compat/bmlt/write.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace waymark::compat::bmlt {
namespace {

std::string distance_text(double degrees, double a_degree) {
    if (degrees < 0 || !std::isfinite(degrees)) return {};
    std::string text;
    json::append_number(text, degrees * a_degree);
    return text;
}

// Columns that depend on the question, not on the meeting alone.
bool is_of_the_answer(std::size_t column, const Manner& manner) {
    return column == distance_in_km || column == distance_in_miles || column == root_server_uri ||
           (column == formats && manner.language != kNativeLanguage);
}

}  // namespace

std::vector<std::size_t> columns_asked(const Parameters& parameters, const Table& table) {
    std::set<std::size_t> asked;
    for (const auto key : parameters.list("data_field_key")) {
        if (const auto column = table.column_of(key)) asked.insert(*column);
    }
    if (!asked.empty()) return {asked.begin(), asked.end()};
    std::vector<std::size_t> all(table.column_count());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

std::string field_text(const Table& table, const Manner& manner, const Found& found,
                       std::size_t column) {
    switch (column) {
        case distance_in_km:
            return distance_text(found.degrees, kKilometersADegree);
        case distance_in_miles:
            return distance_text(found.degrees, kMilesADegree);
        case root_server_uri:
            return manner.root;
        case formats:
            return table.book().keys(table.formats_of(found.row), manner.language);
        default:
            return std::string{table.text(found.row, column)};
    }
}

void write_meetings(std::string& out, const Table& table, const Manner& manner,
                    std::span<const Found> found) {
    std::vector<std::string> names;
    for (const std::size_t column : manner.columns) {
        auto& name = names.emplace_back(names.empty() ? "{" : ",");
        json::append_quoted(name, table.key(column));
        name.push_back(':');
    }
    out.push_back('[');
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (i > 0) out.push_back(',');
        for (std::size_t at = 0; at < names.size(); ++at) {
            out += names[at];
            const std::size_t column = manner.columns[at];
            if (is_of_the_answer(column, manner))
                json::append_quoted(out, field_text(table, manner, found[i], column));
            else
                out += table.pool().quoted(table.cell(found[i].row, column));
        }
        out.push_back('}');
    }
    out.push_back(']');
}

void write_formats(std::string& out, const Manner& manner,
                   std::span<const directory::ListedFormat* const> formats) {
    json::Writer writer{out};
    writer.begin_array();
    for (const auto* format : formats) {
        writer.begin_object();
        writer.key("key_string").string(format->key);
        writer.key("name_string").string(format->name);
        writer.key("description_string").string(format->description);
        writer.key("lang").string(format->language);
        writer.key("id").string(std::to_string(format->id));
        writer.key("world_id").string(format->world_id);
        writer.key("format_type_enum").string(format->type);
        writer.key("root_server_uri").string(manner.root);
        writer.end_object();
    }
    writer.end_array();
}

std::vector<const directory::ListedFormat*> formats_of(const Table& table, const Manner& manner,
                                                       std::span<const Found> found) {
    std::set<int> ids;
    for (const auto& each : found) {
        const auto held = table.formats_of(each.row);
        ids.insert(held.begin(), held.end());
    }
    std::vector<const directory::ListedFormat*> list;
    for (const int id : ids) {
        if (const auto* format = table.book().find(id, manner.language)) list.push_back(format);
    }
    return list;
}

}  // namespace waymark::compat::bmlt
