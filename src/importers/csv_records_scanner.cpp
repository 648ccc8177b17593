#include "importers/csv_records_scanner.h"

#include <algorithm>

namespace waymark::importers {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} << 10;

using Fault = CsvCells::Fault;

void note(CsvCells& row, Fault fault) {
    if (row.fault != Fault::none) return;
    row.fault = fault;
    row.faulty_cell = row.cells.empty() ? 0 : row.cells.size() - 1;
}

void put(CsvCells& row, char byte) {
    std::string& cell = row.cells.back();
    if (cell.size() < kFieldBytesMax) {
        cell.push_back(byte);
    } else {
        note(row, Fault::cell_too_long);
    }
}

void begin_cell(CsvCells& row) {
    if (row.cells.size() < kColumnsMax) {
        row.cells.emplace_back();
    } else {
        note(row, Fault::too_many_cells);
        row.cells.back().clear();
    }
}

bool is_blank(const CsvCells& row) {
    return row.fault == Fault::none && std::ranges::all_of(row.cells, &std::string::empty);
}

}  // namespace

bool CsvScanner::refill() {
    if (is_exhausted_) return false;
    buffer_.erase(0, at_);
    at_ = 0;
    const std::size_t kept = buffer_.size();
    buffer_.resize(kept + kChunkBytes);
    const std::size_t got = bytes_(buffer_.data() + kept, kChunkBytes);
    buffer_.resize(kept + got);
    is_exhausted_ = got == 0;
    return got != 0;
}

std::string_view CsvScanner::head() {
    while (buffer_.size() - at_ < kChunkBytes && refill()) {
    }
    return std::string_view{buffer_}.substr(at_, kChunkBytes);
}

int CsvScanner::peek() {
    if (at_ == buffer_.size() && !refill()) return kEnd;
    return static_cast<unsigned char>(buffer_[at_]);
}

int CsvScanner::take() {
    const int byte = peek();
    if (byte != kEnd) ++at_;
    return byte;
}

// Whether this byte, outside quotation marks, is the end of the row.
bool CsvScanner::ends_row(int byte) {
    if (byte == kEnd) return true;
    if (state_ == State::quoted) return false;
    if (byte == '\r' && peek() == '\n') take();
    return byte == '\r' || byte == '\n';
}

void CsvScanner::scan_byte(char byte, CsvCells& row) {
    if (state_ == State::quoted) {
        if (byte == '"') {
            state_ = State::quote_seen;
        } else {
            put(row, byte);
        }
        return;
    }
    if (byte == separator_) {
        begin_cell(row);
        state_ = State::cell_start;
        return;
    }
    const bool is_space = byte == ' ' || byte == '\t';
    if (state_ == State::cell_start && is_space) return;
    if (state_ == State::cell_start && byte == '"') {
        state_ = State::quoted;
        return;
    }
    if (state_ == State::quote_seen) {
        if (is_space) return;
        if (byte == '"') {
            state_ = State::quoted;
        } else {
            note(row, Fault::text_after_quote);
        }
    } else {
        state_ = State::bare;
    }
    put(row, byte);
}

Result<std::optional<CsvCells>> CsvScanner::next_line() {
    if (peek() == kEnd) return std::nullopt;
    CsvCells row{.row = ++row_};
    begin_cell(row);
    state_ = State::cell_start;
    for (std::size_t bytes = 0;; ++bytes) {
        if (bytes > kRecordBytesMax) {
            return fail(ErrorKind::unreadable,
                        "A row of this table is longer than 1 MiB. A quotation mark may be "
                        "missing in it.");
        }
        const int byte = take();
        if (byte == kEnd && state_ == State::quoted) {
            return fail(ErrorKind::unreadable,
                        "This table ends in the middle of a row. Copy the file again.");
        }
        if (ends_row(byte)) break;
        scan_byte(static_cast<char>(byte), row);
    }
    return row;
}

Result<std::optional<CsvCells>> CsvScanner::next() {
    while (true) {
        auto row = TRY(next_line());
        if (!row.has_value() || !is_blank(*row)) return row;
    }
}

}  // namespace waymark::importers
