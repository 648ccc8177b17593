// The polling of lists that goes with a running server.
#pragma once

#include <optional>
#include <string>

#include "app/feed_desk.h"
#include "app/feed_poller.h"
#include "app/log.h"
#include "app/repeating.h"
#include "app/serve.h"
#include "storage/open.h"

namespace waymark::app {

class ServerPolls {
  public:
    // Polls from now on unless the options say not to; one line in the log for
    // each poll. Database and log must outlive it.
    ServerPolls(storage::Database& data, const ServeOptions& options, const Log& log);

    std::string gauges() const { return source_gauges(desk_.desk()); }

  private:
    FeedDesk desk_;
    std::optional<Repeating> poller_{};
};

}  // namespace waymark::app
