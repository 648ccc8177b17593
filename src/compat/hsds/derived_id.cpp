#include "compat/hsds/derived_id.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "core/random.h"

namespace waymark::compat::hsds {
namespace {

// FNV-1a (Fowler, Noll, Vo), with a second lane that runs over the first one's
// states, so that two texts alike in one are not alike in the other.
class Hash {
  public:
    void add(std::string_view text) {
        for (const char c : text)
            add(static_cast<unsigned char>(c));
        add(0xffU);  // Not in UTF-8: ("a", "bc") is not ("ab", "c").
    }
    std::uint64_t high() const { return Random{first_}.next(); }
    std::uint64_t low() const { return Random{second_}.next(); }

  private:
    void add(unsigned byte) {
        first_ = (first_ ^ byte) * 0x100000001b3U;
        second_ = std::rotl(second_ ^ first_, 23) * 0x9e3779b97f4a7c15U;
    }
    std::uint64_t first_ = 0xcbf29ce484222325U;
    std::uint64_t second_ = 0x6c62272e07bb0142U;
};

void append_hex(std::string& out, std::uint64_t bits, int digits) {
    for (int at = digits - 1; at >= 0; --at)
        out += "0123456789abcdef"[(bits >> (at * 4)) & 15U];
}

}  // namespace

std::string derived_id(std::string_view what, std::string_view owner, std::string_view which) {
    Hash hash;
    hash.add(what);
    hash.add(owner);
    hash.add(which);
    const auto high = hash.high(), low = hash.low();
    std::string id;
    id.reserve(36);
    append_hex(id, high >> 32, 8);
    id += '-';
    append_hex(id, high >> 16, 4);
    id += "-8";  // The version.
    append_hex(id, high, 3);
    id += '-';
    append_hex(id, ((low >> 48) & 0x3fffU) | 0x8000U, 4);  // The variant.
    id += '-';
    append_hex(id, low, 12);
    return id;
}

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool is_dash = at == 8 || at == 13 || at == 18 || at == 23;
        const bool is_hex =
            (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (is_dash ? c != '-' : !is_hex) return false;
    }
    return true;
}

}  // namespace waymark::compat::hsds
