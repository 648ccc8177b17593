// One request and its answer over a connection to addresses already judged.
// The only place that speaks with libcurl's transfers.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "core/result.h"
#include "importers/fetch/address.h"
#include "importers/fetch/fetch.h"
#include "importers/fetch/url.h"

namespace waymark::importers {

struct Answer {
    int status = 0;
    std::string body{};
    std::string etag{};
    std::string last_modified{};
    std::string redirect{};              // Absolute; of an answer that is one.
    std::chrono::seconds retry_after{};  // How long it asks us to wait; 0 when it does not.
};

// Connects to one of `addresses` and to nothing else. Any status is an answer;
// fails as fetch() does when there is none, or too much of it.
Result<Answer> transfer(const FeedUrl& url, const std::vector<IpAddress>& addresses,
                        const FetchRules& rules, const Validators& held);

}  // namespace waymark::importers
