// What every search asks of a request before it looks at a row. Each fails with
// invalid_input, naming the option at fault.
#pragma once

#include <optional>
#include <string_view>

#include "core/geo.h"
#include "core/result.h"

namespace waymark::finder {

Result<> check_where(const std::optional<GeoPoint>& near, std::optional<Kilometers> radius,
                     const std::optional<GeoBox>& box);
Result<> check_text(std::string_view text);

}  // namespace waymark::finder
