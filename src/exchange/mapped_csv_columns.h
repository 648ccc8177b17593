// Which column of a table says what. The words for "what" are ours and few;
// docs/import.md lists them for the operator who writes a map.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "exchange/mapped_csv_values.h"
#include "json/value.h"

namespace waymark::exchange {

class ColumnMap {
  public:
    // From JSON as an operator writes it:
    //   {"columns": {"name": "Title", "types": ["Format", "Open Format"], …},
    //    "values": {"day": {"Lu": "Monday"}}, "constants": {"country": "Spain"},
    //    "date_format": "day-month-year"}
    // Fails with invalid_input; its field says where in the map.
    static Result<ColumnMap> parse(std::string_view json);

    // By the names that tables commonly give their columns, in English and
    // Spanish; columns of other names say nothing to us.
    static ColumnMap recognized(std::span<const std::string> columns);

    // Whether a table of those columns can be read by this map. Fails with
    // invalid_input on a column that is not there, with unreadable when nothing
    // says a meeting's name, day or time.
    Result<> check(std::span<const std::string> columns) const;

    // The row in our words: what each field says, values replaced.
    json::Value applied_to(const json::Value& row) const;

    // The column to blame for a field; the field's own name when there is none.
    std::string column_of(std::string_view field) const;

    DateOrder date_order() const { return date_order_; }

  private:
    using Texts = std::map<std::string, std::string, std::less<>>;

    Result<> take_columns(const json::Value& columns);
    Result<> take_values(const json::Value& values);
    Result<> take_constants(const json::Value& constants);
    Result<> take_date_format(const json::Value& format);
    std::string said_by(const json::Value& row, std::string_view field,
                        const std::vector<std::string>& columns) const;

    std::map<std::string, std::vector<std::string>, std::less<>> columns_{};  // By field.
    std::map<std::string, Texts, std::less<>> values_{};  // By field, then folded cell.
    Texts constants_{};
    DateOrder date_order_ = DateOrder::month_day_year;
};

// Whether a map may speak of it: a field of ours, or the code of a feature.
bool is_table_field(std::string_view field);

// The field that a column of this name usually is.
std::optional<std::string_view> field_of_column(std::string_view column);

}  // namespace waymark::exchange
