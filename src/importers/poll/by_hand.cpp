#include "importers/poll/by_hand.h"

#include <utility>

#include "importers/poll/feed_copy.h"
#include "importers/poll/next_poll.h"

namespace waymark::importers {
namespace {

using directory::Source;
using directory::Timetable;

bool asks_to_read_differently(const ImportOptions& options) {
    return options.fellowship || !options.timezone.empty() || !options.map.empty() ||
           !options.kind.empty() || options.license || options.may_republish;
}

ImportReport unchanged(Source known, const Desk& desk) {
    ImportReport report;
    report.unchanged = desk.store.meeting_count(known.id) + desk.store.facility_count(known.id);
    report.rows = report.unchanged;
    report.sha256 = known.sha256;
    known.fetched_at = desk.clock.now();
    known.failing_since.reset();
    desk.store.save_source(known);
    return report;
}

void note_failing(Source known, const Desk& desk) {
    if (known.failing_since) return;
    known.failing_since = desk.clock.now();
    desk.store.save_source(known);
}

Result<ImportReport> read(const ImportOptions& options, const std::optional<Source>& known,
                          const Validators& held, const Desk& desk, const Progress& progress) {
    const auto copy = TRY(fetch_copy(options.location, options.format, desk, held, nullptr));
    if (copy.feed.not_modified) return unchanged(*known, desk);
    auto report = TRY(import_copy(copy, options, desk, nullptr, progress));
    keep_published(desk, options.source, copy.feed.body);
    return report;
}

// Everything was published, so nothing is left to decide.
void keep_timetable(const ImportOptions& options, const Desk& desk) {
    const auto source = desk.store.source(options.source);
    if (!source) return;
    auto timetable = desk.book.timetable(source->id);
    timetable.source = source->id;
    timetable.kind = options.kind;
    timetable.map = options.map;
    note_success(timetable, desk.clock.now());
    desk.book.save_timetable(timetable);
    desk.book.save_held_rows(source->id, {});
}

}  // namespace

Result<ImportReport> read_by_hand(const std::string& url, ImportOptions options, const Desk& desk,
                                  const Progress& progress) {
    auto known = desk.store.source(options.source);
    if (known && (known->location != url || known->format != options.format)) known.reset();
    options.location = url;
    Validators held;
    if (known && !asks_to_read_differently(options)) held = {known->etag, known->last_modified};
    if (known) {
        const auto timetable = desk.book.timetable(known->id);
        if (options.kind.empty()) options.kind = timetable.kind;
        if (options.map.empty()) options.map = timetable.map;
    }
    auto report = read(options, known, held, desk, progress);
    if (!report) {
        if (known) note_failing(*known, desk);
        return report;
    }
    keep_timetable(options, desk);
    return report;
}

}  // namespace waymark::importers
