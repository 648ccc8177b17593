// Tables of text (CSV, or with `;` or tabs) as records: one JSON object a row,
// from column name to text. Streamed: a file of any size needs one row's memory.
//
// The first row names the columns. Text is UTF-8 with or without its mark; a
// file that is not is read as Windows-1252, and says so. Cells are trimmed and empty ones left out,
// so that a record holds what its row says and no more.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/result.h"
#include "importers/csv_records_scanner.h"
#include "importers/records.h"

namespace waymark::importers {

class CsvRecords : public RecordReader {
    struct Opening {};  // Only open() can say it.

  public:
    CsvRecords(Opening, ByteSource bytes) : scanner_(std::move(bytes)) {}

    // Reads the header. Fails with unreadable on what is no table: a web page,
    // JSON, UTF-16, an empty file, a first row that cannot be column names.
    static Result<std::unique_ptr<CsvRecords>> open(ByteSource bytes);

    // Trimmed; a nameless column is "Column 3", a second "Notes" is "Notes 2".
    const std::vector<std::string>& columns() const { return columns_; }

    // The next row; nothing at the end. Fails with unreadable when the rest of
    // the table cannot be told into rows.
    Result<std::optional<Record>> next() override;

  private:
    // `ascii`: no byte has told yet. The first one that does decides the file.
    enum class Encoding : std::uint8_t { ascii, utf8, windows_1252 };

    Result<> read_header();
    void meet_encoding(const std::vector<std::string>& cells);
    std::optional<std::string> text_of(std::string cell) const;
    std::optional<Error> fault_of(const CsvCells& row) const;
    std::string column_name(std::size_t index) const;
    void fill(Record& record, std::vector<std::string> cells) const;

    CsvScanner scanner_;
    Encoding encoding_ = Encoding::ascii;
    std::vector<std::string> columns_{};
    bool has_warned_ = false;
};

}  // namespace waymark::importers
