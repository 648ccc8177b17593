// What is remembered of each listing of one source while it is read anew: some
// 40 bytes, whatever the listing says, so that a source may have millions.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "storage/listing_table.h"

namespace waymark::storage {

// Of a source_key. Half of a BLAKE2b: no two different keys are known that share one.
using KeyPrint = std::array<std::uint64_t, 2>;

struct KnownRow {
    KeyPrint key{};
    std::int64_t id = 0;       // 0: new.
    std::uint32_t number = 0;  // Among all of them, from 0.
    bool is_published = false;
    bool is_removed = false;
    bool is_put = false;
};

class KnownRows {
  public:
    // A row as it is stored; all of these before any other is added.
    KnownRow& load(std::string_view source_key, const ContentHash& hash);

    // Null when there is none of that key; lasts as long as this.
    KnownRow* find(std::string_view source_key);
    const KnownRow* find(std::string_view source_key) const;

    // Of a key that is not there yet.
    KnownRow& add(std::string_view source_key);

    // Whether a loaded row was of that content.
    bool had(const KnownRow& row, const ContentHash& hash) const;

    const std::deque<KnownRow>& rows() const { return rows_; }

  private:
    std::size_t slot_of(const KeyPrint& key) const;
    void make_room();
    KnownRow& insert(const KeyPrint& key);

    std::deque<KnownRow> rows_{};
    std::deque<ContentHash> hashes_{};    // Of the rows that were loaded, in the same order.
    std::vector<std::uint32_t> slots_{};  // By key: the number of a row from 1; 0: free.
};

}  // namespace waymark::storage
