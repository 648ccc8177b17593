// The sources of a data folder, ready to be read and decided about: what the
// subcommands of `waymark sources` and `waymark import` share.
#pragma once

#include <memory>
#include <string>

#include "app/data.h"
#include "app/feed_desk.h"
#include "core/result.h"

namespace waymark::cli {

class OpenSources {
  public:
    // Fails as app::open_data does.
    static Result<std::unique_ptr<OpenSources>> open(const app::DataOptions& options);

    explicit OpenSources(std::unique_ptr<storage::Database> database,
                         const app::DataOptions& options);

    // Addresses of this machine itself are allowed: whoever types here may read
    // them anyway. `rules()` may say otherwise.
    const importers::Desk& desk() const { return desk_.desk(); }
    importers::FetchRules& rules() { return desk_.rules(); }
    directory::Store& store() { return database_->directory(); }
    directory::SourceBook& book() { return database_->source_book(); }

    // Fails with not_found.
    Result<directory::Source> named(const std::string& name) const;

  private:
    std::unique_ptr<storage::Database> database_;
    app::FeedDesk desk_;
};

// Of a source that has an address, and can be read by itself.
bool has_address(const directory::Source& source);

}  // namespace waymark::cli
