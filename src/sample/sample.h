// A feed of meetings that do not exist, over towns that do: Meeting Guide JSON
// for trying a server out, for tests and for benches. Every listing says that it
// is fictional; its names are put together from word lists of ours, its phone
// numbers are from the range kept for fiction, its links lead to example.org.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "core/time.h"

namespace waymark::sample {

struct SampleRequest {
    std::size_t count = 3000;  // Weekly meetings, which are rows of the feed.
    std::uint64_t seed = 1;

    // No listing is newer; the oldest is 200 days older.
    Instant as_of = std::chrono::sys_days{std::chrono::year{2026} / 11 / 1};
};

// Gives the feed to `take` in pieces, in order. The same request gives the same
// bytes. Beside the standard fields each row has `fellowship`, a code of
// directory/fellowship.h, since one feed holds many programmes.
void write_sample(const SampleRequest& request, const std::function<void(std::string_view)>& take);

std::string sample_feed(std::size_t count, std::uint64_t seed);

}  // namespace waymark::sample
