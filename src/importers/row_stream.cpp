#include "importers/row_stream.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/text.h"
#include "crypto/hash.h"
#include "importers/row_limits.h"
#include "json/write.h"

namespace waymark::importers {
namespace {

constexpr std::size_t kBatchRows = 128;
constexpr std::size_t kBatchesAhead = 8;

// Whether a byte of it could belong to a hidden character: a control, or the
// first byte of one in UTF-8 (U+0080 … U+00AD, U+2000 …, U+FEFF).
bool may_hide(std::string_view text) {
    return std::ranges::any_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || byte == 0x7f ||
               byte == 0xc2 || byte == 0xe2 || byte == 0xef;
    });
}

// Takes hidden characters out of every text of the value; how many there were.
std::size_t clean(json::Value& value) {
    std::size_t removed = 0;
    if (const auto* text = value.string()) {
        if (!may_hide(*text)) return 0;
        auto cleaned = without_hidden(*text, &removed);
        if (removed > 0) value = json::Value{std::move(cleaned)};
    } else if (auto* items = value.items()) {
        for (auto& item : *items)
            removed += clean(item);
    } else if (auto* members = value.members()) {
        for (auto& member : *members)
            removed += clean(member.second);
    }
    return removed;
}

}  // namespace

RowStream::RowStream(const OpenBytes& open, const Format& format, const ImportOptions& options,
                     exchange::Defaults defaults, Contents contents)
    : open_(open), format_(format), options_(options), defaults_(defaults), contents_(contents) {
    defaults_.warnings = &totals_.warnings;
    thread_ = std::thread{[this] { run(); }};
}

RowStream::~RowStream() {
    {
        const std::lock_guard lock{mutex_};
        is_unwanted_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

Result<std::optional<RowBatch>> RowStream::next() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return is_over_ || !ready_.empty(); });
    if (!ready_.empty()) {
        std::optional<RowBatch> batch{std::move(ready_.front())};
        ready_.pop_front();
        changed_.notify_all();
        return batch;
    }
    if (thrown_) std::rethrow_exception(thrown_);
    TRY(ending_);
    return std::optional<RowBatch>{};
}

bool RowStream::give(RowBatch batch) {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return is_unwanted_ || ready_.size() < kBatchesAhead; });
    if (is_unwanted_) return false;
    ready_.push_back(std::move(batch));
    changed_.notify_all();
    return true;
}

void RowStream::run() {
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
    // A format may open the feed more than once; the last opening reads it all.
    const OpenBytes watched = [&]() -> ByteSource {
        fingerprint = crypto::Sha256{};
        totals_.bytes = 0;
        return [&, bytes = open_()](char* buffer, std::size_t size) {
            const auto count = bytes(buffer, size);
            fingerprint.add({buffer, count});
            totals_.bytes += static_cast<std::int64_t>(count);
            return count;
        };
    };
    auto feed = TRY(format_.open(watched, options_));
    totals_.lists = feed.lists;
    RowBatch batch;
    while (auto record = TRY(feed.records->next())) {
        read_row(*std::move(record), feed.read, batch);
        if (batch.rows.size() < kBatchRows) continue;
        batch.bytes = totals_.bytes;
        if (!give(std::exchange(batch, {}))) return {};
    }
    batch.bytes = totals_.bytes;
    if (!batch.rows.empty()) give(std::move(batch));
    totals_.sha256 = fingerprint.hex();
    return {};
}

void RowStream::read_row(Record record, const RowReader& read, RowBatch& batch) {
    if (!record.warning.empty()) totals_.warnings.add(record.warning);
    if (record.is_removal) return;
    Row row{.number = record.row};
    if (record.refused) {
        row.outcome = *std::move(record.refused);
    } else {
        totals_.hidden_characters += static_cast<std::int64_t>(clean(record.value));
        auto listing = read(record.value, defaults_);
        if (listing) {
            if (auto kept = limit_row(*listing, totals_.warnings); !kept)
                listing = tl::unexpected{std::move(kept).error()};
        }
        if (listing)
            std::visit([&](auto& held) { row.outcome = std::move(held); }, *listing);
        else
            row.outcome = std::move(listing).error();
        if (contents_ == Contents::compare) {
            row.content = std::hash<std::string>{}(json::write(record.value));
        }
    }
    batch.rows.push_back(std::move(row));
}

}  // namespace waymark::importers
