// Rows that wait for a commit, in the order they were put: a few in memory, more
// of them in a temporary file without a name, so that a feed may be of any size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "directory/store.h"
#include "storage/listing_table.h"

namespace waymark::storage {

struct WaitingRow {
    std::int64_t id = 0;  // 0: new, given its id when it is written.
    directory::Change change{};
    bool is_published = false;
    ContentHash hash{};
    std::string_view source_key{}, record{};
};

// Used by one thread. Throws Failure when the file cannot be written or read; where
// none can be made, all rows wait in memory.
class WaitingRows {
  public:
    static constexpr std::size_t kBytesInMemory = std::size_t{1} << 20;

    // `folder`: where the file is made, once it is needed.
    explicit WaitingRows(std::filesystem::path folder) : folder_(std::move(folder)) {}
    ~WaitingRows();
    WaitingRows(const WaitingRows&) = delete;
    WaitingRows& operator=(const WaitingRows&) = delete;

    void add(const WaitingRow& row);  // Copied.
    // The texts of a row last as long as the call.
    void each(const std::function<void(const WaitingRow&)>& take) const;

  private:
    void put_by();

    std::filesystem::path folder_;
    int file_ = -1;
    bool is_without_file_ = false;
    std::string latest_{};  // What comes after what is in the file.
};

}  // namespace waymark::storage
