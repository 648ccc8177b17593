// Rows, read and mapped on a thread of their own a little ahead of whoever
// stores them.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "core/result.h"
#include "directory/facility.h"
#include "directory/meeting.h"
#include "exchange/context.h"
#include "importers/formats.h"
#include "importers/records.h"

namespace waymark::importers {

struct Row {
    std::int64_t number = 0;
    // A meeting or a place of help, or why there is neither.
    std::variant<directory::Meeting, directory::Facility, Error> outcome{};
    std::size_t content = 0;  // Of the record; only when asked for.
};

struct RowBatch {
    std::vector<Row> rows{};
    std::int64_t bytes = 0;  // Read so far.
};

class RowStream {
  public:
    struct Totals {
        std::int64_t hidden_characters = 0;
        std::int64_t bytes = 0;
        std::string sha256{};
        exchange::Warnings warnings{};
        directory::SourceLists lists{};  // What the feed says beside its records.
    };

    enum class Contents { skip, compare };

    // Starts reading. `options` and `defaults` are copied; `open` must last.
    RowStream(const OpenBytes& open, const Format& format, const ImportOptions& options,
              exchange::Defaults defaults, Contents contents);
    // Waits for the thread, which stops at the next row.
    ~RowStream();
    RowStream(const RowStream&) = delete;
    RowStream& operator=(const RowStream&) = delete;

    // Nothing at the end. Fails as the record reader does; throws what the
    // byte source threw.
    Result<std::optional<RowBatch>> next();

    // After the end only.
    const Totals& totals() const { return totals_; }

  private:
    void run();
    Result<> read_all();
    void read_row(Record record, const RowReader& read, RowBatch& batch);
    bool give(RowBatch batch);  // False: nobody wants more.

    const OpenBytes& open_;
    const Format& format_;
    ImportOptions options_;
    exchange::Defaults defaults_;
    Contents contents_;
    Totals totals_{};

    std::mutex mutex_{};
    std::condition_variable changed_{};
    std::deque<RowBatch> ready_{};
    bool is_over_ = false, is_unwanted_ = false;
    Result<> ending_{};
    std::exception_ptr thrown_{};
    std::thread thread_{};
};

}  // namespace waymark::importers
