// JSON text to a Value, with a limit on everything.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/result.h"
#include "json/value.h"

namespace waymark::json {

struct Limits {
    std::size_t depth = 64;
    std::size_t string_bytes = std::size_t{1} << 24;
};

// Fails with unreadable: not JSON, not UTF-8, too deep, a text too long, or the
// same key twice in one object; with limit_reached on a number that no number
// can hold. Integers that fit are kept as integers.
Result<Value> parse(std::string_view text, const Limits& limits = {});

}  // namespace waymark::json
