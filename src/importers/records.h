// A feed as a stream of records, whatever it is written in: the elements of a
// JSON array, the lines of a spreadsheet. Memory is bounded by one record.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "core/result.h"
#include "json/value.h"

namespace waymark::importers {

// No record may be larger, nor any of its texts, nor its nesting deeper.
inline constexpr std::size_t kRecordBytesMax = std::size_t{1} << 20;
inline constexpr std::size_t kFieldBytesMax = std::size_t{16} << 10;
inline constexpr std::size_t kDepthMax = 32;

// Fills the buffer and says with how many bytes; 0 at the end. Throws when the
// bytes cannot be had at all (a lost disk).
using ByteSource = std::function<std::size_t(char* buffer, std::size_t size)>;

struct Record {
    // As a person finds it: the first element of an array is 1; a line of a
    // spreadsheet counts with its heading line, so that the first is 2.
    std::int64_t row = 0;
    json::Value value{};
    // Set when this row alone cannot be read (a field too long, a number out
    // of range); `value` then says nothing.
    std::optional<Error> refused{};
    // The source says that this one is gone: neither taken nor refused.
    bool is_removal = false;
    // What was mended in reading it, or why it is left out: a sentence to be
    // counted among the warnings. Empty: nothing.
    std::string warning{};
};

class RecordReader {
  public:
    virtual ~RecordReader() = default;

    // The next record; nothing at the end. Fails with unreadable when the feed
    // as a whole is not what it should be; it is then not asked again.
    virtual Result<std::optional<Record>> next() = 0;
};

}  // namespace waymark::importers
