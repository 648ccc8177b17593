// Ids that cannot be mistaken for one another: a MeetingId is not a SourceId.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace waymark {

template <class Tag>
struct Id {
    std::int64_t value = 0;  // 0: not stored yet.
    friend auto operator<=>(const Id&, const Id&) = default;
};

}  // namespace waymark

template <class Tag>
struct std::hash<waymark::Id<Tag>> {
    std::size_t operator()(const waymark::Id<Tag>& id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
