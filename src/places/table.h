// A table that scripts/places/table.mjs wrote, read where it lies in the
// binary: nothing is copied or allocated, so a process that asks for no place
// pays nothing for them.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace waymark::places {

static_assert(std::endian::native == std::endian::little, "The tables are little-endian.");

class Table {
  public:
    // Throws when the bytes are no table: the build is then broken.
    explicit Table(std::string_view bytes);
    std::string_view section(std::size_t number) const;

  private:
    std::string_view bytes_;
};

template <class Number>
class Column {
  public:
    explicit Column(std::string_view bytes) : bytes_(bytes) {}
    std::size_t size() const { return bytes_.size() / sizeof(Number); }

    Number operator[](std::size_t row) const {
        Number number{};
        std::memcpy(&number, bytes_.data() + row * sizeof(Number), sizeof(Number));
        return number;
    }

  private:
    std::string_view bytes_;
};

// Rows [begin, end).
struct RowRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool empty() const { return begin == end; }
};

class Texts {
  public:
    // Two sections of `table`, from `section` on.
    Texts(const Table& table, std::size_t section)
        : ends_(table.section(section)), bytes_(table.section(section + 1)) {}

    std::size_t size() const { return ends_.size() - 1; }
    std::size_t length(std::size_t row) const { return ends_[row + 1] - ends_[row]; }
    std::string_view operator[](std::size_t row) const {
        return bytes_.substr(ends_[row], length(row));
    }

    // Where `text` stands; the rows must be in byte order.
    RowRange rows_of(std::string_view text) const {
        return {first_row([&](std::string_view row) { return row >= text; }),
                first_row([&](std::string_view row) { return row > text; })};
    }

    RowRange rows_beginning(std::string_view text) const {
        return {first_row([&](std::string_view row) { return row >= text; }),
                first_row([&](std::string_view row) { return row.substr(0, text.size()) > text; })};
    }

  private:
    template <class Reached>
    std::size_t first_row(Reached reached) const {
        std::size_t low = 0;
        std::size_t high = size();
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            if (reached((*this)[middle]))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    Column<std::uint32_t> ends_;
    std::string_view bytes_;
};

}  // namespace waymark::places
