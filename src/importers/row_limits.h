// The last look at a row before it is taken, whatever its format: no text
// beyond its measure, no phone number that would cost the caller dearly.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/result.h"
#include "exchange/context.h"
#include "importers/formats.h"

namespace waymark::importers {

// Names, addresses, numbers and the like; of notes and descriptions
// kFieldBytesMax holds.
inline constexpr std::size_t kShortFieldBytesMax = std::size_t{4} << 10;

// The sentence under which such numbers are counted among the warnings.
std::string_view premium_left_out();

// Fails with invalid_input, naming the field that is too long. A number that is
// billed as a service, or has a prefix that nobody gives out, is left out of
// the row, with a warning.
Result<> limit_row(Listing& listing, exchange::Warnings& warnings);

}  // namespace waymark::importers
