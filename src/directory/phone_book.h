// Whose number is this? What the lists of this server say of who answers a
// number. It only compares: nothing about a question is kept.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/time.h"

namespace waymark::directory {

enum class NumberKind : std::uint8_t { emergency, helpline, text_line, programme, place, meeting };
std::string_view code_of(NumberKind kind);  // "emergency", "helpline", "text", "programme" …

// One number of one list. Its views look into that list: use it while that lives.
struct ListedNumber {
    std::string owner{};
    NumberKind kind{};
    std::string number{};        // As the list writes it, or dials it.
    std::string_view country{};  // ISO 3166-1, where a number without its country code is dialled.
    std::string_view source{};
    std::optional<Date> date{};  // When the source was seen or read.
    std::string href{};          // The owner's page or line here; empty for none.
};

// A number somebody asks about: as it is dialled in their country, and in the
// others, where that is another number.
class WantedNumber {
  public:
    // Fails as read_phone_number does, when it is a number in none of them.
    static Result<WantedNumber> read(std::string_view typed, std::string_view country,
                                     std::span<const std::string> other_countries = {});

    const std::string& key() const { return keys_.front(); }  // "+18006624357", "US:988"
    bool is_in(const ListedNumber& listed) const;
    bool begins_with(std::string_view key_prefix) const;  // "+1833"

  private:
    std::vector<std::string> keys_{};
    std::string tail_{};  // Its last digits, to tell most others apart at once.
};

// Those whose number it is, in the order of the kinds, then as they are listed.
std::vector<ListedNumber> owners_of(const WantedNumber& wanted,
                                    std::span<const ListedNumber> listed);

}  // namespace waymark::directory
