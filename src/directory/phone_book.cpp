#include "directory/phone_book.h"

#include <algorithm>

#include "directory/phone_number.h"

namespace waymark::directory {
namespace {

constexpr std::size_t kTailDigits = 3;

std::string tail_of(std::string_view key) {
    return std::string{key.substr(key.size() - std::min(kTailDigits, key.size()))};
}

// Whether what is listed might end in those digits. Letters and what follows a
// number can hide its end: then it might.
bool may_end_in(std::string_view number, std::string_view tail) {
    std::string digits;
    for (const char c : number) {
        if (c >= '0' && c <= '9') digits += c;
        const bool is_plain =
            (c >= '0' && c <= '9') || std::string_view{" -.()/+"}.find(c) != std::string_view::npos;
        if (!is_plain) return true;
    }
    return digits.ends_with(tail);
}

}  // namespace

std::string_view code_of(NumberKind kind) {
    switch (kind) {
        case NumberKind::emergency:
            return "emergency";
        case NumberKind::helpline:
            return "helpline";
        case NumberKind::text_line:
            return "text";
        case NumberKind::programme:
            return "programme";
        case NumberKind::place:
            return "place";
        case NumberKind::meeting:
            break;
    }
    return "meeting";
}

Result<WantedNumber> WantedNumber::read(std::string_view typed, std::string_view country,
                                        std::span<const std::string> other_countries) {
    WantedNumber wanted;
    const auto here = read_phone_number(typed, country);
    if (here) wanted.keys_.push_back(here->key);
    for (const auto& other : other_countries) {
        const auto there = read_phone_number(typed, other);
        const bool is_new =
            there && std::ranges::find(wanted.keys_, there->key) == wanted.keys_.end();
        if (is_new) wanted.keys_.push_back(there->key);
    }
    if (wanted.keys_.empty()) return tl::unexpected<Error>{here.error()};
    wanted.tail_ = tail_of(wanted.keys_.front());
    return wanted;
}

bool WantedNumber::is_in(const ListedNumber& listed) const {
    const bool is_one_of_ours = listed.number.starts_with("+") || !listed.country.empty();
    if (!is_one_of_ours || !may_end_in(listed.number, tail_.substr(tail_.find(':') + 1))) {
        return false;
    }
    const auto number = read_phone_number(listed.number, listed.country);
    return number && std::ranges::find(keys_, number->key) != keys_.end();
}

bool WantedNumber::begins_with(std::string_view key_prefix) const {
    return keys_.front().starts_with(key_prefix);
}

std::vector<ListedNumber> owners_of(const WantedNumber& wanted,
                                    std::span<const ListedNumber> listed) {
    std::vector<ListedNumber> owners;
    std::ranges::copy_if(listed, std::back_inserter(owners),
                         [&](const ListedNumber& one) { return wanted.is_in(one); });
    std::ranges::stable_sort(owners, {}, &ListedNumber::kind);
    return owners;
}

}  // namespace waymark::directory
