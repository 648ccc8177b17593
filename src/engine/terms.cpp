#include "engine/terms.h"

#include <functional>
#include <stdexcept>

#include "engine/bytes.h"

namespace waymark::engine {
namespace {

constexpr std::size_t kSlotsFirst = 1024;
constexpr std::size_t kLettersMax = 0xffff'ffff;

std::size_t hash_of(std::string_view text) {
    return std::hash<std::string_view>{}(text);
}

}  // namespace

std::string_view TermArrays::operator[](std::uint64_t number) const {
    if (number >= ends.size()) throw DamagedBytes{};
    const std::size_t begin = number == 0 ? 0 : ends[number - 1];
    const std::size_t end = ends[number];
    if (begin > end || end > letters.size()) throw DamagedBytes{};
    return {letters.data() + begin, end - begin};
}

std::uint32_t Terms::number_of(std::string_view text) {
    if ((ends_.size() + 1) * 2 > slots_.size()) widen();
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash_of(text) & mask;
    for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
        if (arrays()[slots_[slot] - 1] == text) return slots_[slot] - 1;
    }
    if (letters_.size() + text.size() > kLettersMax) throw std::length_error{"too many terms"};
    letters_.insert(letters_.end(), text.begin(), text.end());
    ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
    slots_[slot] = static_cast<std::uint32_t>(ends_.size());
    return slots_[slot] - 1;
}

void Terms::widen() {
    std::vector<std::uint32_t> wider(slots_.empty() ? kSlotsFirst : slots_.size() * 2, 0);
    const std::size_t mask = wider.size() - 1;
    for (std::uint32_t number = 0; number < ends_.size(); ++number) {
        std::size_t slot = hash_of(arrays()[number]) & mask;
        while (wider[slot] != 0)
            slot = (slot + 1) & mask;
        wider[slot] = number + 1;
    }
    slots_ = std::move(wider);
}

void Terms::settle() {
    slots_ = {};
    letters_.shrink_to_fit();
    ends_.shrink_to_fit();
}

}  // namespace waymark::engine
