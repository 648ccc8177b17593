#include "places/key.h"

#include <array>
#include <utility>
#include <vector>

#include "core/text.h"

namespace waymark::places {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kShort{{
    {"saint", "st"},
    {"sainte", "ste"},
    {"mount", "mt"},
    {"fort", "ft"},
}};

std::string_view shortened(std::string_view word) {
    for (const auto& [whole, form] : kShort) {
        if (word == whole) return form;
    }
    return word;
}

// Transliterations write ‘, ʻ and ʼ where others write ' or nothing: "Nuku‘alofa".
std::string without_breaths(std::string_view name) {
    std::string out{name};
    for (const std::string_view sign : {"\xe2\x80\x98", "\xca\xbb", "\xca\xbc"}) {
        for (auto at = out.find(sign); at != std::string::npos; at = out.find(sign, at)) {
            out.erase(at, sign.size());
        }
    }
    return out;
}

}  // namespace

std::string key_of(std::string_view name) {
    const std::string folded = fold(without_breaths(name));
    std::string key;
    key.reserve(folded.size());
    for (const std::string_view word : words_of(folded)) {
        if (!key.empty()) key.push_back(' ');
        key.append(shortened(word));
    }
    return key;
}

}  // namespace waymark::places
