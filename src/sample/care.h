// Places of help that do not exist, over towns that do: a table in our own
// format (places-csv) of treatment, housing, harm reduction, naloxone, peer
// centres, work and testing. Every row says that it is fictional.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace waymark::sample {

struct CareRequest {
    std::size_t count = 1500;
    std::uint64_t seed = 1;
};

// Gives the table to `take` in pieces, in order. The same request gives the
// same bytes.
void write_care_sample(const CareRequest& request,
                       const std::function<void(std::string_view)>& take);

}  // namespace waymark::sample
