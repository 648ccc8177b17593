// Rows, in the order of the feed, a little ahead of whoever stores them: one
// thread reads records, others make rows of them.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/result.h"
#include "directory/source_lists.h"
#include "exchange/context.h"
#include "importers/formats.h"
#include "importers/row_reading.h"

namespace waymark::importers {

struct RowBatch {
    std::vector<Row> rows{};
    std::int64_t bytes = 0;  // Read so far.
};

class RowStream {
  public:
    struct Totals {
        RowFindings findings{};
        std::int64_t bytes = 0;
        std::string sha256{};
        directory::SourceLists lists{};  // What the feed says beside its records.
    };

    // Starts reading. `options` and `defaults` are copied; `open` must last.
    RowStream(const OpenBytes& open, const Format& format, const ImportOptions& options,
              exchange::Defaults defaults, Contents contents);
    // Waits for the threads, which stop at the next row.
    ~RowStream();
    RowStream(const RowStream&) = delete;
    RowStream& operator=(const RowStream&) = delete;

    // Nothing at the end. Fails as the record reader does; throws what the
    // byte source threw.
    Result<std::optional<RowBatch>> next();

    // After the end only.
    const Totals& totals() const { return totals_; }

  private:
    // Records that stand together, and what becomes of them.
    struct Portion {
        std::vector<Record> records{};
        std::int64_t bytes = 0;  // Of the feed, that were read for them.
        RowBatch batch{};
        RowFindings findings{};
        std::exception_ptr thrown{};
        bool is_ready = false;
    };

    void read();
    Result<> read_all();
    bool give(Portion portion);  // False: nobody wants more.
    void make_rows();
    void make_rows_of(Portion& portion) const;
    void stop();

    const OpenBytes& open_;
    const Format& format_;
    ImportOptions options_;
    exchange::Defaults defaults_;
    Contents contents_;
    RowReader read_row_{};
    Totals totals_{};

    std::mutex mutex_{};
    std::condition_variable changed_{};
    std::deque<std::shared_ptr<Portion>> ahead_{};   // In the order of the feed.
    std::deque<std::shared_ptr<Portion>> unmade_{};  // Of these, the records nobody has taken.
    std::int64_t bytes_ahead_ = 0;
    bool is_over_ = false, is_unwanted_ = false;
    Result<> ending_{};
    std::exception_ptr thrown_{};
    std::vector<std::thread> threads_{};
};

}  // namespace waymark::importers
