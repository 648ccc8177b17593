#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "compat/meeting_guide/feed.h"
#include "core/text.h"

namespace waymark::compat::meeting_guide {
namespace {

using http::Request;
using http::Response;

// Readers poll: each distinct feed of a snapshot is written once. More kinds
// than this are made anew each time.
constexpr std::size_t kFeedsKept = 16;

class Feeds {
  public:
    explicit Feeds(std::function<finder::SnapshotPtr()> snapshot)
        : snapshot_(std::move(snapshot)) {}

    Result<std::string> of(const http::Fields& query) {
        const auto snapshot = snapshot_();
        const auto request = read_feed_request(query, *snapshot);
        if (!request) return tl::unexpected(request.error());
        const auto key = key_of(*request);
        if (auto kept = look_up(snapshot, key)) return *std::move(kept);
        auto feed = write_feed(*snapshot, *request);
        keep(snapshot, key, feed);
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

    std::optional<std::string> look_up(const finder::SnapshotPtr& snapshot,
                                       const std::string& key) {
        const std::scoped_lock lock{mutex_};
        if (made_of_.lock() != snapshot) {
            made_of_ = snapshot;
            feeds_.clear();
        }
        const auto found = feeds_.find(key);
        return found == feeds_.end() ? std::nullopt : std::optional{found->second};
    }

    void keep(const finder::SnapshotPtr& snapshot, const std::string& key,
              const std::string& feed) {
        const std::scoped_lock lock{mutex_};
        if (made_of_.lock() == snapshot && feeds_.size() < kFeedsKept) feeds_.emplace(key, feed);
    }

    std::function<finder::SnapshotPtr()> snapshot_;
    std::mutex mutex_;
    std::weak_ptr<const finder::Snapshot> made_of_;  // Weak: an old one is large.
    std::map<std::string, std::string> feeds_;
};

Response answer(Feeds& feeds, const Request& request) {
    auto feed = feeds.of(request.query);
    if (!feed) {
        return {.status = 400,
                .content_type = "text/plain; charset=utf-8",
                .body = feed.error().message + "\n",
                .is_open_to_other_origins = true};
    }
    return {.content_type = "application/json",
            .body = *std::move(feed),
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
    const auto feeds = std::make_shared<Feeds>(std::move(snapshot));
    return {{.pattern = "/feeds/meetings.json",
             .action = [feeds](const Request& request,
                               const http::PathParams&) { return answer(*feeds, request); },
             .cost = http::Cost::search}};
}

}  // namespace waymark::compat::meeting_guide
