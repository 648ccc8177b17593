// The rows of one kind of listing (meetings, places of help) of one source,
// compared with what is put anew.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "directory/store.h"
#include "storage/connection.h"
#include "storage/listing_table.h"

namespace waymark::storage {

enum class Rest { buried, kept };  // What becomes of listings that were not put.

// Used by one thread. Until write() nothing is written; what was put and
// differs from what is stored waits in memory.
class ListingRows {
  public:
    explicit ListingRows(const ListingTable& table) : table_(table) {}

    void load(Connection& connection, std::int64_t source_id);

    // Throws Failure (refused) for what could not be read back.
    directory::Change put(const std::string& source_key, bool is_published, std::string record);
    bool put_already(std::string_view source_key) const;

    // Only inside a transaction. Gives new rows the ids after `last_id`, dates
    // what changed, keeps what it was before, and buries what was not put.
    ListingCounts write(Connection& connection, const ReadingMark& reading, Rest rest,
                        std::int64_t& last_id);

    // Whether anything that a search could see has changed; after write().
    bool is_visible_change() const { return is_visible_change_; }

  private:
    struct Known {
        std::int64_t id = 0;  // 0: new, given its id when written.
        ContentHash hash{};
        bool is_published = false;
        bool is_removed = false;
        bool is_put = false;
    };

    struct Write {
        const std::string* source_key = nullptr;  // In `known_`, which never moves it.
        Known* known = nullptr;
        directory::Change change{};
        std::string record{};
    };

    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };

    std::int64_t bury_missing(Connection& connection, const ReadingMark& reading);

    const ListingTable& table_;
    bool is_visible_change_ = false;
    std::unordered_map<std::string, Known, TextHash, std::equal_to<>> known_{};
    std::vector<Write> writes_{};
};

}  // namespace waymark::storage
