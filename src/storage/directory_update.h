// One source being read anew, compared with what is stored of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "directory/store.h"
#include "storage/directory_state.h"
#include "storage/listing_rows.h"
#include "storage/pool.h"
#include "storage/source_rows.h"

namespace waymark::storage {

// Used by one thread. Until commit() it writes nothing and keeps nobody
// waiting.
class DirectoryUpdate final : public directory::SourceUpdate {
  public:
    DirectoryUpdate(Pool& pool, std::string_view source_name);

    directory::Change put(const directory::Meeting& meeting) override;
    directory::Change put(const directory::Facility& facility) override;
    void put(const directory::SourceLists& lists) override { lists_ = lists; }
    bool put_already(std::string_view source_key) const override;
    void keep_the_rest() override { rest_ = Rest::kept; }

    // Throws Failure (overtaken) when the source was changed or removed since
    // the update began: what was told by put() may not be so any more.
    std::int64_t commit(const directory::Source& source,
                        const directory::ReadingNote& note) override;

  private:
    DirectoryUpdate(Pool& pool, const Pool::Lease& lease, std::string_view source_name);

    // The row of the source, if it has one yet.
    std::optional<SourceRow> expect_unchanged(Connection& connection) const;
    void write_source(Connection& connection, const directory::Source& source,
                      DirectoryState& state);

    void write_listings(Connection& connection, directory::Reading& reading, DirectoryState& state);

    Pool& pool_;
    std::string source_name_;
    std::int64_t source_id_ = 0;  // 0: a new source.
    std::int64_t version_ = 0;
    ListingRows meetings_;
    ListingRows facilities_;
    std::optional<directory::SourceLists> lists_{};
    Rest rest_ = Rest::buried;
};

}  // namespace waymark::storage
