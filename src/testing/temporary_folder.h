// A folder of a test's own, gone with the value and all that is in it.
#pragma once

#include <filesystem>

namespace waymark::testing {

class TemporaryFolder {
  public:
    TemporaryFolder();  // Throws when none can be made.
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const std::filesystem::path& name) const {
        return path_ / name;
    }

  private:
    std::filesystem::path path_;
};

}  // namespace waymark::testing
