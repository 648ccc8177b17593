#include "importers/poll/next_poll.h"

#include <algorithm>
#include <cstdint>

namespace waymark::importers {
namespace {

using directory::Source;
using directory::Timetable;
using std::chrono::seconds;

seconds back_off(std::int64_t failures, Random& random) {
    seconds wait = kBackOffMin;
    for (std::int64_t more = 1; more < failures && wait < kBackOffMax; ++more)
        wait *= 2;
    wait = std::min<seconds>(wait, kBackOffMax);
    const auto jitter = static_cast<std::uint64_t>(wait.count()) / 5 + 1;
    return wait * 9 / 10 + seconds{random.below(jitter)};
}

}  // namespace

bool is_alarming(const Source& source, Instant now) {
    return source.failing_since && now - *source.failing_since >= kAlarmAfter;
}

bool is_due(const Timetable& timetable, Instant now) {
    if (timetable.every_minutes <= 0 || timetable.is_paused) return false;
    return !timetable.next_at || *timetable.next_at <= now;
}

void note_success(Timetable& timetable, Instant now) {
    timetable.failures = 0;
    timetable.next_at.reset();
    if (timetable.every_minutes > 0)
        timetable.next_at = now + std::chrono::minutes{timetable.every_minutes};
}

void note_failure(Timetable& timetable, Instant now, seconds retry_after, Random& random) {
    ++timetable.failures;
    const auto wait = std::max(back_off(timetable.failures, random), retry_after);
    timetable.next_at.reset();
    if (timetable.every_minutes > 0) timetable.next_at = now + std::min<seconds>(wait, kBackOffMax);
}

}  // namespace waymark::importers
