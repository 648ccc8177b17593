// What a change says: the fields of a row before and after it, and in words what
// is different. Of a person's contacts it says that they changed, never what they are.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compat/bmlt/change_log.h"
#include "compat/bmlt/table.h"

namespace waymark::compat::bmlt {

inline constexpr std::string_view kMasked = "********";

struct FieldText {
    std::string key{};
    std::string text{};      // Never empty.
    bool is_hidden = false;  // To be sent as kMasked.
};

// Of one of the two states of a change, in the order of its json_data; nothing
// when there was none. `formats` are keys, sorted, joined by commas.
std::vector<FieldText> fields_of(const RowState& state, const RowChange& change);

// "The meeting start time was changed from "19:00" to "20:00"."
std::string details_of(const RowChange& change, const Bodies& bodies);

}  // namespace waymark::compat::bmlt
