#include "finder/snapshot.h"

#include <algorithm>

#include "finder/index.h"

namespace waymark::finder {

using directory::Meeting;
using directory::Source;

Snapshot::Snapshot(std::vector<Meeting> meetings, std::vector<Source> sources,
                   std::int64_t revision)
    : meetings_(std::move(meetings)), sources_(std::move(sources)), revision_(revision) {
    std::erase_if(meetings_, [](const Meeting& meeting) { return !meeting.is_published; });
    std::ranges::sort(meetings_, {}, &Meeting::id);
    std::ranges::sort(sources_, {}, &Source::id);
    index_ = std::make_unique<const Index>(meetings_);
}

Snapshot::~Snapshot() = default;

const Meeting* Snapshot::meeting(directory::MeetingId id) const {
    const auto found = std::ranges::lower_bound(meetings_, id, {}, &Meeting::id);
    return found != meetings_.end() && found->id == id ? &*found : nullptr;
}

const Source* Snapshot::source(directory::SourceId id) const {
    const auto found = std::ranges::lower_bound(sources_, id, {}, &Source::id);
    return found != sources_.end() && found->id == id ? &*found : nullptr;
}

bool Snapshot::has_fictional() const {
    return std::ranges::any_of(sources_, &Source::is_fictional);
}

}  // namespace waymark::finder
