// The files inside a zip archive held in memory. An archive is the easiest way
// to make a reader choke: what an entry may grow to is bounded, alone and
// against what it was packed into.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "importers/records.h"

namespace waymark::importers {

inline constexpr std::size_t kArchiveBytesMax = std::size_t{64} << 20;
inline constexpr std::size_t kEntryBytesMax = std::size_t{200} << 20;
inline constexpr std::size_t kEntriesMax = 1000;
// Tables of text pack to a tenth or a fiftieth; a bomb to a thousandth.
inline constexpr std::size_t kRatioMax = 200;
inline constexpr std::size_t kRatioFreeBytes = std::size_t{1} << 20;  // Not asked below this.

class ZipArchive {
  public:
    // Reads all the bytes. Fails with unreadable on what is no zip archive, and
    // with limit_reached on one that is too large or has too many entries.
    static Result<ZipArchive> open(const ByteSource& bytes);

    ZipArchive(ZipArchive&&) noexcept;
    ZipArchive& operator=(ZipArchive&&) noexcept;
    ~ZipArchive();

    const std::vector<std::string>& names() const { return names_; }

    // The entry of that name, or one in a folder whose last part is that name;
    // nothing when there is none. Fails with limit_reached on one that grows too
    // large, with unreadable on one that is damaged or locked by a password.
    Result<std::optional<std::string>> read(std::string_view name) const;

  private:
    struct Opened;
    explicit ZipArchive(std::unique_ptr<Opened> opened);

    std::unique_ptr<Opened> opened_;
    std::vector<std::string> names_{};
};

// Whether the bytes begin as a zip archive does.
bool is_zip(std::string_view head);

}  // namespace waymark::importers
