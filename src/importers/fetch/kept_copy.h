// Copies of each source's feed, as they came: the last that was read whole and
// published, and the one that waits for a person to decide. They are what one
// looks at, or goes back to, when a feed turns bad. A failed fetch or import
// touches nothing here.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace waymark::importers {

enum class Copy : std::uint8_t {
    last_good,  // NAME-HASH.body
    held,       // NAME-HASH.held
};

// DATA/feeds/NAME-HASH: the name for people, the hash so that no two sources
// share a file and no name can lead out of the folder.
std::filesystem::path path_of_copy(const std::filesystem::path& data, std::string_view source,
                                   Copy copy);

// Puts it in place of the one before, whole or not at all, and durably. Throws
// when the disk does not take it.
void keep_copy(const std::filesystem::path& data, std::string_view source, Copy copy,
               std::string_view body);

std::optional<std::string> read_copy(const std::filesystem::path& data, std::string_view source,
                                     Copy copy);

// One that is not there is forgotten already.
void forget_copy(const std::filesystem::path& data, std::string_view source, Copy copy);

}  // namespace waymark::importers
