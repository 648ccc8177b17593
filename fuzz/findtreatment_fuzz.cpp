#include "table_feed.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    waymark::fuzz::read_feed("findtreatment", data, size);
    return 0;
}
