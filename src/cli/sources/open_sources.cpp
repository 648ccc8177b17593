#include "cli/sources/open_sources.h"

#include <utility>

namespace waymark::cli {

OpenSources::OpenSources(std::unique_ptr<storage::Database> database,
                         const app::DataOptions& options)
    : database_(std::move(database)), desk_(*database_, options) {
    desk_.rules().allow_loopback = true;
}

Result<std::unique_ptr<OpenSources>> OpenSources::open(const app::DataOptions& options) {
    auto database = TRY(app::open_data(options));
    return std::make_unique<OpenSources>(std::move(database), options);
}

Result<directory::Source> OpenSources::named(const std::string& name) const {
    auto source = desk().store.source(name);
    if (!source) return fail(ErrorKind::not_found, "There is no such source.", name);
    return std::move(*source);
}

bool has_address(const directory::Source& source) {
    return source.location.find("://") != std::string::npos;
}

}  // namespace waymark::cli
