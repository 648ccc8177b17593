// The books of all sources in the database: directory/source_book.h kept on
// SQLite and on PostgreSQL. What is said of a source that is gone is dropped.
#pragma once

#include "directory/source_book.h"
#include "storage/pool.h"

namespace waymark::storage {

class SourceBookStore final : public directory::SourceBook {
  public:
    // `pool` must outlive it.
    explicit SourceBookStore(Pool& pool) : pool_(pool) {}

    std::vector<directory::Reading> readings(directory::SourceId source) const override;
    std::int64_t log(const directory::Reading& reading) override;
    Result<> roll_back(directory::SourceId source, std::int64_t number, Instant now,
                       std::string_view decided_by) override;

    std::vector<directory::HeldRow> held_rows(directory::SourceId source) const override;
    void save_held_rows(directory::SourceId source,
                        const std::vector<directory::HeldRow>& rows) override;

    directory::Timetable timetable(directory::SourceId source) const override;
    std::vector<directory::Timetable> timetables() const override;
    void save_timetable(const directory::Timetable& timetable) override;

  private:
    Pool& pool_;
};

}  // namespace waymark::storage
