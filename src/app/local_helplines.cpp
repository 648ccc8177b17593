#include "app/local_helplines.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace waymark::app {

Result<content::Helplines> local_helplines(const std::string& data_dir) {
    std::ifstream file(std::filesystem::path{data_dir} / "helplines.json", std::ios::binary);
    if (!file) return content::Helplines{};
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return content::Helplines::with_local(text);
}

}  // namespace waymark::app
