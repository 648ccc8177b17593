#include "importers/row_stream.h"

#include <algorithm>
#include <utility>

#include "crypto/hash.h"

namespace waymark::importers {
namespace {

constexpr std::size_t kPortionRows = 64;
constexpr std::size_t kPortionsAhead = 16;
// A record of numbers alone takes twenty times its bytes while it waits.
constexpr std::int64_t kPortionBytes = 64 << 10;
constexpr std::int64_t kBytesAhead = 1 << 20;
// Making rows takes more time than reading records and storing rows together.
constexpr unsigned kMakersMax = 4;

unsigned makers() {
    return std::clamp(std::thread::hardware_concurrency(), 1U, kMakersMax);
}

}  // namespace

RowStream::RowStream(const OpenBytes& open, const Format& format, const ImportOptions& options,
                     exchange::Defaults defaults, Contents contents)
    : open_(open),
      format_(format),
      options_(options),
      defaults_(std::move(defaults)),
      contents_(contents) {
    try {
        threads_.emplace_back([this] { read(); });
        for (unsigned i = 0; i < makers(); ++i)
            threads_.emplace_back([this] { make_rows(); });
    } catch (...) {
        stop();
        throw;
    }
}

RowStream::~RowStream() {
    stop();
}

void RowStream::stop() {
    {
        const std::lock_guard lock{mutex_};
        is_unwanted_ = true;
    }
    changed_.notify_all();
    for (auto& thread : threads_)
        thread.join();
}

Result<std::optional<RowBatch>> RowStream::next() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return ahead_.empty() ? is_over_ : ahead_.front()->is_ready; });
    if (ahead_.empty()) {
        if (thrown_) std::rethrow_exception(thrown_);
        TRY(ending_);
        return std::optional<RowBatch>{};
    }
    const auto portion = std::move(ahead_.front());
    ahead_.pop_front();
    bytes_ahead_ -= portion->bytes;
    lock.unlock();
    changed_.notify_all();
    if (portion->thrown) std::rethrow_exception(portion->thrown);
    totals_.findings.add(portion->findings);
    return std::optional<RowBatch>{std::move(portion->batch)};
}

void RowStream::read() {
    Result<> ending;
    std::exception_ptr thrown;
    try {
        ending = read_all();
    } catch (...) {
        thrown = std::current_exception();
    }
    const std::lock_guard lock{mutex_};
    ending_ = std::move(ending);
    thrown_ = thrown;
    is_over_ = true;
    changed_.notify_all();
}

Result<> RowStream::read_all() {
    crypto::Sha256 fingerprint;
    std::int64_t bytes = 0;
    // A format may open the feed more than once; the last opening reads it all.
    const OpenBytes watched = [&]() -> ByteSource {
        fingerprint = crypto::Sha256{};
        bytes = 0;
        return [&, source = open_()](char* buffer, std::size_t size) {
            const auto count = source(buffer, size);
            fingerprint.add({buffer, count});
            bytes += static_cast<std::int64_t>(count);
            return count;
        };
    };
    auto feed = TRY(format_.open(watched, options_));
    read_row_ = std::move(feed.read);
    totals_.lists = std::move(feed.lists);
    Portion portion;
    std::int64_t given = 0;
    while (auto record = TRY(feed.records->next())) {
        portion.records.push_back(*std::move(record));
        portion.bytes = bytes - given;
        portion.batch.bytes = bytes;
        if (portion.records.size() < kPortionRows && portion.bytes < kPortionBytes) continue;
        given = bytes;
        if (!give(std::exchange(portion, {}))) return {};
    }
    if (!portion.records.empty()) give(std::move(portion));
    totals_.bytes = bytes;
    totals_.sha256 = fingerprint.hex();
    return {};
}

bool RowStream::give(Portion portion) {
    auto shared = std::make_shared<Portion>(std::move(portion));
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] {
        const bool has_room = ahead_.size() < kPortionsAhead && bytes_ahead_ < kBytesAhead;
        return is_unwanted_ || has_room;
    });
    if (is_unwanted_) return false;
    bytes_ahead_ += shared->bytes;
    ahead_.push_back(shared);
    unmade_.push_back(std::move(shared));
    changed_.notify_all();
    return true;
}

void RowStream::make_rows() {
    std::unique_lock lock{mutex_};
    while (true) {
        changed_.wait(lock, [&] { return is_unwanted_ || is_over_ || !unmade_.empty(); });
        if (is_unwanted_ || unmade_.empty()) return;
        const auto portion = std::move(unmade_.front());
        unmade_.pop_front();
        lock.unlock();
        try {
            make_rows_of(*portion);
        } catch (...) {
            portion->thrown = std::current_exception();
        }
        lock.lock();
        portion->is_ready = true;
        changed_.notify_all();
    }
}

void RowStream::make_rows_of(Portion& portion) const {
    auto defaults = defaults_;
    portion.batch.rows.reserve(portion.records.size());
    for (auto& record : portion.records) {
        auto row = row_of(std::move(record), read_row_, defaults, contents_, portion.findings);
        if (row) portion.batch.rows.push_back(*std::move(row));
    }
    portion.records = {};
}

}  // namespace waymark::importers
