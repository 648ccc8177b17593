#include "api/changes.h"

#include <algorithm>
#include <unordered_map>

#include "core/number.h"
#include "core/text.h"

namespace waymark::api {
namespace {

using directory::Facility;
using finder::Snapshot;

constexpr std::string_view kMeeting = "meeting";
constexpr std::string_view kPlace = "place";

}  // namespace

std::string cursor_of(const ChangeKey& key) {
    return format_instant(key.at)
        .append("~")
        .append(key.kind == ListingKind::meeting ? kMeeting : kPlace)
        .append("~")
        .append(std::to_string(key.id));
}

Result<ChangeKey> read_cursor(std::string_view text) {
    const auto wrong = [] {
        return invalid_input(
            "since",
            "Give since a time such as 2026-11-22T10:00:00Z, or the next of an earlier answer.");
    };
    const auto parts = split(text, '~');
    const auto at = parse_instant(parts[0]);
    if (!at) return wrong();
    if (parts.size() == 1) return ChangeKey{.at = *at};
    if (parts.size() != 3 || (parts[1] != kMeeting && parts[1] != kPlace)) return wrong();
    const auto id = parse_number<std::int64_t>(parts[2]);
    if (!id || *id < 0) return wrong();
    return ChangeKey{.at = *at,
                     .kind = parts[1] == kMeeting ? ListingKind::meeting : ListingKind::place,
                     .id = *id};
}

ChangeList::ChangeList(const Snapshot& snapshot) {
    take_meetings(snapshot);
    take_places(snapshot);
    std::ranges::sort(changes_, {}, &Change::key);
}

void ChangeList::take_meetings(const Snapshot& snapshot) {
    const auto add = [&](Instant at, std::int64_t id, bool is_removed) {
        changes_.push_back({.key = {at, ListingKind::meeting, id}, .is_removed = is_removed});
    };
    for (const auto& meeting : snapshot.meetings())
        add(meeting.modified.value_or(Instant{}), meeting.id.value, false);

    // To others it is gone until it is published again.
    for (const auto& meeting : snapshot.beside().unpublished)
        add(meeting.modified.value_or(Instant{}), meeting.id.value, true);

    for (const auto& gone : snapshot.beside().gone)
        add(gone.removed_at, gone.id.value, true);
}

// Rows of several sources about one site are one place under the first's id: when
// a row comes or goes, so do its facts in that place, and its own id the other way.
void ChangeList::take_places(const Snapshot& snapshot) {
    const auto& facilities = snapshot.facilities();
    std::unordered_map<std::string, Instant> last_removed;
    for (const auto& gone : facilities.removed()) {
        auto& last = last_removed[gone.ids.service_at_location];
        last = std::max(last, gone.removed_at);
    }
    last_removed.erase("");
    const auto changed_at = [&](const Facility& place) {
        const auto at = place.modified.value_or(Instant{});
        const auto found = last_removed.find(place.ids.service_at_location);
        return found == last_removed.end() ? at : std::max(at, found->second);
    };
    const auto add = [&](Instant at, std::int64_t id, bool is_removed) {
        changes_.push_back({.key = {at, ListingKind::place, id}, .is_removed = is_removed});
    };
    for (const auto& place : facilities.list())
        add(changed_at(place), place.id.value, false);

    for (const auto& [was, is] : facilities.joined()) {
        if (const auto* place = facilities.facility(is); place != nullptr)
            add(changed_at(*place), was.value, true);
    }
    for (const auto& gone : facilities.removed())
        add(gone.removed_at, gone.id.value, true);
}

std::span<const Change> ChangeList::after(const ChangeKey& key, std::size_t limit) const {
    const auto first = std::ranges::upper_bound(changes_, key, {}, &Change::key);
    const auto left = static_cast<std::size_t>(changes_.end() - first);
    return {first, std::min(left, limit)};
}

}  // namespace waymark::api
