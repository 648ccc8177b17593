// The last copy of each source's feed that was read whole, as it came: what one
// looks at, or goes back to, when a feed turns bad. A failed fetch or import
// touches nothing here.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace waymark::importers {

// DATA/feeds/NAME-HASH.body: the name for people, the hash so that no two
// sources share a file and no name can lead out of the folder.
std::filesystem::path last_good_path(const std::filesystem::path& data, std::string_view source);

// Puts the copy in place of the one before, whole or not at all, and durably.
// Throws when the disk does not take it.
void keep_last_good(const std::filesystem::path& data, std::string_view source,
                    std::string_view body);

std::optional<std::string> read_last_good(const std::filesystem::path& data,
                                          std::string_view source);

// Of a source that is removed.
void forget_last_good(const std::filesystem::path& data, std::string_view source);

}  // namespace waymark::importers
