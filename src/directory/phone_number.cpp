#include "directory/phone_number.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "core/text.h"

namespace waymark::directory {
namespace {

constexpr std::size_t kTypedBytesMax = 60;
constexpr std::size_t kShortDigitsMin = 2;
constexpr std::size_t kShortDigitsMax = 6;

// How a country dials: ITU-T E.164 and E.123, national numbering plans.
struct Plan {
    std::string_view country{};
    std::string_view code{};                // Without the plus.
    std::string_view trunk{};               // In front of a national number; not part of it.
    std::string_view international{};       // In front of another country's code.
    std::size_t shortest = 0, longest = 0;  // Digits of a national number.
};

constexpr std::array kPlans{
    Plan{"AU", "61", "0", "0011", 6, 10}, Plan{"CA", "1", "1", "011", 10, 10},
    Plan{"DE", "49", "0", "00", 6, 11},   Plan{"ES", "34", "", "00", 9, 9},
    Plan{"FR", "33", "0", "00", 9, 9},    Plan{"GB", "44", "0", "00", 7, 10},
    Plan{"IE", "353", "0", "00", 7, 10},  Plan{"MX", "52", "", "00", 10, 10},
    Plan{"NZ", "64", "0", "00", 7, 10},   Plan{"PR", "1", "1", "011", 10, 10},
    Plan{"US", "1", "1", "011", 10, 10},
};

Plan plan_of(std::string_view country) {
    const auto found = std::ranges::find(kPlans, country, &Plan::country);
    if (found != kPlans.end()) return *found;
    return {.country = country, .code = {}, .trunk = "0", .international = "00"};
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// 2 ABC, 3 DEF … 9 WXYZ (ITU-T E.161).
char on_keypad(char letter) {
    constexpr std::string_view kKeys = "22233344455566677778889999";
    return kKeys[static_cast<std::size_t>(ascii_lower({&letter, 1}).front() - 'a')];
}

// Where "ext. 7", "x7", "#7", ",7", ";ext=7" or ", then press 1" begins.
std::size_t extension_at(std::string_view text) {
    const std::string lower = ascii_lower(text);
    std::size_t first = std::min(lower.find_first_of(",;#"), lower.size());
    for (std::size_t at = 0; at < lower.size(); ++at) {
        const bool begins = at > 0 && !is_letter(lower[at - 1]);
        const bool is_word = lower.compare(at, 3, "ext") == 0 || lower.compare(at, 3, "int") == 0 ||
                             lower[at] == 'x';
        if (!begins || !is_word) continue;
        // The word, then nothing but digits: "EXTRA" in a number is not one.
        const std::size_t number = lower.find_first_of("0123456789", at);
        if (number == lower.npos) continue;
        const std::string_view word = trimmed(std::string_view{lower}.substr(at, number - at));
        constexpr std::array<std::string_view, 7> kWords{"x",   "ext",  "ext.",     "extension",
                                                         "int", "int.", "extensión"};
        if (std::ranges::find(kWords, word) != kWords.end()) first = std::min(first, at);
    }
    return first;
}

std::string digits_in(std::string_view text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), is_digit);
    return digits;
}

// The digits dialled, with a plus kept; nothing on a sign no number has.
std::optional<std::string> dialled(std::string_view text) {
    std::string digits;
    std::string spelt;  // The keys of the letters just read.
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '(' && !spelt.empty()) {
            const std::size_t close = text.find(')', at);
            if (close != text.npos && digits_in(text.substr(at, close - at)) == spelt) {
                at = close;  // The letters again, as digits.
                continue;
            }
        }
        if (is_digit(c)) {
            digits += c;
        } else if (is_letter(c)) {
            digits += on_keypad(c);
            spelt += on_keypad(c);
        } else if (c == '+' && digits.empty()) {
            digits += c;
        } else if (std::string_view{" -.()/"}.find(c) == std::string_view::npos) {
            return std::nullopt;
        }
    }
    return digits;
}

// Hyphens of print, and spaces that do not break, are written as plain ones.
std::string plain(std::string_view typed) {
    constexpr std::array<std::string_view, 8> kHyphens{"\u2010", "\u2011", "\u2012", "\u2013",
                                                       "\u2014", "\u2212", "\u00ad", "\u2060"};
    constexpr std::array<std::string_view, 4> kSpaces{"\u00a0", "\u2007", "\u2009", "\u202f"};
    std::string text = without_hidden(typed);
    const auto replace = [&](std::string_view from, std::string_view to) {
        for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
    };
    for (const auto hyphen : kHyphens)
        replace(hyphen, "-");
    for (const auto space : kSpaces)
        replace(space, " ");
    const std::string lower = ascii_lower(text);
    for (const std::string_view scheme : {"tel:", "sms:"}) {
        if (lower.starts_with(scheme)) text.erase(0, scheme.size());
    }
    return std::string{trimmed(text)};
}

std::optional<std::string> key_of(std::string digits, const Plan& plan) {
    if (digits.starts_with('+') || digits.starts_with(plan.international)) {
        const std::size_t front = digits.starts_with('+') ? 1 : plan.international.size();
        digits.erase(0, front);
        const bool is_whole = digits.size() >= 8 && digits.size() <= 15 && digits.front() != '0';
        return is_whole ? std::optional{"+" + digits} : std::nullopt;
    }
    if (digits.size() < kShortDigitsMin) return std::nullopt;
    if (digits.size() <= kShortDigitsMax) return std::string{plan.country} + ":" + digits;
    if (plan.code.empty()) {
        return digits.size() <= 15 ? std::optional{std::string{plan.country} + ":" + digits}
                                   : std::nullopt;
    }
    if (digits.size() > plan.shortest && digits.starts_with(plan.trunk))
        digits.erase(0, plan.trunk.size());
    if (digits.size() < plan.shortest || digits.size() > plan.longest) return std::nullopt;
    return "+" + std::string{plan.code} + digits;
}

}  // namespace

Result<PhoneNumber> read_phone_number(std::string_view typed, std::string_view country) {
    const auto refusal = [] {
        return invalid_input("number",
                             "That is not a phone number we can read. Type it with its "
                             "area code, such as 215-555-0100.");
    };
    if (trimmed(typed).empty()) return invalid_input("number", "Type a phone number first.");
    if (typed.size() > kTypedBytesMax || !is_utf8(typed)) return refusal();
    const std::string text = plain(typed);
    // Letters stand in a number, but a word alone is none.
    if (digits_in(text).empty()) return refusal();
    const std::size_t cut = extension_at(text);
    const auto digits = dialled(trimmed(std::string_view{text}.substr(0, cut)));
    if (!digits) return refusal();
    auto key = key_of(*digits, plan_of(country));
    if (!key) return refusal();
    return PhoneNumber{.key = *std::move(key),
                       .extension = digits_in(std::string_view{text}.substr(cut))};
}

}  // namespace waymark::directory
