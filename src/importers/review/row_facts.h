// What a review keeps of each listing of the version before: enough to see that
// something changed, in some 80 bytes, so that 200,000 of them fit beside a
// reading of as many. What it was is looked up in the store when it is needed.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/geo.h"
#include "importers/review/contacts.h"

namespace waymark::importers {

// Of a text; 0 of an empty one. Not to be forged: a list's owner chooses the
// texts, but must not find a second one of the same fingerprint.
using Fingerprint = std::uint64_t;
Fingerprint fingerprint_of(std::string_view text);

struct RowFacts {
    Fingerprint key = 0;                       // Of kind and source_key.
    Fingerprint name = 0;                      // Folded.
    Fingerprint group = 0;                     // Group or organization; its name where it has none.
    Fingerprint address = 0;                   // address_key(); of a meeting online, its group.
    Fingerprint phones = 0, hosts = 0;         // Of all of them together.
    Fingerprint website = 0;                   // Of a place of help, whole.
    std::int32_t latitude = 0, longitude = 0;  // In 1/100,000 degrees; both 0: no point.
    std::int16_t start = -1;                   // Minutes after midnight; -1: not said.
    std::uint8_t days = 0;                     // WeekdaySet::bits.
    bool is_published = true;
    bool is_meeting = true;
    bool is_treatment = false;  // Treatment or housing: where brokers would send people.

    std::optional<GeoPoint> point() const;
};

RowFacts facts_of(const directory::Meeting& meeting, const Contacts& contacts);
RowFacts facts_of(const directory::Facility& facility, const Contacts& contacts);

// The key of a listing among the facts.
Fingerprint key_of(const directory::Meeting& meeting);
Fingerprint key_of(const directory::Facility& facility);

// A version of a list: its rows, and every phone and host in it.
class Version {
  public:
    void add(const RowFacts& row, const Contacts& contacts);
    void settle();  // Once all are added; before find() and knows().

    // Null when it has no such row. Its place in rows() is its number.
    const RowFacts* find(Fingerprint key) const;
    bool knows(std::string_view contact) const;
    const std::vector<RowFacts>& rows() const { return rows_; }
    std::size_t number_of(const RowFacts& row) const {
        return static_cast<std::size_t>(&row - rows_.data());
    }

  private:
    std::vector<RowFacts> rows_{};
    std::vector<Fingerprint> contacts_{};
};

}  // namespace waymark::importers
