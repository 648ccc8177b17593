// Phone numbers and web addresses that no row of the version before had, and
// on how many listings that have nothing to do with each other they now stand.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "importers/review/row_facts.h"
#include "importers/review/rules.h"

namespace waymark::importers {

class NewContacts {
  public:
    // No list that is the same list has so many; more of them are not counted.
    static constexpr std::size_t kCountedMax = 100'000;

    void take(const RowFacts& row, std::string_view contact);

    // Those that rules::is_hijack names, in a reading of so many rows.
    std::optional<Alarm> hijack(std::int64_t rows) const;

  private:
    static constexpr std::size_t kKept = rules::kHijackUnrelated;
    // The listings that carry it, no two of one group or one address; halves
    // of fingerprints, for there may be many.
    struct Carriers {
        std::int32_t rows = 0;
        std::uint32_t unrelated = 0;
        std::array<std::uint32_t, kKept> groups{}, addresses{};
    };
    static void add(Carriers& carriers, const RowFacts& row);

    std::unordered_map<Fingerprint, Carriers> carriers_{};
    std::unordered_map<Fingerprint, std::string> words_{};  // Of those on several rows.
    bool is_full_ = false;
};

}  // namespace waymark::importers
