// nginx with one file, while the value lives: what serving bytes costs here at
// the least. Throws when nginx is not installed (Debian: nginx-light).
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>

#include "testing/temporary_folder.h"

namespace waymark::bench {

class Nginx {
  public:
    Nginx(const std::string& name, const std::string& content);
    ~Nginx();
    Nginx(const Nginx&) = delete;
    Nginx& operator=(const Nginx&) = delete;
    std::uint16_t port() const { return port_; }

  private:
    testing::TemporaryFolder folder_{};
    std::uint16_t port_ = 0;
    pid_t process_ = 0;
};

// Asks once on a connection of its own, reads all that comes and keeps nothing
// of it. Throws when nobody listens.
std::size_t drain(std::uint16_t port, const std::string& path);

}  // namespace waymark::bench
