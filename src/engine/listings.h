// Every meeting of a directory, packed (engine/record.h) and ordered by id. A
// meeting is unpacked when somebody looks at it and belongs to whoever does:
//
//   for (const Meeting& meeting : listings) …      listings[row].name
//
// A row is a place in that order. Copies share what they hold, and it never changes.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "directory/meeting.h"
#include "engine/record.h"

namespace waymark::engine {

class Listings {
  public:
    class Iterator;

    Listings() = default;

    std::size_t size() const { return begins_.size(); }
    bool empty() const { return begins_.empty(); }
    directory::Meeting operator[](std::size_t row) const { return reader_.read(begins_[row]); }
    Iterator begin() const;
    Iterator end() const;

    std::optional<std::size_t> row_of(directory::MeetingId id) const;
    directory::MeetingId id(std::size_t row) const { return reader_.id(begins_[row]); }

    // Parts of a meeting, which cost less than all of it. Of `part` what stands
    // after `up_to` is empty.
    directory::Meeting part(std::size_t row, UpTo up_to) const {
        return reader_.read(begins_[row], up_to);
    }
    directory::Schedule schedule(std::size_t row) const { return reader_.schedule(begins_[row]); }

    // Those for which `keeps` holds, of the same bytes.
    Listings only(const std::function<bool(const directory::Meeting& heading)>& keeps) const;

    std::size_t bytes() const;  // In memory; what copies share is counted in each.

  private:
    friend class ListingsBuilder;
    Listings(std::shared_ptr<const RecordWriter> records, std::vector<std::uint32_t> begins);

    std::shared_ptr<const RecordWriter> records_;
    RecordReader reader_;
    std::vector<std::uint32_t> begins_;
};

// Takes one at a time, so that the meetings need never be in memory together.
class ListingsBuilder {
  public:
    ListingsBuilder();
    // In any order; no two of one id.
    void add(const directory::Meeting& meeting);
    Listings finish() &&;

  private:
    std::shared_ptr<RecordWriter> records_;
    std::vector<std::uint32_t> begins_;
    directory::MeetingId last_{};
    bool is_in_order_ = true;
};

class Listings::Iterator {
  public:
    using value_type = directory::Meeting;
    using reference = directory::Meeting;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;

    Iterator() = default;
    Iterator(const Listings& listings, std::size_t row) : listings_(&listings), row_(row) {}

    directory::Meeting operator*() const { return (*listings_)[row_]; }
    Iterator& operator++() {
        ++row_;
        return *this;
    }
    Iterator operator++(int) {
        auto before = *this;
        ++row_;
        return before;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.row_ == b.row_; }

  private:
    const Listings* listings_ = nullptr;
    std::size_t row_ = 0;
};

inline Listings::Iterator Listings::begin() const {
    return {*this, 0};
}
inline Listings::Iterator Listings::end() const {
    return {*this, size()};
}

}  // namespace waymark::engine
