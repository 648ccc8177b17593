// Anything typed as a place: an answer on Earth that says how near it is, or
// one sentence about what to type.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/text.h"
#include "places/gazetteer.h"

namespace {

using waymark::places::Place;

void require(bool holds) {
    if (!holds) std::abort();
}

void check(const Place& place) {
    require(place.point.is_valid());
    require(!place.name.empty() && waymark::is_utf8(place.name));
    require(place.within.value >= 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto answer = waymark::places::locate({reinterpret_cast<const char*>(data), size});
    if (!answer) {
        require(!answer.error().message.empty());
        return 0;
    }
    check(answer->best);
    require(answer->others.size() <= 8);
    for (const Place& place : answer->others)
        check(place);
    return 0;
}
