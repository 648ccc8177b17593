#include "importers/csv_records.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string_view>

#include "core/phrase.h"
#include "core/text.h"
#include "importers/csv_records_encoding.h"

namespace waymark::importers {
namespace {

constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";

Result<> check_is_table(std::string_view head) {
    if (head.starts_with("\xff\xfe") || head.starts_with("\xfe\xff")) {
        return fail(ErrorKind::unreadable,
                    "This table is saved as UTF-16. Save it again as CSV in UTF-8.");
    }
    if (head.find('\0') != std::string_view::npos) {
        return fail(ErrorKind::unreadable, "This is not a table of text. Save it as CSV in UTF-8.");
    }
    const auto first = head.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return fail(ErrorKind::unreadable, "This file is empty.");
    if (head[first] == '<') return fail(ErrorKind::unreadable, "This is a web page, not a table.");
    if (head[first] == '{' || head[first] == '[') {
        return fail(ErrorKind::unreadable, "This is JSON, not a table.");
    }
    return {};
}

bool has_letter(std::string_view name) {
    return std::ranges::any_of(fold(name), [](char c) { return c < '0' || c > '9'; });
}

// A line by which spreadsheet programs name the separator: "sep=;".
std::size_t separator_line(std::string_view head) {
    if (!ascii_lower(head.substr(0, 4)).starts_with("sep=") || head.size() < 6) return 0;
    const auto end = head.find('\n');
    return end == std::string_view::npos || end > 6 ? 0 : end + 1;
}

std::string numbered(const std::string& name, const std::set<std::string>& taken) {
    if (!taken.contains(name)) return name;
    for (int n = 2;; ++n) {
        std::string twin = name + " " + std::to_string(n);
        if (!taken.contains(twin)) return twin;
    }
}

}  // namespace

Result<std::unique_ptr<CsvRecords>> CsvRecords::open(ByteSource bytes) {
    auto opened = std::make_unique<CsvRecords>(Opening{}, std::move(bytes));
    CsvRecords& records = *opened;
    if (records.scanner_.head().starts_with(kUtf8Mark)) {
        records.scanner_.skip(kUtf8Mark.size());
        records.encoding_ = Encoding::utf8;
    }
    TRY(check_is_table(records.scanner_.head()));
    records.scanner_.skip(separator_line(records.scanner_.head()));
    records.scanner_.set_separator(separator_of(records.scanner_.head()));
    TRY(records.read_header());
    return opened;
}

Result<> CsvRecords::read_header() {
    const auto row = TRY(scanner_.next());
    if (!row.has_value()) return fail(ErrorKind::unreadable, "This file is empty.");
    if (row->fault == CsvCells::Fault::too_many_cells) {
        return fail(ErrorKind::unreadable, "This table has more than 500 columns.");
    }
    meet_encoding(row->cells);
    std::set<std::string> taken;
    std::size_t named = 0;
    for (const std::string& cell : row->cells) {
        const std::string shown = without_hidden(text_of(cell).value_or(""));
        std::string name{trimmed(shown)};
        if (has_letter(name)) ++named;
        if (name.empty()) name = "Column " + std::to_string(columns_.size() + 1);
        columns_.push_back(numbered(name, taken));
        taken.insert(columns_.back());
    }
    if (columns_.size() < 2 || named < 2 || row->fault != CsvCells::Fault::none) {
        return fail(ErrorKind::unreadable,
                    "The first row of this table does not name its columns.");
    }
    return {};
}

Result<std::optional<Record>> CsvRecords::next() {
    auto scanned = TRY(scanner_.next());
    if (!scanned.has_value()) return std::nullopt;
    Record record{.row = scanned->row, .value = json::Value::object()};
    meet_encoding(scanned->cells);
    if (encoding_ == Encoding::windows_1252 && !has_warned_) {
        record.warning =
            phrase(
                "This table is not UTF-8: it was read as Windows-1252. Check names with accents.")
                .text;
        has_warned_ = true;
    }
    record.refused = fault_of(*scanned);
    if (!record.refused) fill(record, std::move(scanned->cells));
    return record;
}

void CsvRecords::meet_encoding(const std::vector<std::string>& cells) {
    if (encoding_ != Encoding::ascii || std::ranges::all_of(cells, is_ascii)) return;
    const bool is_all_utf8 = std::ranges::all_of(cells, is_utf8);
    encoding_ = is_all_utf8 ? Encoding::utf8 : Encoding::windows_1252;
}

std::optional<std::string> CsvRecords::text_of(std::string cell) const {
    if (is_ascii(cell)) return cell;
    if (encoding_ == Encoding::windows_1252) return from_windows_1252(cell);
    if (!is_utf8(cell)) return std::nullopt;
    return cell;
}

std::string CsvRecords::column_name(std::size_t index) const {
    return index < columns_.size() ? columns_[index] : std::string{};
}

std::optional<Error> CsvRecords::fault_of(const CsvCells& row) const {
    using Fault = CsvCells::Fault;
    const std::string column = column_name(row.faulty_cell);
    if (row.fault == Fault::cell_too_long) {
        return invalid_input(column, "This is longer than 16 KiB.").value();
    }
    if (row.fault == Fault::text_after_quote) {
        return invalid_input(column, "There is text after a closing quotation mark.").value();
    }
    const auto& cells = row.cells;
    if (cells.size() < columns_.size()) {
        const std::string first_missing = column_name(cells.size());
        return invalid_input(first_missing, "This row has fewer cells than the header.").value();
    }
    const auto beyond = cells.begin() + static_cast<std::ptrdiff_t>(columns_.size());
    const bool says_more = !std::all_of(beyond, cells.end(), std::mem_fn(&std::string::empty));
    if (says_more || row.fault == Fault::too_many_cells) {
        return invalid_input("", "This row has more cells than the header.").value();
    }
    return std::nullopt;
}

void CsvRecords::fill(Record& record, std::vector<std::string> cells) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (cells[i].empty()) continue;
        const auto text = text_of(std::move(cells[i]));
        if (!text) {
            record.refused = invalid_input(columns_[i], "This is not UTF-8 text.").value();
            return;
        }
        const auto said = trimmed(*text);
        if (!said.empty()) record.value.set(columns_[i], said);
    }
}

}  // namespace waymark::importers
