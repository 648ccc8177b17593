// One source being read anew, compared with what is stored of it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "directory/store.h"
#include "storage/directory_state.h"
#include "storage/pool.h"

namespace waymark::storage {

// Used by one thread. Until commit() it writes nothing and keeps nobody
// waiting; what was put and differs from what is stored waits in memory.
class DirectoryUpdate final : public directory::SourceUpdate {
  public:
    DirectoryUpdate(Pool& pool, std::string_view source_name);

    directory::Change put(const directory::Meeting& meeting) override;
    bool put_already(std::string_view source_key) const override;

    // Throws Failure (overtaken) when the source was changed or removed since
    // the update began: what was told by put() may not be so any more.
    std::int64_t commit(const directory::Source& source) override;

  private:
    using Hash = std::array<char, 32>;

    struct Known {
        std::int64_t id = 0;  // 0: new, given its id at the commit.
        Hash hash{};
        bool is_published = false;
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

    void load(Connection& connection);
    void expect_unchanged(Connection& connection) const;
    void write_source(Connection& connection, const directory::Source& source,
                      DirectoryState& state);
    void write_meetings(Connection& connection, DirectoryState& state);
    std::int64_t remove_missing(Connection& connection);

    Pool& pool_;
    std::string source_name_;
    std::int64_t source_id_ = 0;  // 0: a new source.
    std::int64_t version_ = 0;
    bool is_visible_change_ = false;
    std::unordered_map<std::string, Known, TextHash, std::equal_to<>> known_{};
    std::vector<Write> writes_{};
};

}  // namespace waymark::storage
