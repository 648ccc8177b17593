#include "compat/bmlt/columns.h"

#include <algorithm>

namespace waymark::compat::bmlt {
namespace {

constexpr std::size_t kKeyMax = 64;
constexpr std::array<std::string_view, 6> kOfPersons{"contact", "email", "admin",
                                                     "private", "user",  "waymark"};

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

bool is_own_field(std::string_view key) {
    if (key.empty() || key.size() > kKeyMax || !std::ranges::all_of(key, is_plain)) return false;
    if (key == "root_server_id" || key == "ids") return false;
    return std::ranges::none_of(kOfPersons,
                                [&](std::string_view word) { return key.find(word) != key.npos; });
}

}  // namespace waymark::compat::bmlt
