// The rows of one kind of listing (meetings, places of help) of one source,
// compared with what is put anew.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "directory/store.h"
#include "storage/connection.h"
#include "storage/known_rows.h"
#include "storage/listing_table.h"
#include "storage/waiting_rows.h"

namespace waymark::storage {

enum class Rest { buried, kept };  // What becomes of listings that were not put.

// Used by one thread. Until write() nothing is written; what was put and
// differs from what is stored waits.
class ListingRows {
  public:
    // `folder`: for the file in which many rows wait.
    ListingRows(const ListingTable& table, const std::filesystem::path& folder)
        : table_(table), waiting_(folder) {}

    void load(Connection& connection, std::int64_t source_id);

    // `is_sure`: the record is known to be readable, or else it is tried. Throws
    // Failure (refused) for what could not be read back.
    directory::Change put(std::string_view source_key, bool is_published, std::string_view record,
                          bool is_sure);
    bool put_already(std::string_view source_key) const;

    // Only inside a transaction. Gives new rows the ids after `last_id`, dates
    // what changed, keeps what it was before, and buries what was not put.
    ListingCounts write(Connection& connection, const ReadingMark& reading, Rest rest,
                        std::int64_t& last_id);

    // Whether anything that a search could see has changed; after write().
    bool is_visible_change() const { return is_visible_change_; }

  private:
    void write_one(Connection& connection, const ReadingMark& reading, const WaitingRow& row,
                   std::int64_t& last_id) const;
    std::int64_t bury_missing(Connection& connection, const ReadingMark& reading);

    const ListingTable& table_;
    bool is_visible_change_ = false;
    KnownRows known_{};
    WaitingRows waiting_;
};

}  // namespace waymark::storage
