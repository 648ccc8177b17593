// A phone number as anybody might type it: read or refused with a sentence, and
// what is read reads the same once more.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "directory/phone_number.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view typed{reinterpret_cast<const char*>(data), size};
    for (const auto* country : {"US", "GB", "ZZ"}) {
        const auto number = waymark::directory::read_phone_number(typed, country);
        if (!number) {
            require(!number.error().message.empty());
            continue;
        }
        if (!number->key.starts_with('+')) continue;
        const auto again = waymark::directory::read_phone_number(number->key, country);
        require(again && again->key == number->key);
    }
    return 0;
}
