#include "app/feed_desk.h"

#include "crypto/random.h"

namespace waymark::app {

FeedDesk::FeedDesk(storage::Database& database, const DataOptions& options)
    : random_(crypto::random_seed()),
      desk_{.store = database.directory(),
            .book = database.source_book(),
            .data = options.dir,
            .clock = clock_,
            .random = random_} {}

}  // namespace waymark::app
