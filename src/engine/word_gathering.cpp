#include "engine/word_gathering.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "core/text.h"

namespace waymark::engine {
namespace {

constexpr std::size_t kSlotsFirst = 1024;
constexpr std::size_t kForeignMax = 65'536;

// What folding makes of a byte.
constexpr char kDropped = 1;    // As if it were not there.
constexpr char kForeign = 2;    // Not ASCII: what it is depends on what is around it.
constexpr char kBetween = ' ';  // Ends a word.

constexpr std::array<char, 256> kFolded = [] {
    std::array<char, 256> folded{};
    for (std::size_t byte = 0; byte < 256; ++byte) {
        const auto letter = static_cast<char>(byte);
        folded[byte] = byte < 0x80 ? kBetween : kForeign;
        if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'))
            folded[byte] = letter;
        if (letter >= 'A' && letter <= 'Z') folded[byte] = static_cast<char>(letter - 'A' + 'a');
    }
    folded['\''] = kDropped;
    return folded;
}();

constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15;

std::uint64_t key_with(std::uint64_t key, char letter) {
    return std::rotl(key, 8) ^ static_cast<unsigned char>(letter);
}

// Where to begin to look for it.
std::size_t place_of(std::uint64_t key, std::size_t slots) {
    const auto mixed = key * kOdd;
    return (mixed ^ mixed >> 32) & (slots - 1);
}

}  // namespace

WordGathering::WordGathering() : slots_(kSlotsFirst), begins_{0} {}

void WordGathering::add(std::uint32_t row, std::string_view text) {
    if (folded_.size() < text.size()) folded_.resize(text.size());
    char* const first = folded_.data();
    char* last = first;
    std::size_t begin = 0;  // Of the word at `first`, in `text`.
    std::uint64_t key = 0;  // Of the word at `first`.
    const auto end_word = [&](std::size_t next) {
        if (last != first) {
            const auto number = number_of({first, static_cast<std::size_t>(last - first)}, key);
            lists_[number].add(row);
        }
        last = first;
        begin = next;
        key = 0;
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char folded = kFolded[static_cast<unsigned char>(text[at])];
        if (folded > kBetween) {
            *last++ = folded;
            key = key_with(key, folded);
        } else if (folded == kBetween) {
            end_word(at + 1);
        } else if (folded == kForeign) {
            at = std::min(text.find_first_of(" \n", at), text.size());
            add_foreign(row, text.substr(begin, at - begin));
            last = first;
            end_word(at + 1);
        }
    }
    end_word(text.size());
}

void WordGathering::add_foreign(std::uint32_t row, std::string_view piece) {
    if (foreign_.size() >= kForeignMax) foreign_.clear();
    const auto [known, is_new] = foreign_.try_emplace(std::string{piece});
    if (is_new) {
        const auto folded = fold(piece);
        for (const auto word : words_of(folded))
            known->second.push_back(number_of(
                word, std::accumulate(word.begin(), word.end(), std::uint64_t{0}, key_with)));
    }
    for (const auto number : known->second)
        lists_[number].add(row);
}

std::string_view WordGathering::word(std::uint32_t number) const {
    return {letters_.data() + begins_[number], begins_[number + 1] - begins_[number]};
}

std::uint32_t WordGathering::number_of(std::string_view typed, std::uint64_t key) {
    auto at = place_of(key, slots_.size());
    for (; slots_[at].length != 0; at = (at + 1) & (slots_.size() - 1)) {
        const auto& slot = slots_[at];
        if (slot.key == key && slot.length == typed.size() &&
            (slot.length <= 8 || word(slot.number) == typed)) {
            return slot.number;
        }
    }
    const auto number = static_cast<std::uint32_t>(lists_.size());
    slots_[at] = {key, static_cast<std::uint32_t>(typed.size()), number};
    letters_.insert(letters_.end(), typed.begin(), typed.end());
    begins_.push_back(static_cast<std::uint32_t>(letters_.size()));
    lists_.emplace_back();
    if (lists_.size() * 2 > slots_.size()) grow_slots();
    return number;
}

void WordGathering::grow_slots() {
    std::vector<Slot> larger(slots_.size() * 2);
    for (const auto& slot : slots_) {
        if (slot.length == 0) continue;
        auto at = place_of(slot.key, larger.size());
        while (larger[at].length != 0)
            at = (at + 1) & (larger.size() - 1);
        larger[at] = slot;
    }
    slots_ = std::move(larger);
}

WordIndex WordGathering::finish(std::size_t rows) && {
    slots_ = {};
    foreign_.clear();
    std::vector<std::uint32_t> order(lists_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::sort(order, {}, [&](std::uint32_t number) { return word(number); });

    std::vector<char> letters;
    std::vector<std::uint32_t> begins{0};
    std::vector<std::uint8_t> bytes;
    std::vector<std::uint32_t> list_begins{0};
    letters.reserve(letters_.size());
    begins.reserve(begins_.size());
    list_begins.reserve(begins_.size());
    for (const auto number : order) {
        const auto text = word(number);
        letters.insert(letters.end(), text.begin(), text.end());
        begins.push_back(static_cast<std::uint32_t>(letters.size()));
        lists_[number].write_to(bytes);
        if (bytes.size() > std::numeric_limits<std::uint32_t>::max())
            throw std::length_error("more than 4 GB of postings");
        list_begins.push_back(static_cast<std::uint32_t>(bytes.size()));
    }
    lists_ = {};
    bytes.shrink_to_fit();
    WordIndex index{Vocabulary{std::move(letters), std::move(begins)},
                    Postings{Flat{std::move(bytes)}, Flat{std::move(list_begins)}},
                    {}};
    index.beginnings = Beginnings{index.vocabulary, index.postings, rows};
    return index;
}

}  // namespace waymark::engine
