#include "exchange/mapped_csv_columns.h"

#include <algorithm>

#include "core/text.h"
#include "json/parse.h"

namespace waymark::exchange {
namespace {

constexpr json::Limits kMapLimits{.depth = 4, .string_bytes = std::size_t{16} << 10};

// A text, or a list of texts; nothing when it is neither.
std::optional<std::vector<std::string>> texts_in(const json::Value& value) {
    if (const auto* text = value.string()) return std::vector{*text};
    const auto* items = value.items();
    if (items == nullptr || items->empty()) return std::nullopt;
    std::vector<std::string> texts;
    for (const auto& item : *items) {
        if (item.string() == nullptr) return std::nullopt;
        texts.push_back(*item.string());
    }
    return texts;
}

const json::Value::Object* object_in(const json::Value& value) {
    return value.members();
}

}  // namespace

Result<ColumnMap> ColumnMap::parse(std::string_view text) {
    const auto parsed = json::parse(text, kMapLimits);
    if (!parsed || parsed->members() == nullptr) {
        return invalid_input("map", "The map is not JSON of the form {\"columns\": {…}}.");
    }
    ColumnMap map;
    for (const auto& [part, value] : *parsed->members()) {
        if (part == "columns") {
            TRY(map.take_columns(value));
        } else if (part == "values") {
            TRY(map.take_values(value));
        } else if (part == "constants") {
            TRY(map.take_constants(value));
        } else if (part == "date_format") {
            TRY(map.take_date_format(value));
        } else {
            return invalid_input("map." + part,
                                 "A map has columns, values, constants and date_format.");
        }
    }
    if (map.columns_.empty()) return invalid_input("map.columns", "The map names no column.");
    return map;
}

namespace {

Result<> check_field(const std::string& part, const std::string& field) {
    if (is_table_field(field)) return {};
    return invalid_input("map" + part + field,
                         "This is no field of a meeting. docs/import.md lists them.");
}

}  // namespace

Result<> ColumnMap::take_columns(const json::Value& columns) {
    const auto* members = object_in(columns);
    if (members == nullptr)
        return invalid_input("map.columns", "Write fields and columns in braces.");
    for (const auto& [field, value] : *members) {
        TRY(check_field(".columns.", field));
        auto names = texts_in(value);
        if (!names)
            return invalid_input("map.columns." + field,
                                 "Write a column's name, or a list of them.");
        columns_.emplace(field, std::move(*names));
    }
    return {};
}

Result<> ColumnMap::take_values(const json::Value& values) {
    const auto* members = object_in(values);
    if (members == nullptr)
        return invalid_input("map.values", "Write fields and their values in braces.");
    for (const auto& [field, pairs] : *members) {
        TRY(check_field(".values.", field));
        const auto* cells = object_in(pairs);
        if (cells == nullptr)
            return invalid_input("map.values." + field, "Write the values in braces.");
        for (const auto& [cell, meaning] : *cells) {
            if (meaning.string() == nullptr) {
                return invalid_input("map.values." + field,
                                     "Write each value as text in quotation marks.");
            }
            values_[field].insert_or_assign(fold(cell), *meaning.string());
        }
    }
    return {};
}

Result<> ColumnMap::take_constants(const json::Value& constants) {
    const auto* members = object_in(constants);
    if (members == nullptr)
        return invalid_input("map.constants", "Write fields and their values in braces.");
    for (const auto& [field, value] : *members) {
        TRY(check_field(".constants.", field));
        if (value.string() == nullptr) {
            return invalid_input("map.constants." + field,
                                 "Write each value as text in quotation marks.");
        }
        constants_.emplace(field, *value.string());
    }
    return {};
}

Result<> ColumnMap::take_date_format(const json::Value& format) {
    const auto* text = format.string();
    if (text != nullptr && *text == "day-month-year") {
        date_order_ = DateOrder::day_month_year;
    } else if (text == nullptr || *text != "month-day-year") {
        return invalid_input("map.date_format", "Write day-month-year or month-day-year.");
    }
    return {};
}

ColumnMap ColumnMap::recognized(std::span<const std::string> columns) {
    ColumnMap map;
    for (const std::string& column : columns) {
        const auto field = field_of_column(column);
        if (!field) continue;
        auto& taken = map.columns_[std::string{*field}];
        // A field's own name is surer than another word for it: "Slug" yields to "ID".
        if (taken.empty() || fold(column) == fold(*field)) taken = {column};
    }
    return map;
}

Result<> ColumnMap::check(std::span<const std::string> columns) const {
    for (const auto& [field, names] : columns_) {
        for (const std::string& name : names) {
            if (std::ranges::find(columns, name) == columns.end()) {
                return invalid_input("map.columns." + field,
                                     "The table has no column of this name.");
            }
        }
    }
    const auto has = [&](std::string_view field) {
        return columns_.contains(field) || constants_.contains(field);
    };
    if (!has("name") && !has("group")) {
        return fail(ErrorKind::unreadable, "No column of this table is a meeting's name.");
    }
    if (!has("day")) {
        return fail(ErrorKind::unreadable, "No column of this table is a meeting's day.");
    }
    if (!has("time")) {
        return fail(ErrorKind::unreadable, "No column of this table is a meeting's time.");
    }
    return {};
}

std::string ColumnMap::said_by(const json::Value& row, std::string_view field,
                               const std::vector<std::string>& columns) const {
    const auto replacements = values_.find(field);
    std::vector<std::string> said;
    for (const std::string& column : columns) {
        std::string cell{row.text_or(column)};
        if (cell.empty()) continue;
        if (replacements != values_.end()) {
            const auto meaning = replacements->second.find(fold(cell));
            if (meaning != replacements->second.end()) cell = meaning->second;
        }
        if (!cell.empty()) said.push_back(std::move(cell));
    }
    return joined(said, ", ");
}

json::Value ColumnMap::applied_to(const json::Value& row) const {
    json::Value out = json::Value::object();
    for (const auto& [field, columns] : columns_) {
        std::string said = said_by(row, field, columns);
        if (!said.empty()) out.set(field, std::move(said));
    }
    for (const auto& [field, said] : constants_) {
        if (out.find(field) == nullptr) out.set(field, said);
    }
    return out;
}

std::string ColumnMap::column_of(std::string_view field) const {
    const auto found = columns_.find(field);
    return found == columns_.end() ? std::string{field} : found->second.front();
}

}  // namespace waymark::exchange
