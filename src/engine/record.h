// A meeting as a few hundred bytes instead of two kilobytes of strings, and back:
// what comes out is what went in, to the last bit.
//
// A record begins with the number of its shape (which of all fields it has, so
// that an empty one costs nothing) and then holds those fields in the order of
// engine/record_fields.h. Texts that many meetings share are numbers of terms.
// One that stood in an earlier record lately (the address of the same church) is
// the distance back to it. So a record means something only beside those before
// it, and all of them together lie in one piece, which may be a mapped file.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/zone.h"
#include "directory/meeting.h"
#include "engine/growing_bytes.h"
#include "engine/record_fields.h"
#include "engine/terms.h"

namespace waymark::engine {

using Shape = std::array<std::uint64_t, 2>;  // A bit for each field, in their order.

// Where all records lie. Flat; whoever made it keeps it.
struct RecordArrays {
    std::string_view records{};
    std::span<const Shape> shapes{};
    TermArrays terms{};
    TermArrays zones{};  // By their names.
};

// Every record begins at a multiple of so many bytes, so that 32 bits reach 16 GB.
inline constexpr std::uint64_t kRecordStep = 4;

class RecordWriter {
  public:
    RecordWriter();

    // Where its record begins, counted in steps. Throws std::length_error when
    // 16 GB are full.
    std::uint32_t add(const directory::Meeting& meeting);

    // Good until the next one is added.
    RecordArrays arrays() const;
    std::size_t bytes() const;  // All that it holds.

    // Gives back what only adding needs; nothing may be added afterwards.
    void settle();

  private:
    class Visitor;

    GrowingBytes records_;
    std::vector<Shape> shapes_;
    std::map<Shape, std::uint32_t> numbers_of_shapes_;
    Terms terms_, zones_;
    std::vector<std::uint64_t> lately_;  // By hash: where a text stands, and one, or 0.
    std::string record_;                 // The one being written.
};

class RecordReader {
  public:
    RecordReader() = default;
    // Fails with internal trouble (an exception) on a zone that tzdata lacks.
    explicit RecordReader(const RecordArrays& arrays);

    // `begin` as RecordWriter::add gave it. What stands after `up_to` is left empty.
    directory::Meeting read(std::uint32_t begin, UpTo up_to = UpTo::everything) const;
    directory::MeetingId id(std::uint32_t begin) const;
    directory::Schedule schedule(std::uint32_t begin) const;

  private:
    class Visitor;

    RecordArrays arrays_{};
    std::vector<Zone> zones_;
};

}  // namespace waymark::engine
