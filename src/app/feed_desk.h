// Where the sources of a data folder are read, with a clock and chance of its own.
#pragma once

#include "app/data.h"
#include "core/clock.h"
#include "core/random.h"
#include "importers/poll/desk.h"

namespace waymark::app {

class FeedDesk {
  public:
    // The database must outlive it.
    FeedDesk(storage::Database& database, const DataOptions& options);
    FeedDesk(const FeedDesk&) = delete;
    FeedDesk& operator=(const FeedDesk&) = delete;

    const importers::Desk& desk() const { return desk_; }
    importers::FetchRules& rules() { return desk_.rules; }

  private:
    SystemClock clock_{};
    Random random_;
    importers::Desk desk_;
};

}  // namespace waymark::app
