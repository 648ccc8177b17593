// Points that fall in a line from step to step.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace waymark::finder {

struct Step {
    std::int64_t at = 0;
    std::int64_t points = 0;
};

// `steps` by `at`, at least one; before the first and after the last it is level.
inline int points_along(std::span<const Step> steps, std::int64_t value) {
    if (value <= steps.front().at) return static_cast<int>(steps.front().points);
    for (std::size_t i = 1; i < steps.size(); ++i) {
        if (value > steps[i].at) continue;
        const auto& from = steps[i - 1];
        const auto& to = steps[i];
        const auto fall = (from.points - to.points) * (value - from.at) / (to.at - from.at);
        return static_cast<int>(from.points - fall);
    }
    return static_cast<int>(steps.back().points);
}

}  // namespace waymark::finder
