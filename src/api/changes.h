// What changed in the directory, in the order of time: GET /api/v1/changes, and
// all of it as it is now: GET /api/v1/dump.ndjson. Whoever begins with the dump
// and takes in every change after it has the directory as it is.
//
// A listing stands among the changes once, with its last change: it moves to
// the end when it changes again, so that a page never loses one to another.
// Rows of sources that may not be handed on are not there at all: each answer
// names the sources there are (docs/feeds.md says what a copy does by that).
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/time.h"
#include "finder/snapshot.h"
#include "http/router.h"

namespace waymark::api {

inline constexpr std::size_t kChangesUsual = 100;
inline constexpr std::size_t kChangesMax = 1000;

enum class ListingKind : std::uint8_t { meeting, place };

// Where a change stands among all; a follower's cursor.
struct ChangeKey {
    Instant at{};
    ListingKind kind{};
    std::int64_t id = 0;  // 0: before all of that time.
    friend auto operator<=>(const ChangeKey&, const ChangeKey&) = default;
};
std::string cursor_of(const ChangeKey& key);  // "2026-11-22T10:00:00Z~meeting~5"
// A cursor or a time; fails with invalid_input ("since") on what is neither.
Result<ChangeKey> read_cursor(std::string_view text);

struct Change {
    ChangeKey key{};
    bool is_removed = false;  // Else it is in the snapshot, under the key's id.
};

class ChangeList {
  public:
    explicit ChangeList(const finder::Snapshot& snapshot);  // Which must outlive it.
    std::span<const Change> all() const { return changes_; }
    // Those after it, at most so many.
    std::span<const Change> after(const ChangeKey& key, std::size_t limit) const;
    // Of the last change; that of the beginning when there is none.
    ChangeKey end() const { return changes_.empty() ? ChangeKey{} : changes_.back().key; }

  private:
    void take_meetings(const finder::Snapshot& snapshot);
    void take_places(const finder::Snapshot& snapshot);
    std::vector<Change> changes_{};
};

// One line a listing, after a first one with the revision, the number of
// listings, the cursor to go on from and the licence of each source.
std::string write_dump(const finder::Snapshot& snapshot, const ChangeList& changes);

std::vector<http::Route> change_routes(std::function<finder::SnapshotPtr()> snapshot);

}  // namespace waymark::api
