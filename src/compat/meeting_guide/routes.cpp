#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "compat/meeting_guide/feed.h"
#include "core/text.h"
#include "finder/made_once.h"
#include "http/kept_answers.h"

namespace waymark::compat::meeting_guide {
namespace {

using http::Request;
using http::Response;

// Readers poll: each distinct feed of a snapshot is written once. More kinds
// than this are made anew each time.
constexpr std::size_t kFeedsKept = 16, kFeedBytesKept = std::size_t{96} << 20;

// The feeds of one snapshot, each written when first asked for.
class Feeds {
  public:
    Feeds(const finder::Snapshot& snapshot, Instant now) : snapshot_(snapshot), now_(now) {}

    std::shared_ptr<const http::MadeBody> of(const FeedRequest& request) {
        const auto key = key_of(request);
        if (auto made = feeds_.find(key)) return made;
        return feeds_.keep(key, write_feed(snapshot_, request, now_));
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
    Instant now_;
    http::KeptAnswers feeds_{kFeedsKept, kFeedBytesKept};
};

struct Server {
    std::function<finder::SnapshotPtr()> snapshot{};
    const Clock& clock;
    finder::MadeOnce<Feeds> feeds{};  // Of the latest snapshot, as of today.
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
    const Instant now = server.clock.now();
    const auto feeds = server.feeds.of_day(
        snapshot, now, [now](const auto& of) { return std::make_shared<Feeds>(of, now); });
    return {.content_type = "application/json",
            .made = feeds->of(*asked),
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

std::vector<http::Route> routes(std::function<finder::SnapshotPtr()> snapshot, const Clock& clock) {
    const auto server = std::make_shared<Server>(finder::for_others(std::move(snapshot)), clock);
    return {{.pattern = "/feeds/meetings.json",
             .action = [server](const Request& request,
                                const http::PathParams&) { return answer(*server, request); },
             .cost = http::Cost::search}};
}

}  // namespace waymark::compat::meeting_guide
