#include "app/own_file.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace waymark::app {

std::optional<std::string> own_file(const std::string& data_dir, std::string_view name) {
    std::ifstream file(std::filesystem::path{data_dir} / name, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace waymark::app
