// A file that the host may put into the data folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace waymark::app {

// Its whole text; nothing when there is none.
std::optional<std::string> own_file(const std::string& data_dir, std::string_view name);

}  // namespace waymark::app
