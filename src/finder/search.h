// Meetings that fit: near a point, in a box, or anywhere online; by time, kind
// and need; with the reasons, and with help when nothing fits.
//
// A search is a pure function of a snapshot, a request and `now`. It reads no
// clock, database or network, and keeps nothing: it is neither stored nor
// logged, as docs/privacy.md promises to the person searching.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/geo.h"
#include "core/phrase.h"
#include "core/result.h"
#include "core/time.h"
#include "directory/meeting_ptr.h"
#include "finder/snapshot.h"

namespace waymark::finder {

inline constexpr Kilometers kRadiusMax{500};
inline constexpr Kilometers kRadiusUsual = miles(25);
inline constexpr std::size_t kMatchesMax = 1000;
inline constexpr std::chrono::minutes kInProgressShown{10};

inline constexpr std::size_t kOffsetMax = 1'000'000;

// `week`: Sunday first, by the day and the hour of the next start in the
// meeting's own zone, then by id.
enum class Sort : std::uint8_t { best, soonest, nearest, week };
std::string_view code_of(Sort sort);  // "best", "soonest", "nearest", "week"
std::optional<Sort> sort_of_code(std::string_view code);

// What a person asks for; the defaults ask for everything. Within one field
// any value will do (weekday, fellowship, venue, audience, language), except
// that a match has all of `needs` and all words of `text`.
struct SearchRequest {
    std::optional<GeoPoint> near{};
    // With `near`. Missing: kRadiusUsual, or no limit by Sort::nearest.
    std::optional<Kilometers> radius{};
    std::optional<GeoBox> box{};                   // Instead of `near`, or with it.
    std::optional<std::chrono::minutes> within{};  // Starts no later than now + within.
    directory::WeekdaySet weekdays{};              // Empty: any. In the meeting's own zone.
    // Local start at or after the one and earlier than the other; an `after`
    // later than `before` passes midnight.
    std::optional<std::chrono::minutes> after{};
    std::optional<std::chrono::minutes> before{};
    std::vector<directory::Fellowship> fellowships{};
    std::vector<directory::VenueKind> venues{};  // `online` takes temporarily_online too.
    directory::FeatureSet needs{};
    directory::FeatureSet audience{};
    std::optional<directory::Feature> door{};  // open or closed
    std::vector<std::string> languages{};      // BCP 47; "es" takes "es-MX".
    std::optional<directory::MedicationFact::Attitude> medication{};
    std::string text{};  // Words; diacritics, prefixes and one typo forgiven (finder/words.h).
    // With those that nobody knew to be true in the last 90 days (directory/age.h).
    bool shows_old = false;
    // Without it only the matches are looked for: no total, facets or `old`, no
    // widening or fallback when there are none, no coverage and no words.
    bool counts = true;
    Sort sort = Sort::best;
    std::size_t limit = 20;
    std::size_t offset = 0;
};

struct Match {
    directory::MeetingPtr meeting{};
    std::optional<Kilometers> distance{};         // From `near`, when it has a point.
    std::optional<directory::Occurrence> next{};  // None: by appointment.
    directory::VenueKind venue{};                 // On the day of `next`.
    std::vector<Phrase> why{};
};

struct FacetCount {
    std::string value{};  // The code that the matching option takes.
    std::int64_t count = 0;
};
struct Facet {
    // "fellowship", "venue", "weekday", "need", "for", "lang", "door" or "medication"
    std::string name{};
    std::vector<FacetCount> counts{};  // Highest first, then by value; zeros left out.
};

// What was given up so that there is something to show.
struct Widened {
    std::optional<Kilometers> radius{};            // The wider circle …
    std::optional<std::chrono::minutes> within{};  // … or the longer time, or both.
    std::optional<Kilometers> nearest{};           // Distance of the nearest that now fits.
    // Until that nearest one starts or, in the circle asked for, the soonest.
    std::optional<std::chrono::minutes> wait{};
};

// Online meetings offered when no place fits even after widening, or beside it.
struct Fallback {
    std::vector<Match> online{};  // Soonest first, at most five.
    std::int64_t starting_within_two_hours = 0;
};

struct Coverage {
    std::vector<directory::Fellowship> covered{};  // With a list here for the place asked.
    // Asked for (or, if none was, well-known programmes) without one.
    std::vector<directory::Fellowship> not_covered{};
};

inline constexpr std::int64_t kNotCounted = -1;

struct Answer {
    std::vector<Match> matches{};
    std::int64_t total = 0;            // All matches, whatever limit and offset; or kNotCounted.
    std::int64_t old = 0;              // More that `shows_old` would have found.
    std::optional<Widened> widened{};  // Then `matches` and `total` are of the wider search.
    std::optional<Fallback> fallback{};
    Coverage coverage{};
    std::vector<Facet> facets{};  // Over all `total`; none when that is not counted.
    std::vector<Phrase> says{};   // The answer in words: what was not found, what is offered.
};

// Of listings that are one and the same meeting only one is found
// (finder/same_meeting.h).
//
// Equal keys are ordered by the next start, distance and id, so that a page
// never reshuffles when it is loaded again. A meeting by appointment is found
// only when no time is asked for, and stands last; a suspended one only when
// that venue is asked for.
//
// Fails with invalid_input, naming the option at fault ("near", "radius", …).
// Finding nothing is not a failure.
Result<Answer> search(const Snapshot& snapshot, const SearchRequest& request, Instant now);

}  // namespace waymark::finder
