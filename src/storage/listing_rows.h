// The rows of one kind of listing (meetings, places of help) of one source,
// compared with what is put anew.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/time.h"
#include "directory/store.h"
#include "storage/connection.h"

namespace waymark::storage {

// A table with the columns of `meeting` and `facility`: its statements, and how
// its records are looked at.
struct ListingTable {
    const char* known = nullptr;    // Of a source ($1): id, source_key, is_published,
                                    // content_hash, whether it is removed.
    const char* insert = nullptr;   // id, source_id, source_key, is_published, hash, record, now
    const char* replace = nullptr;  // id, is_published, hash, record, now
    const char* record = nullptr;   // Of a row ($1).
    const char* remove = nullptr;   // id, what remains of the record, now
    bool (*is_readable)(std::string_view record) = nullptr;
    std::string (*remains)(std::string_view record) = nullptr;
};

extern const ListingTable kMeetingTable;
extern const ListingTable kFacilityTable;

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
    // what changed, buries what was not put, and tells how many those were.
    std::int64_t write(Connection& connection, std::int64_t source_id, std::int64_t& last_id,
                       Instant now);

    // Whether anything that a search could see has changed; after write().
    bool is_visible_change() const { return is_visible_change_; }

  private:
    using Hash = std::array<char, 32>;

    struct Known {
        std::int64_t id = 0;  // 0: new, given its id when written.
        Hash hash{};
        bool is_published = false;
        bool is_removed = false;
        bool is_put = false;
    };

    struct Write {
        const std::string* source_key = nullptr;  // In `known_`, which never moves it.
        Known* known = nullptr;
        std::string record{};
    };

    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };

    void expect_readable(std::string_view source_key, std::string_view record) const;
    std::int64_t bury_missing(Connection& connection, const std::string& now);

    const ListingTable& table_;
    bool is_visible_change_ = false;
    std::unordered_map<std::string, Known, TextHash, std::equal_to<>> known_{};
    std::vector<Write> writes_{};
};

}  // namespace waymark::storage
