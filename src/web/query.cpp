#include "web/query.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/number.h"
#include "core/text.h"

namespace waymark::web {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr std::array<std::string_view, 19> kKnown{
    "near", "when", "venue", "fellowship", "radius", "within", "weekday", "after", "before", "need",
    "for",  "lang", "door",  "medication", "text",   "sort",   "box",     "old",   "page"};

constexpr std::array<std::string_view, 7> kWeekdays{"mon", "tue", "wed", "thu",
                                                    "fri", "sat", "sun"};

constexpr minutes kEvening = hours{17};
constexpr minutes kNightEnds = hours{4};

std::string two_decimals(double degrees) {
    const auto hundredths = std::llround(degrees * 100);
    const auto whole = std::llabs(hundredths);
    std::string digits = std::to_string(whole % 100);
    if (digits.size() < 2) digits.insert(0, "0");
    return (hundredths < 0 ? "-" : "") + std::to_string(whole / 100) + "." + digits;
}

// "39.952583,-75.165222" to "39.95,-75.17"; any other text stays.
std::string rounded_place(const std::string& text) {
    const auto parts = split(text, ',');
    if (parts.size() != 2) return text;
    const auto latitude = parse_number<double>(trimmed(parts[0]));
    const auto longitude = parse_number<double>(trimmed(parts[1]));
    if (!latitude || !longitude) return text;
    return two_decimals(*latitude) + "," + two_decimals(*longitude);
}

// Minutes from now until the clock there next shows `time`.
minutes until_clock(const Zone& zone, Instant now, minutes time) {
    const LocalSeconds local = zone.to_local(now);
    LocalSeconds target = std::chrono::floor<days>(local) + time;
    if (target <= local) target += days{1};
    return std::chrono::ceil<minutes>(zone.to_instant(target) - now);
}

std::string in_minutes(minutes span) {
    return std::to_string(span.count()) + "m";
}

// The page's word for a time, as the finder's options.
Result<> add_when(finder::Options& options, std::string_view when, const std::optional<Zone>& here,
                  Instant now) {
    if (when.empty() || when == "any") return {};
    if (std::ranges::find(kWeekdays, when) != kWeekdays.end()) {
        options.emplace_back("weekday", when);
    } else if (when == "week") {
        options.emplace_back("within", "7d");
    } else if (when == "tonight") {
        options.emplace_back("after", format_time_of_day(kEvening));
        options.emplace_back("before", format_time_of_day(kNightEnds));
        options.emplace_back("within",
                             here ? in_minutes(until_clock(*here, now, kNightEnds)) : "18h");
    } else if (when == "today") {
        options.emplace_back("within",
                             here ? in_minutes(until_clock(*here, now, hours{24})) : "24h");
    } else if (when == "now") {
        options.emplace_back("within", "24h");
    } else {
        return invalid_input("when", "Choose one of the times in the list.");
    }
    return {};
}

}  // namespace

const SearchPage kFindPage{"/find", kKnown};

Query Query::of(const http::Request& request, const SearchPage& page) {
    Query query{page};
    for (const auto* fields : {&request.query, &request.form}) {
        for (const auto& [name, value] : *fields) {
            const bool is_known = std::ranges::find(page.names, name) != page.names.end();
            if (is_known && !trimmed(value).empty()) query.asked_.emplace_back(name, value);
            if (name == "at" && fields == &request.form) query.at_ = trimmed(value);
        }
    }
    if (!query.value("near").empty()) query.at_.clear();
    return query;
}

std::string Query::value(std::string_view name) const {
    const auto found = std::ranges::find(asked_, name, &finder::Options::value_type::first);
    return found == asked_.end() ? std::string{} : found->second;
}

std::vector<std::string> Query::values(std::string_view name) const {
    std::vector<std::string> all;
    for (const auto& [key, value] : asked_) {
        if (key != name) continue;
        for (const std::string_view item : split(value, ',')) {
            if (!trimmed(item).empty()) all.emplace_back(trimmed(item));
        }
    }
    return all;
}

bool Query::has(std::string_view name, std::string_view value) const {
    const std::vector<std::string> all = values(name);
    return std::ranges::find(all, value) != all.end();
}

void Query::set(std::string_view name, std::string value) {
    std::erase_if(asked_, [&](const auto& option) { return option.first == name; });
    if (!value.empty()) asked_.emplace_back(name, std::move(value));
}

bool Query::is_online_only() const {
    const auto venues = values("venue");
    return !venues.empty() && std::ranges::find(venues, "in-person") == venues.end() &&
           std::ranges::find(venues, "online") != venues.end();
}

std::string Query::link(std::string_view name, std::string value) const {
    Query changed = *this;
    changed.set("page", {});
    if (!at_.empty()) changed.set("near", at_);
    if (!changed.value("near").empty()) changed.set("near", rounded_place(changed.value("near")));
    if (!name.empty()) changed.set(name, std::move(value));
    const auto names = page_->names;
    std::ranges::stable_sort(changed.asked_, [&](const auto& a, const auto& b) {
        return std::ranges::find(names, a.first) < std::ranges::find(names, b.first);
    });
    const std::string query = http::write_form(changed.asked_);
    const std::string address{page_->address};
    return query.empty() ? address : address + "?" + query;
}

Result<Asked> read_query(Query& query, Instant now, const finder::PlaceLocator& locate) {
    Asked asked;
    const std::string near = query.is_precise() ? query.at() : query.value("near");
    if (!near.empty()) {
        auto place = locate(near);
        if (!place) return fail(place.error().kind, place.error().message, "near");
        asked.here = places::zone_at(place->best.point);
        asked.place = std::move(*place);
    } else if (query.has("venue", "in-person") && query.value("box").empty() &&
               query.value("text").empty()) {
        return invalid_input("near", "To find a meeting in person, type a town or a postal code.");
    } else if (query.value("venue").empty() && query.value("text").empty() &&
               query.value("box").empty()) {
        asked.is_turned_online = true;
        query.set("venue", "online,hybrid");
    }

    finder::Options options;
    for (const auto& name : kKnown) {
        if (name == "near" || name == "when") continue;
        for (const std::string& value :
             name == "text" ? std::vector{query.value(name)} : query.values(name)) {
            options.emplace_back(name, value);
        }
    }
    TRY(add_when(options, query.value("when"), asked.here, now));
    asked.request = TRY(finder::parse_request(options)).request;
    if (asked.place && !query.is_online_only()) asked.request.near = asked.place->best.point;
    if (query.is_online_only()) asked.request.radius.reset();
    return asked;
}

}  // namespace waymark::web
