#include "importers/poll/feed_copy.h"

#include <utility>

#include "importers/bytes.h"
#include "importers/fetch/kept_copy.h"
#include "importers/poll/bmlt_lists.h"

namespace waymark::importers {

Result<FeedCopy> fetch_copy(const std::string& url, const std::string& format, const Desk& desk,
                            const Validators& held, std::chrono::seconds* retry_after) {
    FeedCopy copy;
    copy.feed = TRY(fetch(url, desk.rules, held, retry_after));
    if (copy.feed.not_modified || format != "bmlt") return copy;
    for (const auto& address : addresses_of_bmlt_lists(url)) {
        if (auto list = fetch(address, desk.rules)) copy.lists.push_back(std::move(list->body));
    }
    return copy;
}

Result<ImportReport> import_copy(const FeedCopy& copy, ImportOptions options, const Desk& desk,
                                 Reviewer* reviewer, const Progress& progress) {
    options.etag = copy.feed.etag;
    options.last_modified = copy.feed.last_modified;
    options.rows_max = kFetchedRowsMax;
    if (options.lists.empty()) options.lists = copy.lists;
    const auto read = [&] {
        return import_records(bytes_of_view(copy.feed.body), options, desk.store, desk.clock,
                              progress, reviewer);
    };
    auto report = read();
    if (report || options.lists.empty()) return report;
    options.lists.clear();
    return read();
}

ImportOptions options_of(const directory::Source& source, const directory::Timetable& timetable) {
    return {.format = source.format,
            .source = source.name,
            .location = source.location,
            .map = timetable.map,
            .kind = timetable.kind,
            .is_fictional = source.is_fictional};
}

void keep_published(const Desk& desk, const std::string& source, std::string_view body) {
    keep_copy(desk.data, source, Copy::last_good, body);
    forget_copy(desk.data, source, Copy::held);
}

}  // namespace waymark::importers
