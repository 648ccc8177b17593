// The bytes of a table file cut into rows and cells (RFC 4180), one row in
// memory at a time, with a limit on everything.
//
// Taken besides the letter of the RFC: LF and CR line ends, `;` and tab between
// cells, blanks before an opening quotation mark, a quotation mark inside a
// cell that does not begin with one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "importers/records.h"

namespace waymark::importers {

inline constexpr std::size_t kColumnsMax = 500;

struct CsvCells {
    enum class Fault : std::uint8_t { none, cell_too_long, too_many_cells, text_after_quote };

    std::int64_t row = 0;  // As spreadsheets count: the header is 1, blank rows count too.
    std::vector<std::string> cells{};
    Fault fault = Fault::none;    // The first thing wrong; the row's end is still found.
    std::size_t faulty_cell = 0;  // Counted from 0.
};

class CsvScanner {
  public:
    explicit CsvScanner(ByteSource bytes) : bytes_(std::move(bytes)) {}

    // The first bytes not yet scanned: 64 KiB, or all there are when fewer.
    std::string_view head();
    void skip(std::size_t bytes) { at_ += bytes; }
    void set_separator(char separator) { separator_ = separator; }

    // The next row that says anything; nothing at the end. Fails with
    // unreadable when a row is longer than kRecordBytesMax, or when the file ends
    // inside quotation marks: where rows begin and end is then anybody's guess.
    Result<std::optional<CsvCells>> next();

  private:
    enum class State : std::uint8_t { cell_start, bare, quoted, quote_seen };
    static constexpr int kEnd = -1;

    bool refill();
    int peek();
    int take();
    Result<std::optional<CsvCells>> next_line();
    bool ends_row(int byte);
    void scan_byte(char byte, CsvCells& row);

    ByteSource bytes_;
    std::string buffer_{};
    std::size_t at_ = 0;
    bool is_exhausted_ = false;
    char separator_ = ',';
    State state_ = State::cell_start;
    std::int64_t row_ = 0;
};

}  // namespace waymark::importers
