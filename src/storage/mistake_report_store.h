// What visitors say is wrong, in the database: directory/mistake_report.h kept
// on SQLite and on PostgreSQL. Reports go with the source of their listing.
#pragma once

#include "directory/mistake_report.h"
#include "storage/pool.h"

namespace waymark::storage {

class MistakeReportStore final : public directory::MistakeReports {
  public:
    // `pool` must outlive it.
    explicit MistakeReportStore(Pool& pool) : pool_(pool) {}

    // Fails with invalid_input for words too long, or that are no text.
    Result<> add(const directory::MistakeReport& report) override;
    std::vector<directory::MistakeReport> open() const override;
    Result<> close(std::int64_t id) override;

  private:
    Pool& pool_;
};

}  // namespace waymark::storage
