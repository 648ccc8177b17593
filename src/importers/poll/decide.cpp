#include "importers/poll/decide.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "crypto/hash.h"
#include "importers/fetch/kept_copy.h"
#include "importers/poll/feed_copy.h"

namespace waymark::importers {
namespace {

using directory::Decision;
using directory::Reading;
using directory::Source;

// Of the copy that waits. A list can alternate between several strange copies,
// and one that is not new is not logged again: only then must the bytes tell.
std::optional<Reading> reading_of_copy(std::vector<Reading> readings, const Source& source,
                                       const Desk& desk) {
    std::erase_if(readings,
                  [](const Reading& reading) { return reading.note.decision != Decision::held; });
    if (readings.empty()) return std::nullopt;
    const bool is_only_one = std::ranges::all_of(readings, [&](const Reading& reading) {
        return reading.sha256 == readings.front().sha256;
    });
    if (is_only_one) return readings.front();
    const auto body = read_copy(desk.data, source.name, Copy::held).value_or("");
    const auto found = std::ranges::find(readings, crypto::sha256_hex(body), &Reading::sha256);
    return found == readings.end() ? readings.front() : *found;
}

// Listings are as old as the copy they stand in, not as the decision about it.
void keep_age(const Desk& desk, const std::string& name, std::optional<Instant> fetched_at) {
    auto source = desk.store.source(name);
    if (!source) return;
    source->fetched_at = fetched_at;
    desk.store.save_source(*source);
}

tl::unexpected<Error> nothing_waits() {
    return fail(ErrorKind::not_found, "No reading of this list waits for a decision.");
}

bool has_key(const directory::HeldRow& row, std::string_view key) {
    return row.proposed.source_key == key;
}

Result<directory::HeldRow> held_row(const Source& source, std::string_view key, const Desk& desk) {
    for (auto& row : desk.book.held_rows(source.id)) {
        if (has_key(row, key)) return std::move(row);
    }
    return fail(ErrorKind::not_found, "No row of that key waits for a decision.", "row");
}

void let_go(const Source& source, std::string_view key, const Desk& desk) {
    auto rows = desk.book.held_rows(source.id);
    std::erase_if(rows, [&](const auto& row) { return has_key(row, key); });
    desk.book.save_held_rows(source.id, rows);
}

directory::ReadingNote note_of(const directory::HeldRow& row, Decision decision) {
    return {.decision = decision, .rows = 1, .alarms = {row.why}, .decided_by = std::string{kHost}};
}

}  // namespace

Waiting waiting_of(const Source& source, const Desk& desk) {
    Waiting waiting{.rows = desk.book.held_rows(source.id)};
    if (std::filesystem::exists(path_of_copy(desk.data, source.name, Copy::held))) {
        waiting.reading = reading_of_copy(desk.book.readings(source.id), source, desk);
    }
    return waiting;
}

Result<ImportReport> approve(const Source& source, const Desk& desk) {
    const auto reading = waiting_of(source, desk).reading;
    auto body = read_copy(desk.data, source.name, Copy::held);
    if (!reading || !body) return nothing_waits();
    auto options = options_of(source, desk.book.timetable(source.id));
    options.decision = Decision::approved;
    options.decided_by = kHost;
    const FeedCopy copy{.feed = {.body = std::move(*body)}};
    auto report = TRY(import_copy(copy, std::move(options), desk, nullptr));
    keep_age(desk, source.name, reading->at);
    desk.book.save_held_rows(source.id, {});
    keep_published(desk, source.name, copy.feed.body);
    return report;
}

Result<> approve_row(const Source& source, std::string_view key, const Desk& desk) {
    const auto row = TRY(held_row(source, key, desk));
    const auto update = desk.store.update(source);
    update->keep_the_rest();
    update->put(row.proposed);
    auto decided = source;
    decided.fetched_at = desk.clock.now();  // The log says when it was decided.
    update->commit(decided, note_of(row, Decision::approved));
    keep_age(desk, source.name, source.fetched_at);
    let_go(source, key, desk);
    return {};
}

Result<> reject_row(const Source& source, std::string_view key, const Desk& desk) {
    const auto row = TRY(held_row(source, key, desk));
    desk.book.log(
        {.source = source.id, .at = desk.clock.now(), .note = note_of(row, Decision::rejected)});
    let_go(source, key, desk);
    return {};
}

Result<> reject(const Source& source, const Desk& desk) {
    auto reading = waiting_of(source, desk).reading;
    if (!reading) return nothing_waits();
    reading->at = desk.clock.now();
    reading->note.decision = Decision::rejected;
    reading->note.decided_by = kHost;
    desk.book.log(*reading);
    forget_copy(desk.data, source.name, Copy::held);
    return {};
}

Result<> go_back(const Source& source, std::int64_t number, const Desk& desk) {
    return desk.book.roll_back(source.id, number, desk.clock.now(), kHost);
}

}  // namespace waymark::importers
