#include "finder/search.h"

#include <algorithm>
#include <array>

#include "finder/check_asked.h"
#include "finder/coverage.h"
#include "finder/facets.h"
#include "finder/matches.h"
#include "finder/says.h"
#include "finder/scan.h"
#include "finder/widen.h"

namespace waymark::finder {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr std::array<std::string_view, 4> kSortCodes{"best", "soonest", "nearest", "week"};

bool is_time_of_day(const std::optional<minutes>& time) {
    return !time || (*time >= minutes{0} && *time <= hours{24});
}

Result<> check_time(const SearchRequest& request) {
    if (request.within && *request.within < minutes{0}) {
        return invalid_input("within", "Write a time to wait as 24h, 90m or 7d, up to 366d.");
    }
    if (!is_time_of_day(request.after)) {
        return invalid_input("after", "Write a time of day as 17:00 or 7pm.");
    }
    if (!is_time_of_day(request.before)) {
        return invalid_input("before", "Write a time of day as 17:00 or 7pm.");
    }
    if (request.after && request.after == request.before) {
        return invalid_input("before", "Choose an end that is not the beginning.");
    }
    return {};
}

Result<> check(const SearchRequest& request) {
    TRY(check_where(request.near, request.radius, request.box));
    TRY(check_time(request));
    TRY(check_text(request.text));
    if (request.limit == 0 || request.limit > kMatchesMax) {
        return invalid_input("limit", "Ask for 1 to 1000 meetings at a time.");
    }
    if (request.offset > kOffsetMax) {
        return invalid_input("offset", "Write how many meetings to pass over, 0 or more.");
    }
    return {};
}

}  // namespace

std::string_view code_of(Sort sort) {
    return kSortCodes[static_cast<std::size_t>(sort)];
}

std::optional<Sort> sort_of_code(std::string_view code) {
    const auto found = std::ranges::find(kSortCodes, code);
    if (found == kSortCodes.end()) return std::nullopt;
    return static_cast<Sort>(found - kSortCodes.begin());
}

Result<Answer> search(const Snapshot& snapshot, const SearchRequest& request, Instant now) {
    TRY(check(request));
    Answer answer;
    Wider wider{.request = request, .found = scan(snapshot, request, now)};
    if (!request.counts) {
        answer.total = kNotCounted;
        answer.matches = page_of(snapshot, request, wider.found, now);
        return answer;
    }
    answer.old = wider.found.old;
    if (wider.found.is_nothing()) {
        if (auto found = widen(snapshot, request, now)) {
            wider = std::move(*found);
            answer.widened = wider.widened;
        }
        auto online = online_instead(snapshot, request, now);
        if (!online.online.empty()) answer.fallback = std::move(online);
    }
    answer.total = wider.found.total;
    answer.facets = facets_of(snapshot.index(), wider.found.tally);
    answer.matches = page_of(snapshot, wider.request, wider.found, now);
    answer.coverage = coverage_of(snapshot, request);
    answer.says = says(request, answer, now);
    return answer;
}

}  // namespace waymark::finder
