#include "cli/sources/read_list.h"

#include <utility>

#include "cli/progress.h"
#include "importers/poll/by_hand.h"

namespace waymark::cli {

Result<importers::ImportReport> read_list(const std::string& url, importers::ImportOptions options,
                                          const Terms& terms, const importers::Desk& desk) {
    options.license = terms.license;
    options.may_republish = terms.may_republish;
    const auto name = options.source;
    ProgressLine progress{std::nullopt};
    auto report = TRY(importers::read_by_hand(
        url, std::move(options), desk,
        [&](std::int64_t rows, std::int64_t read) { progress.show(rows, read); }));
    const auto source = desk.store.source(name);
    if (source && terms.every_minutes) TRY(keep_every(*source, *terms.every_minutes, desk));
    return report;
}

}  // namespace waymark::cli
