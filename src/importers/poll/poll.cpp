#include "importers/poll/poll.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include "crypto/hash.h"
#include "importers/fetch/kept_copy.h"
#include "importers/poll/feed_copy.h"
#include "importers/poll/next_poll.h"
#include "importers/review/feed_review.h"

namespace waymark::importers {
namespace {

using directory::Decision;
using directory::Reading;
using directory::Source;

Polled failed(Error error) {
    return {.outcome = Outcome::failed, .error = std::move(error)};
}

bool has_published(const Reading& reading) {
    return reading.note.decision != Decision::held && reading.note.decision != Decision::rejected;
}

// What is known of this copy from an earlier reading; nothing when it must be
// looked at. A copy that was held is looked at anew once another was published:
// it may be right beside that one.
std::optional<Outcome> known_outcome(const std::vector<Reading>& readings,
                                     const std::string& sha256) {
    const auto last_published = std::ranges::find_if(readings, has_published);
    for (auto reading = readings.begin(); reading != readings.end(); ++reading) {
        if (reading->sha256 != sha256) continue;
        switch (reading->note.decision) {
            case Decision::rejected:
                return reading->note.decided_by.empty() ? Outcome::failed : Outcome::still_rejected;
            case Decision::held:
                if (last_published < reading) return std::nullopt;
                return Outcome::still_held;
            case Decision::published:
            case Decision::approved:
                if (reading != last_published) return std::nullopt;
                return Outcome::unchanged;
            case Decision::rolled_back:
                return std::nullopt;
        }
    }
    return std::nullopt;
}

std::int64_t refused_before(const std::vector<Reading>& readings) {
    const auto last = std::ranges::find_if(readings, has_published);
    return last == readings.end() ? 0 : last->note.refused;
}

Reading reading_of(const Source& source, const ImportReport& report, Instant now) {
    Reading reading{.source = source.id,
                    .at = now,
                    .sha256 = report.sha256,
                    .added = report.added,
                    .changed = report.changed,
                    .removed = report.removed};
    reading.note = {.decision = Decision::held, .rows = report.rows, .refused = report.refused};
    for (const auto& alarm : report.alarms)
        reading.note.alarms.push_back(alarm.code);
    return reading;
}

Polled unreadable(const Source& source, const std::string& sha256, Error error, const Desk& desk) {
    Reading reading{.source = source.id, .at = desk.clock.now(), .sha256 = sha256};
    reading.note = {.decision = Decision::rejected, .alarms = {"unreadable"}};
    desk.book.log(reading);
    return failed(std::move(error));
}

Polled review_and_publish(const Source& source, const FeedCopy& copy, const Desk& desk) {
    FeedReview review{desk.store, source, desk.clock.now(),
                      refused_before(desk.book.readings(source.id))};
    auto report =
        import_copy(copy, options_of(source, desk.book.timetable(source.id)), desk, &review);
    if (!report) {
        return unreadable(source, crypto::sha256_hex(copy.feed.body), report.error(), desk);
    }
    if (report->is_held) {
        keep_copy(desk.data, source.name, Copy::held, copy.feed.body);
        desk.book.log(reading_of(source, *report, desk.clock.now()));
        return {.outcome = Outcome::held, .report = std::move(*report)};
    }
    desk.book.save_held_rows(source.id, review.held_rows());
    keep_published(desk, source.name, copy.feed.body);
    return {.outcome = Outcome::published, .report = std::move(*report)};
}

Polled look_at(const Source& source, const FeedCopy& copy, const Desk& desk) {
    if (copy.feed.not_modified) return {.outcome = Outcome::unchanged};
    const auto sha256 = crypto::sha256_hex(copy.feed.body);
    const auto known = known_outcome(desk.book.readings(source.id), sha256);
    if (!known) return review_and_publish(source, copy, desk);
    if (*known == Outcome::failed) {
        return failed({ErrorKind::unreadable, "",
                       "The list is still the one that could not be read before."});
    }
    // Another may have been kept, or none, since it was held.
    if (*known == Outcome::still_held)
        keep_copy(desk.data, source.name, Copy::held, copy.feed.body);
    return {.outcome = *known};
}

// What a reading tells of its source's health, whatever was published.
void note(const Source& polled_source, const FeedCopy* copy, const Polled& polled,
          std::chrono::seconds retry_after, const Desk& desk) {
    const auto now = desk.clock.now();
    auto source = desk.store.source(polled_source.name).value_or(polled_source);
    auto timetable = desk.book.timetable(source.id);
    timetable.source = source.id;
    if (polled.outcome == Outcome::failed) {
        if (!source.failing_since) source.failing_since = now;
        note_failure(timetable, now, retry_after, desk.random);
    } else {
        source.failing_since.reset();
        note_success(timetable, now);
    }
    if (polled.outcome == Outcome::unchanged) {
        source.fetched_at = now;
        source.etag = copy->feed.etag;
        source.last_modified = copy->feed.last_modified;
        // The server went back to what is published: nothing waits any more.
        forget_copy(desk.data, source.name, Copy::held);
    }
    desk.store.save_source(source);
    desk.book.save_timetable(timetable);
}

}  // namespace

Polled poll_source(const Source& source, const Desk& desk) {
    std::chrono::seconds retry_after{};
    const auto copy = fetch_copy(source.location, source.format, desk,
                                 {source.etag, source.last_modified}, &retry_after);
    auto polled = copy ? look_at(source, *copy, desk) : failed(copy.error());
    note(source, copy ? &*copy : nullptr, polled, retry_after, desk);
    return polled;
}

void note_lost_poll(const Source& source, const Desk& desk) {
    note(source, nullptr, {.outcome = Outcome::failed}, {}, desk);
}

}  // namespace waymark::importers
