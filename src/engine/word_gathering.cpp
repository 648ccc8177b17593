#include "engine/word_gathering.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "core/text.h"

namespace waymark::engine {
namespace {

constexpr std::size_t kSlotsFirst = 1024;
constexpr std::size_t kForeignMax = 65'536;

// What folding makes of a byte, if the piece it stands in is ASCII.
constexpr char kDropped = 1;    // As if it were not there.
constexpr char kBetween = ' ';  // Ends a word.
constexpr char kSpace = '\n';   // Ends a piece too.
constexpr char kForeign = 2;    // Not ASCII.

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
    folded[' '] = folded['\n'] = kSpace;
    return folded;
}();

std::uint32_t hash_of(std::string_view word) {
    constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15;
    std::uint64_t hash = word.size();
    for (std::size_t at = 0; at < word.size(); at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, word.data() + at, std::min<std::size_t>(8, word.size() - at));
        hash = (hash ^ eight) * kOdd;
        hash ^= hash >> 32;
    }
    return static_cast<std::uint32_t>(hash * kOdd >> 32);
}

}  // namespace

WordGathering::WordGathering() : slots_(kSlotsFirst), begins_{0} {}

void WordGathering::add(std::uint32_t row, std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
        auto end = begin;
        bool is_ascii = true;
        for (; end < text.size(); ++end) {
            const char folded = kFolded[static_cast<unsigned char>(text[end])];
            if (folded == kSpace) break;
            is_ascii = is_ascii && folded != kForeign;
        }
        const auto piece = text.substr(begin, end - begin);
        is_ascii ? add_piece(row, piece) : add_foreign(row, piece);
        begin = end + 1;
    }
}

void WordGathering::add_piece(std::uint32_t row, std::string_view piece) {
    folded_.clear();
    const auto end_word = [&] {
        if (!folded_.empty()) lists_[number_of(folded_)].add(row);
        folded_.clear();
    };
    for (const char letter : piece) {
        const char folded = kFolded[static_cast<unsigned char>(letter)];
        if (folded == kBetween) {
            end_word();
        } else if (folded != kDropped) {
            folded_.push_back(folded);
        }
    }
    end_word();
}

void WordGathering::add_foreign(std::uint32_t row, std::string_view piece) {
    if (foreign_.size() >= kForeignMax) foreign_.clear();
    const auto [known, is_new] = foreign_.try_emplace(std::string{piece});
    if (is_new) {
        const auto folded = fold(piece);
        for (const auto word : words_of(folded))
            known->second.push_back(number_of(word));
    }
    for (const auto number : known->second)
        lists_[number].add(row);
}

std::string_view WordGathering::word(std::uint32_t number) const {
    return {letters_.data() + begins_[number], begins_[number + 1] - begins_[number]};
}

std::uint32_t WordGathering::number_of(std::string_view typed) {
    const auto hash = hash_of(typed);
    const auto last = slots_.size() - 1;
    auto at = hash & last;
    for (; slots_[at].number != 0; at = (at + 1) & last) {
        const auto number = slots_[at].number - 1;
        if (slots_[at].hash == hash && word(number) == typed) return number;
    }
    const auto number = static_cast<std::uint32_t>(lists_.size());
    slots_[at] = {hash, number + 1};
    letters_.insert(letters_.end(), typed.begin(), typed.end());
    begins_.push_back(static_cast<std::uint32_t>(letters_.size()));
    lists_.emplace_back();
    if (lists_.size() * 2 > slots_.size()) grow_slots();
    return number;
}

void WordGathering::grow_slots() {
    std::vector<Slot> larger(slots_.size() * 2);
    const auto last = larger.size() - 1;
    for (const auto& slot : slots_) {
        if (slot.number == 0) continue;
        auto at = slot.hash & last;
        while (larger[at].number != 0)
            at = (at + 1) & last;
        larger[at] = slot;
    }
    slots_ = std::move(larger);
}

WordIndex WordGathering::finish() && {
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
    return {Vocabulary{std::move(letters), std::move(begins)},
            Postings{Flat{std::move(bytes)}, Flat{std::move(list_begins)}}};
}

}  // namespace waymark::engine
