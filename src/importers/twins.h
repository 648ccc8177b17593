// Rows of one feed that claim the same key. Each gets a key of its own, the
// same whatever the order of the rows, or is found to repeat another.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace waymark::importers {

struct TwinRow {
    std::int64_t row = 0;
    unsigned days = 0;  // As WeekdaySet::bits.
    std::chrono::minutes start{};
    std::size_t content = 0;  // Equal for rows that say the same.
};

struct TwinVerdict {
    std::string key{};
    std::int64_t repeats = 0;  // The earlier row that says the same; 0: none.
};

// By row. The row that comes first in the week keeps the key; the others get it
// with their days and time ("home-group-2-1930"), and a number where that is
// still not enough.
std::unordered_map<std::int64_t, TwinVerdict> settle_twins(
    const std::map<std::string, std::vector<TwinRow>>& rows_by_key);

}  // namespace waymark::importers
