#include "finder/says.h"

#include <algorithm>
#include <string>

#include "finder/query.h"
#include "places/gazetteer.h"

namespace waymark::finder {
namespace {

using std::chrono::minutes;
using Holes = std::vector<std::pair<std::string, Phrase::Value>>;

// Until when was asked for, as people say it.
struct Deadline {
    enum class Kind { none, midnight, today, later } kind = Kind::none;
    Holes holes{};
};

Deadline deadline_of(const SearchRequest& request, Instant now) {
    if (!request.within) return {};
    const Deadline later{Deadline::Kind::later, {{"span", Span{*request.within}}}};
    if (!request.near) return later;
    const auto zone = places::zone_at(*request.near);
    const auto last = zone.to_local(now + *request.within);
    const auto midnight = std::chrono::floor<std::chrono::days>(zone.to_local(now));
    const auto time = std::chrono::floor<minutes>(last - midnight);
    if (time == std::chrono::hours{24}) return {Deadline::Kind::midnight};
    if (time > std::chrono::hours{24}) return later;
    return {Deadline::Kind::today, {{"time", TimeOfDay{time}}}};
}

Phrase none_within(Kilometers radius, Deadline deadline) {
    auto& holes = deadline.holes;
    holes.emplace_back("radius", radius);
    switch (deadline.kind) {
        case Deadline::Kind::none:
            return phrase("None within {radius}.", holes);
        case Deadline::Kind::midnight:
            return phrase("None within {radius} before midnight.", holes);
        case Deadline::Kind::today:
            return phrase("None within {radius} before {time}.", holes);
        default:
            return phrase("None within {radius} in the next {span}.", holes);
    }
}

Phrase none_in_box(const Deadline& deadline) {
    switch (deadline.kind) {
        case Deadline::Kind::none:
            return phrase("None in this area.");
        case Deadline::Kind::midnight:
            return phrase("None in this area before midnight.");
        case Deadline::Kind::today:
            return phrase("None in this area before {time}.", deadline.holes);
        default:
            return phrase("None in this area in the next {span}.", deadline.holes);
    }
}

Phrase none_anywhere(const Deadline& deadline) {
    switch (deadline.kind) {
        case Deadline::Kind::none:
            return phrase("None fits all that you asked for.");
        case Deadline::Kind::midnight:
            return phrase("None starts before midnight.");
        case Deadline::Kind::today:
            return phrase("None starts before {time}.", deadline.holes);
        default:
            return phrase("None starts in the next {span}.", deadline.holes);
    }
}

Phrase none_found(const SearchRequest& request, Instant now) {
    const auto deadline = deadline_of(request, now);
    const auto radius = radius_of(request);
    if (request.near && radius) return none_within(*radius, deadline);
    return request.box ? none_in_box(deadline) : none_anywhere(deadline);
}

// What can be joined online, as people say it.
struct Online {
    enum class Kind { none, one, many, next } kind = Kind::none;
    Holes holes{};
};

Online online_of(const std::optional<Fallback>& fallback, Instant now) {
    if (!fallback || fallback->online.empty()) return {};
    const auto count = fallback->starting_within_two_hours;
    if (count == 1) return {Online::Kind::one};
    if (count > 1) return {Online::Kind::many, {{"count", count}}};
    const auto wait = fallback->online.front().next->starts - now;
    return {Online::Kind::next, {{"wait", Span{std::chrono::floor<minutes>(wait)}}}};
}

Phrase nearest_and(Online online, Kilometers distance) {
    auto& holes = online.holes;
    holes.emplace_back("distance", distance);
    switch (online.kind) {
        case Online::Kind::none:
            return phrase("The nearest is {distance} away.", holes);
        case Online::Kind::one:
            return phrase("The nearest is {distance} away; 1 online starts within 2 hours.", holes);
        case Online::Kind::many:
            return phrase("The nearest is {distance} away; {count} online start within 2 hours.",
                          holes);
        default:
            return phrase("The nearest is {distance} away; the next online starts in {wait}.",
                          holes);
    }
}

Phrase soonest_and(Online online, Span span) {
    auto& holes = online.holes;
    holes.emplace_back("span", span);
    switch (online.kind) {
        case Online::Kind::none:
            return phrase("The next one starts in {span}.", holes);
        case Online::Kind::one:
            return phrase("The next one starts in {span}; 1 online starts within 2 hours.", holes);
        case Online::Kind::many:
            return phrase("The next one starts in {span}; {count} online start within 2 hours.",
                          holes);
        default:
            return phrase("The next one starts in {span}; the next online starts in {wait}.",
                          holes);
    }
}

Phrase nearest_later_and(Online online, Kilometers distance, Span span) {
    auto& holes = online.holes;
    holes.emplace_back("distance", distance);
    holes.emplace_back("span", span);
    switch (online.kind) {
        case Online::Kind::none:
            return phrase("The nearest, {distance} away, starts in {span}.", holes);
        case Online::Kind::one:
            return phrase(
                "The nearest, {distance} away, starts in {span}; 1 online starts within 2 hours.",
                holes);
        case Online::Kind::many:
            return phrase(
                "The nearest, {distance} away, starts in {span}; {count} online start within 2 "
                "hours.",
                holes);
        default:
            return phrase(
                "The nearest, {distance} away, starts in {span}; the next online starts in {wait}.",
                holes);
    }
}

Phrase only_online(const Online& online) {
    switch (online.kind) {
        case Online::Kind::none:
            return phrase("Ask for fewer things at once, try another place, or call a helpline.");
        case Online::Kind::one:
            return phrase("1 online meeting starts within 2 hours.");
        case Online::Kind::many:
            return phrase("{count} online meetings start within 2 hours.", online.holes);
        default:
            return phrase("The next online meeting starts in {wait}.", online.holes);
    }
}

Phrase offered(const Answer& answer, Instant now) {
    auto online = online_of(answer.fallback, now);
    const auto& widened = answer.widened;
    if (!widened) return only_online(online);
    const bool is_later = widened->within && widened->wait;
    if (widened->radius && is_later) {
        return nearest_later_and(std::move(online), *widened->nearest, Span{*widened->wait});
    }
    if (widened->radius) return nearest_and(std::move(online), *widened->nearest);
    return soonest_and(std::move(online), Span{widened->wait.value_or(minutes{0})});
}

std::string names_of(const std::vector<directory::Fellowship>& fellowships) {
    std::string names;
    for (const auto fellowship : fellowships) {
        if (!names.empty()) names += ", ";
        names += directory::info(fellowship).short_name;
    }
    return names;
}

Phrase no_list_of(const SearchRequest& request, const Coverage& coverage) {
    const Holes holes{{"programmes", names_of(coverage.not_covered)}};
    if (!request.near && !request.box) {
        return phrase("This server has no list of {programmes} meetings; ask the programme itself.",
                      holes);
    }
    return phrase(
        "This server has no list of {programmes} meetings for this place; ask the programme "
        "itself.",
        holes);
}

Phrase nothing_here(const SearchRequest& request, const Answer& answer, Instant now) {
    if (!request.fellowships.empty() && !answer.coverage.not_covered.empty()) {
        return phrase("None of the other programmes you chose has one that fits.");
    }
    if (answer.coverage.covered.empty()) {
        return request.near || request.box
                   ? phrase("This server has no meeting lists for this place yet.")
                   : phrase("This server has no meeting lists yet.");
    }
    return none_found(request, now);
}

}  // namespace

std::vector<Phrase> says(const SearchRequest& request, const Answer& answer, Instant now) {
    std::vector<Phrase> said;
    const auto& missing = answer.coverage.not_covered;
    const bool misses_asked = !request.fellowships.empty() && !missing.empty();
    if (misses_asked) said.push_back(no_list_of(request, answer.coverage));
    const bool found_as_asked = answer.total > 0 && !answer.widened;
    if (found_as_asked) return said;
    const bool misses_all = misses_asked && missing.size() == request.fellowships.size();
    if (!misses_all) said.push_back(nothing_here(request, answer, now));
    said.push_back(offered(answer, now));
    return said;
}

}  // namespace waymark::finder
