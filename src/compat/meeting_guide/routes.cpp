#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "compat/made_once.h"
#include "compat/meeting_guide/feed.h"
#include "core/text.h"

namespace waymark::compat::meeting_guide {
namespace {

using http::Request;
using http::Response;

// Readers poll: each distinct feed of a snapshot is written once. More kinds
// than this are made anew each time.
constexpr std::size_t kFeedsKept = 16;

// The feeds of one snapshot, each written when first asked for.
class Feeds {
  public:
    explicit Feeds(const finder::Snapshot& snapshot) : snapshot_(snapshot) {}

    std::string of(const FeedRequest& request) {
        const auto key = key_of(request);
        const std::scoped_lock lock{mutex_};
        if (const auto found = feeds_.find(key); found != feeds_.end()) return found->second;
        auto feed = write_feed(snapshot_, request);
        if (feeds_.size() < kFeedsKept) feeds_.emplace(key, feed);
        return feed;
    }

  private:
    static std::string key_of(const FeedRequest& request) {
        std::string key = request.region;
        for (const auto fellowship : request.fellowships)
            key += "\n" + std::string{directory::info(fellowship).code};
        for (const auto& source : request.sources)
            key += "\ns:" + source;
        return key;
    }

    const finder::Snapshot& snapshot_;  // Held by whoever asks.
    std::mutex mutex_;
    std::map<std::string, std::string> feeds_;
};

struct Server {
    std::function<finder::SnapshotPtr()> snapshot{};
    MadeOnce<Feeds> feeds{};
};

Response answer(Server& server, const Request& request) {
    const auto snapshot = server.snapshot();
    const auto asked = read_feed_request(request.query, *snapshot);
    if (!asked) {
        return {.status = 400,
                .content_type = "text/plain; charset=utf-8",
                .body = asked.error().message + "\n",
                .is_open_to_other_origins = true};
    }
    const auto feeds =
        server.feeds.of(snapshot, [](const auto& now) { return std::make_shared<Feeds>(now); });
    return {.content_type = "application/json",
            .body = feeds->of(*asked),
            .keep = http::Keep::revalidate,
            .is_open_to_other_origins = true};
}

}  // namespace

Result<FeedRequest> read_feed_request(const http::Fields& query, const finder::Snapshot& snapshot) {
    FeedRequest request;
    for (const auto& [name, value] : query) {
        if (name == "region") {
            request.region = fold(value);
            continue;
        }
        if (name != "fellowship" && name != "source")
            return invalid_input(name,
                                 "A feed takes fellowship, source and region, and nothing else.");
        for (const auto part : split(value, ',')) {
            const auto item = trimmed(part);
            if (name == "fellowship") {
                const auto fellowship = directory::fellowship_of_code(item);
                if (!fellowship) return invalid_input(name, "There is no fellowship of that code.");
                request.fellowships.push_back(*fellowship);
            } else if (std::ranges::find(snapshot.sources(), item, &directory::Source::name) ==
                       snapshot.sources().end()) {
                return invalid_input(name, "There is no source of that name.");
            } else {
                request.sources.emplace_back(item);
            }
        }
    }
    std::ranges::sort(request.fellowships);
    std::ranges::sort(request.sources);
    return request;
}

std::vector<http::Route> routes(std::function<finder::SnapshotPtr()> snapshot) {
    const auto server = std::make_shared<Server>();
    server->snapshot = std::move(snapshot);
    return {{.pattern = "/feeds/meetings.json",
             .action = [server](const Request& request,
                                const http::PathParams&) { return answer(*server, request); },
             .cost = http::Cost::search}};
}

}  // namespace waymark::compat::meeting_guide
