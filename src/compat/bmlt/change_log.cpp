#include "compat/bmlt/change_log.h"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <unordered_map>

#include "compat/bmlt/identity.h"
#include "exchange/bmlt.h"

namespace waymark::compat::bmlt {
namespace {

using directory::EarlierMeeting;
using directory::Meeting;
using directory::MeetingId;
using directory::MeetingPtr;

// Fewer readings than this change one meeting; ids stay exact in any client.
constexpr std::int64_t kReadingsMax = 1'000'000;

struct Step {
    const EarlierMeeting& earlier;
    MeetingPtr before{};
    MeetingPtr after{};
};

// One that the snapshot holds as it is, for as long as the snapshot lives.
MeetingPtr held(const Meeting& meeting) {
    return {std::shared_ptr<const void>{}, &meeting};
}

MeetingPtr state_now(const finder::Snapshot& snapshot, MeetingId id) {
    if (auto published = snapshot.meeting(id)) return published;
    const auto& unpublished = snapshot.beside().unpublished;
    const auto found = std::ranges::lower_bound(unpublished, id, {}, &Meeting::id);
    return found != unpublished.end() && found->id == id ? held(*found) : nullptr;
}

json::Value record_of(const RowState& state) {
    return exchange::write_bmlt(exchange::one_a_day(*state.meeting)[state.day]);
}

ChangeType type_of(const RowState& before, const RowState& after, bool is_rollback) {
    if (!after.exists()) return ChangeType::deleted;
    if (is_rollback) return ChangeType::rolled_back;
    return before.exists() ? ChangeType::changed : ChangeType::created;
}

// The rows that differ between two states of a meeting, by their ids.
class RowsOfStep {
  public:
    RowsOfStep(const Step& step, const directory::Source* home) : step_(step) {
        take(step.before, home, &Pair::before);
        take(step.after, home, &Pair::after);
    }

    void add_to(std::vector<RowChange>& changes) const {
        std::int64_t number = 0;
        for (const auto& [row_id, pair] : rows_) {
            const auto slot = step_.earlier.id.value * 16 + number++;
            if (is_same(pair)) continue;
            changes.push_back({.id = slot * kReadingsMax + step_.earlier.reading % kReadingsMax,
                               .row_id = row_id,
                               .body = pair.body,
                               .at = step_.earlier.at,
                               .type = type_of(pair.before, pair.after, step_.earlier.is_rollback),
                               .before = pair.before,
                               .after = pair.after});
        }
    }

  private:
    struct Pair {
        RowState before{}, after{};
        BodyId body = 0;
    };

    void take(const MeetingPtr& meeting, const directory::Source* home, RowState Pair::*state) {
        if (meeting == nullptr) return;
        const auto identity = identity_of(*meeting, home);
        for (std::size_t day = 0; day < identity.ids.size(); ++day) {
            auto& pair = rows_[identity.ids[day]];
            pair.*state = {meeting, day, identity.body};
            pair.body = identity.body;
        }
    }

    static bool is_same(const Pair& pair) {
        return pair.before.exists() && pair.after.exists() &&
               record_of(pair.before) == record_of(pair.after);
    }

    const Step& step_;
    std::map<std::int64_t, Pair> rows_{};
};

}  // namespace

std::string_view code_of(ChangeType type) {
    switch (type) {
        case ChangeType::created:
            return "comdef_change_type_new";
        case ChangeType::changed:
            return "comdef_change_type_change";
        case ChangeType::deleted:
            return "comdef_change_type_delete";
        case ChangeType::rolled_back:
            return "comdef_change_type_rollback";
    }
    return {};
}

ChangeLog::ChangeLog(const finder::Snapshot& snapshot) {
    const auto* home = home_of(snapshot);
    std::unordered_map<MeetingId, MeetingPtr> state_after;
    // By the number of the reading: clocks may have been set back in between.
    std::vector<const EarlierMeeting*> list;
    for (const auto& earlier : snapshot.beside().earlier)
        list.push_back(&earlier);
    std::ranges::stable_sort(list, std::greater{}, &EarlierMeeting::reading);
    for (const auto* each : list) {
        const auto& earlier = *each;
        const auto [state, is_last] = state_after.try_emplace(earlier.id);
        auto& after = state->second;
        if (is_last) after = state_now(snapshot, earlier.id);
        const Step step{earlier, earlier.before ? held(*earlier.before) : nullptr, after};
        RowsOfStep{step, home}.add_to(changes_);
        if (is_last && step.after == nullptr && step.before != nullptr)
            gone_.push_back({step.before, earlier.at});
        after = step.before;
    }
    std::ranges::stable_sort(changes_, std::greater{}, &RowChange::at);
    std::ranges::sort(gone_, {}, [](const Gone& each) { return each.meeting->id; });
}

}  // namespace waymark::compat::bmlt
