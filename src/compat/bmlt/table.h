// A snapshot as a BMLT server would hold it: one row a meeting and day, every
// field a text. Built once a snapshot, when the first client asks.
//
// Meetings of the first BMLT source keep their ids and their service bodies; those
// of other sources get ids above kForeignIds (identity.h), which stay the same as long as the
// meeting does, and a service body of their source.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compat/bmlt/bodies.h"
#include "compat/bmlt/columns.h"
#include "compat/bmlt/format_book.h"
#include "compat/bmlt/pool.h"
#include "core/time.h"
#include "finder/snapshot.h"
#include "json/value.h"

namespace waymark::compat::bmlt {

inline constexpr std::chrono::minutes kUsualDuration{60};

using RowNumber = std::uint32_t;
inline constexpr RowNumber kNoRow = 0xffff'ffff;

// A point of the unit sphere; all zero for a place that is not known.
struct Direction {
    double x = 0, y = 0, z = 0;
    bool is_known() const { return x != 0 || y != 0 || z != 0; }
};
Direction direction_of(const GeoPoint& point);

struct Row {
    std::int64_t id = 0;
    BodyId body = 0;
    Direction place{};
    std::int16_t start = -1;  // Minutes after midnight; -1 by appointment.
    std::int16_t duration = 0;
    std::uint8_t weekday = 0;  // 1 Sunday … 7; 0 by appointment.
    std::uint8_t venue = 1;    // 1 in person, 2 virtual, 3 hybrid.
    bool is_published = true;
    std::uint32_t formats_begin = 0, formats_count = 0;
    std::optional<Instant> updated{};  // By its source, or else our copy.
    // The row that stands for it where both are asked for (finder/same_meeting.h).
    RowNumber shown = kNoRow;
};

class Table {
  public:
    // Without what is old by `now` (directory/age.h).
    Table(const finder::Snapshot& snapshot, Instant now);

    std::span<const Row> rows() const { return rows_; }                      // By id.
    std::span<const RowNumber> usual_order() const { return usual_order_; }  // order.h
    const Pool& pool() const { return pool_; }
    const FormatBook& book() const { return book_; }
    const Bodies& bodies() const { return bodies_; }
    std::int64_t revision() const { return revision_; }

    std::size_t column_count() const { return first_own + own_.size(); }
    std::string_view key(std::size_t column) const;
    std::optional<std::size_t> column_of(std::string_view key) const;
    const std::vector<std::string>& own_keys() const { return own_; }

    TextId cell(RowNumber row, std::size_t column) const {
        return cells_[row * column_count() + column];
    }
    std::string_view text(RowNumber row, std::size_t column) const {
        return pool_.text(cell(row, column));
    }
    std::span<const int> formats_of(RowNumber row) const;  // Ascending ids.
    // Those some published meeting uses; ascending.
    const std::vector<int>& used_formats() const { return used_formats_; }

  private:
    struct Draft;
    std::vector<Draft> drafts_of(const finder::Snapshot& snapshot, Instant now);
    void note_doubles(const finder::Snapshot& snapshot, const std::vector<Draft>& drafts);
    void note_own_fields(const std::vector<Draft>& drafts);
    void add(const Draft& draft);
    void note_body(const finder::Snapshot& snapshot, const directory::Meeting& meeting, BodyId body,
                   bool is_said);
    void read_formats(const json::Value& record, bool is_home, Row& row);
    void read_fields(const json::Value& record, std::vector<std::string_view>& said) const;
    void fill_cells(const json::Value& record, const Row& row);
    void note_used_formats();

    std::int64_t revision_ = 0;
    FormatBook book_;
    Bodies bodies_{};
    Pool pool_{};
    std::vector<std::string> own_{};
    std::vector<Row> rows_{};
    std::vector<RowNumber> usual_order_{};
    std::vector<TextId> cells_{};
    std::vector<int> formats_{}, used_formats_{};
};

}  // namespace waymark::compat::bmlt
