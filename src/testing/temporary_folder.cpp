#include "testing/temporary_folder.h"

#include <stdlib.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace waymark::testing {

TemporaryFolder::TemporaryFolder() {
    // mkdtemp wants six of these at the end, and puts a name nobody has in their place.
    const std::string blanks(6, 'X');
    std::string pattern = std::filesystem::temp_directory_path() / ("waymark-test-" + blanks);
    if (::mkdtemp(pattern.data()) == nullptr) {
        throw std::system_error(errno, std::generic_category(), "mkdtemp");
    }
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace waymark::testing
