// How meetings were before readings that are still kept (directory/earlier.h), as
// changes of a BMLT server's rows. Made once a snapshot, when the first client asks.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "compat/bmlt/bodies.h"
#include "core/time.h"
#include "directory/meeting_ptr.h"
#include "finder/snapshot.h"

namespace waymark::compat::bmlt {

enum class ChangeType : std::uint8_t { created, changed, deleted, rolled_back };
std::string_view code_of(ChangeType type);  // "comdef_change_type_new" …

// One day's row of a meeting, as it was at some time.
struct RowState {
    directory::MeetingPtr meeting{};  // Null: there was none.
    std::size_t day = 0;              // Of exchange::one_a_day.
    BodyId body = 0;
    bool exists() const { return meeting != nullptr; }
};

struct RowChange {
    std::int64_t id = 0;  // The same for the same change; of different ones different.
    std::int64_t row_id = 0;
    BodyId body = 0;  // After it; before it, of one that was deleted.
    Instant at{};
    ChangeType type{};
    RowState before{}, after{};
};

class ChangeLog {
  public:
    explicit ChangeLog(const finder::Snapshot& snapshot);  // Which must outlive it.

    std::span<const RowChange> all() const { return changes_; }  // Newest first.

    // The last state of each meeting that is gone, and when that was; by id.
    struct Gone {
        directory::MeetingPtr meeting{};
        Instant at{};
    };
    std::span<const Gone> gone() const { return gone_; }

  private:
    std::vector<RowChange> changes_{};
    std::vector<Gone> gone_{};
};

}  // namespace waymark::compat::bmlt
