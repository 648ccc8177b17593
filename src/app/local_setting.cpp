#include "app/local_setting.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace waymark::app {

using finder::setting::Rulebook;

Result<Rulebook> local_setting_rules(const std::string& data_dir) {
    std::ifstream file(std::filesystem::path{data_dir} / "setting.json", std::ios::binary);
    if (!file) return Rulebook::own();
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return Rulebook::parse(text, "setting.json");
}

}  // namespace waymark::app
