#include "directory/helpline.h"

namespace waymark::directory {

std::optional<bool> is_open(const Helpline& line, Instant when) {
    if (line.is_always_open) return true;
    return is_open(line.open, when);
}

}  // namespace waymark::directory
