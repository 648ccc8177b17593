// When a source is read next, and when its silence becomes an alarm. Pure
// functions of what is known and the time.
#pragma once

#include <chrono>

#include "core/random.h"
#include "core/time.h"
#include "directory/source.h"
#include "directory/source_book.h"

namespace waymark::importers {

inline constexpr std::chrono::minutes kPollEveryUsual = std::chrono::hours{12};
inline constexpr std::chrono::minutes kPollEveryMin{15};
inline constexpr std::chrono::minutes kPollEveryMax = std::chrono::hours{24 * 30};
inline constexpr std::chrono::minutes kBackOffMin{15};
inline constexpr std::chrono::hours kBackOffMax{24};
inline constexpr std::chrono::hours kAlarmAfter{72};

// It could not be read for that long: a person should look.
bool is_alarming(const directory::Source& source, Instant now);

// It is read by itself, nobody has paused it, and its time has come.
bool is_due(const directory::Timetable& timetable, Instant now);

// It could be read, published or not.
void note_success(directory::Timetable& timetable, Instant now);

// It could not: 15 minutes until the next attempt, doubled with each one up to a
// day, a tenth of it more or less by chance, so that a server that comes back is
// not asked by everybody at once. Longer when the server asks for it, but a day
// at most.
void note_failure(directory::Timetable& timetable, Instant now, std::chrono::seconds retry_after,
                  Random& random);

}  // namespace waymark::importers
