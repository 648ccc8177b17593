#include "engine/vocabulary.h"

#include <algorithm>
#include <numeric>
#include <ranges>
#include <string>

#include "core/text.h"

namespace waymark::engine {
namespace {

bool is_before_from_the_end(std::string_view a, std::string_view b) {
    return std::ranges::lexicographical_compare(
        a | std::views::reverse, b | std::views::reverse, [](char x, char y) {
            return static_cast<unsigned char>(x) < static_cast<unsigned char>(y);
        });
}

std::string_view first_of(std::string_view word, std::size_t size) {
    return word.substr(0, size);
}

std::string_view last_of(std::string_view word, std::size_t size) {
    return word.size() <= size ? word : word.substr(word.size() - size);
}

}  // namespace

Vocabulary::Vocabulary(std::vector<char> letters, std::vector<std::uint32_t> begins)
    : letters_(std::move(letters)), begins_(std::move(begins)) {
    const auto count = begins_.size() == 0 ? 0 : begins_.size() - 1;
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::sort(order, is_before_from_the_end, [&](std::uint32_t i) { return word(i); });
    by_ending_ = Flat{std::move(order)};
}

Vocabulary::Vocabulary(Flat<char> letters, Flat<std::uint32_t> begins,
                       Flat<std::uint32_t> by_ending)
    : letters_(std::move(letters)), begins_(std::move(begins)), by_ending_(std::move(by_ending)) {}

std::string_view Vocabulary::word(std::uint32_t number) const {
    const auto begins = begins_.all();
    const auto begin = begins[number];
    return {letters_.all().data() + begin, begins[number + 1] - begin};
}

WordRange Vocabulary::beginning_with(std::string_view typed) const {
    const auto numbers = std::views::iota(0u, size());
    const auto found = std::ranges::equal_range(
        numbers, typed, {}, [&](std::uint32_t i) { return first_of(word(i), typed.size()); });
    const auto first = static_cast<std::uint32_t>(found.begin() - numbers.begin());
    return {first, first + static_cast<std::uint32_t>(found.size())};
}

std::vector<std::uint32_t> Vocabulary::within_one_typo(std::string_view typed) const {
    std::vector<std::uint32_t> found;
    const auto look_at = [&](std::uint32_t number) {
        if (waymark::within_one_typo(typed, word(number))) found.push_back(number);
    };
    const auto half = typed.size() / 2;
    const auto begun = beginning_with(typed.substr(0, half));
    for (auto number = begun.first; number < begun.last; ++number)
        look_at(number);

    const auto ending = typed.substr(half);
    const auto ended =
        std::ranges::equal_range(by_ending_.all(), ending, is_before_from_the_end,
                                 [&](std::uint32_t i) { return last_of(word(i), ending.size()); });
    std::ranges::for_each(ended, look_at);

    if (half > 0) {
        std::string swapped{typed};
        std::swap(swapped[half - 1], swapped[half]);
        const auto word_of = beginning_with(swapped);
        if (word_of.size() > 0) look_at(word_of.first);
    }
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    return found;
}

}  // namespace waymark::engine
