#include "cli/answers_file.h"

#include <fstream>
#include <iostream>
#include <iterator>

namespace waymark::cli {

Result<std::string> answers_text(const std::string& path) {
    if (path == "-") return std::string{std::istreambuf_iterator<char>{std::cin}, {}};
    std::ifstream file{path, std::ios::binary};
    if (!file) return fail(ErrorKind::not_found, "There is no such file of answers.", path);
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace waymark::cli
