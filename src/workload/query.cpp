#include <fmt/format.h>

#include <algorithm>

#include "finder/request_values.h"
#include "workload/questions.h"

namespace waymark::workload {
namespace {

using directory::FeatureKind;
using finder::SearchRequest;

class Query {
  public:
    void add(std::string_view key, std::string_view value) {
        if (value.empty()) return;
        if (!text_.empty()) text_.push_back('&');
        text_.append(key).append("=");
        for (const char letter : value)
            text_.push_back(letter == ' ' ? '+' : letter);
    }

    // Codes with commas between them.
    template <class Range, class Code>
    void add_list(std::string_view key, const Range& range, Code code) {
        std::string list;
        for (const auto& each : range) {
            if (!list.empty()) list.push_back(',');
            list.append(code(each));
        }
        add(key, list);
    }

    std::string text() && { return std::move(text_); }

  private:
    std::string text_;
};

std::string_view code_of_fellowship(directory::Fellowship fellowship) {
    return directory::info(fellowship).code;
}

void add_where(Query& query, const SearchRequest& request) {
    if (request.near) {
        query.add("near",
                  fmt::format("{:.5f},{:.5f}", request.near->latitude, request.near->longitude));
    }
    if (request.radius) query.add("radius", fmt::format("{:.3f}km", request.radius->value));
    if (!request.box) return;
    const auto& box = *request.box;
    query.add("box",
              fmt::format("{:.5f},{:.5f},{:.5f},{:.5f}", box.south, box.west, box.north, box.east));
}

void add_when(Query& query, const SearchRequest& request) {
    std::vector<std::chrono::weekday> days;
    for (unsigned day = 0; day < 7; ++day) {
        if (request.weekdays.has(std::chrono::weekday{day})) days.emplace_back(day);
    }
    query.add_list("weekday", days, [](auto day) { return finder::code_of(day); });
    if (request.after) query.add("after", format_time_of_day(*request.after));
    if (request.before) query.add("before", format_time_of_day(*request.before));
    if (request.within) query.add("within", fmt::format("{}m", request.within->count()));
}

void add_kind(Query& query, const SearchRequest& request) {
    std::vector<std::string_view> audience;
    for (const auto& info : directory::features()) {
        if (info.kind == FeatureKind::audience && request.audience.has(info.feature))
            audience.push_back(info.code);
    }
    query.add_list("for", audience, [](auto code) { return code; });
    query.add_list("fellowship", request.fellowships, code_of_fellowship);
    query.add_list("venue", request.venues, [](auto venue) { return directory::code_of(venue); });
    query.add_list("lang", request.languages, [](const auto& language) { return language; });
}

}  // namespace

std::string query_of(const Question& question, std::size_t limit) {
    const auto& request = question.request;
    Query query;
    add_where(query, request);
    add_when(query, request);
    add_kind(query, request);
    query.add("text", request.text);
    if (request.sort != finder::Sort::best) query.add("sort", finder::code_of(request.sort));
    query.add("limit", std::to_string(std::min(limit, request.limit)));
    if (!request.counts) query.add("counts", "no");
    query.add("now", format_instant(question.now));
    return std::move(query).text();
}

}  // namespace waymark::workload
