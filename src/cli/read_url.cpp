#include "cli/read_url.h"

#include "core/clock.h"
#include "importers/bytes.h"
#include "importers/fetch/fetch.h"
#include "importers/fetch/kept_copy.h"

namespace waymark::cli {
namespace {

constexpr std::int64_t kFetchedRowsMax = 200'000;

void note_failure(directory::Store& store, std::optional<directory::Source> known) {
    if (!known || known->failing_since) return;
    known->failing_since = SystemClock{}.now();
    store.save_source(*known);
}

importers::ImportReport unchanged(directory::Store& store, directory::Source known) {
    importers::ImportReport report;
    report.unchanged = store.meeting_count(known.id) + store.facility_count(known.id);
    report.rows = report.unchanged;
    report.sha256 = known.sha256;
    known.fetched_at = SystemClock{}.now();
    known.failing_since.reset();
    store.save_source(known);
    return report;
}

}  // namespace

Result<importers::ImportReport> read_url(const std::string& url, const std::string& data_dir,
                                         importers::ImportOptions options,
                                         directory::Store& store) {
    const auto known = store.source(options.source);
    importers::Validators held;
    if (known && known->location == url && known->format == options.format) {
        held = {known->etag, known->last_modified};
    }
    auto fetched = importers::fetch(url, {.allow_loopback = true}, held);
    if (!fetched) {
        note_failure(store, known);
        return tl::unexpected(fetched.error());
    }
    if (fetched->not_modified) return unchanged(store, *known);
    options.location = url;
    options.etag = fetched->etag;
    options.last_modified = fetched->last_modified;
    options.rows_max = kFetchedRowsMax;
    auto report = importers::import_records(importers::bytes_of_text(fetched->body), options, store,
                                            SystemClock{});
    if (!report) {
        note_failure(store, known);
        return report;
    }
    importers::keep_copy(data_dir, options.source, importers::Copy::last_good, fetched->body);
    return report;
}

}  // namespace waymark::cli
