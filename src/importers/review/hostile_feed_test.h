// A list of 200 meetings, and a small language to tamper with it.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace waymark::importers {

// A row of a Meeting Guide feed: its members as JSON texts.
using FeedRow = std::map<std::string, std::string>;
using FeedRows = std::vector<FeedRow>;

inline std::string quoted(const std::string& text) {
    return '"' + text + '"';
}

// Two hundred groups in Philadelphia that have nothing to do with each other.
inline FeedRow base_row(int i) {
    return {{"slug", quoted(fmt::format("group-{}", i))},
            {"name", quoted(fmt::format("Group {}", i))},
            {"group", quoted(fmt::format("Home {}", i))},
            {"day", std::to_string(i % 7)},
            {"time", quoted(fmt::format("{:02}:{:02}", 6 + i % 15, i % 4 * 15))},
            {"address", quoted(fmt::format("{} Market Street", 100 + i))},
            {"city", quoted("Philadelphia")},
            {"state", quoted("PA")},
            {"postal_code", quoted("19104")},
            {"country", quoted("US")},
            {"latitude", fmt::format("{:.4f}", 39.90 + i * 0.0005)},
            {"longitude", fmt::format("{:.4f}", -75.20 + i * 0.0005)},
            {"phone", quoted(fmt::format("215-555-{:04}", 100 + i))},
            {"website", quoted(fmt::format("https://group-{}.example.org/", i))},
            {"conference_url", quoted(fmt::format("https://zoom.us/j/90000{:04}", i))}};
}

inline FeedRows base_feed(int count = 200) {
    FeedRows rows;
    for (int i = 0; i < count; ++i)
        rows.push_back(base_row(i));
    return rows;
}

inline std::string text_of(const FeedRow& row) {
    std::string text = "{";
    for (const auto& [key, value] : row)
        text += (text.size() > 1 ? "," : "") + quoted(key) + ":" + value;
    return text + "}";
}

inline std::string text_of(const FeedRows& rows) {
    std::string text = "[";
    for (const auto& row : rows)
        text += (text.size() > 1 ? ",\n" : "") + text_of(row);
    return text + "]";
}

using Attack = std::function<void(FeedRows&)>;

// Sets a member on the first `count` rows: to one value, or to one of each row's own.
inline Attack set(const std::string& key, const std::string& value, std::size_t count = 200) {
    return [=](FeedRows& rows) {
        for (std::size_t i = 0; i < count; ++i)
            rows.at(i)[key] = value;
    };
}
inline Attack set_each(const std::string& key, const std::function<std::string(int)>& value,
                       std::size_t count = 200) {
    return [=](FeedRows& rows) {
        for (std::size_t i = 0; i < count; ++i)
            rows.at(i)[key] = value(static_cast<int>(i));
    };
}
inline Attack remove_rows(std::size_t count) {
    return [=](FeedRows& rows) {
        rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(count));
    };
}
inline Attack add_rows(int count) {
    return [=](FeedRows& rows) {
        for (int i = 0; i < count; ++i)
            rows.push_back(base_row(1000 + i));
    };
}
inline Attack both(Attack first, Attack second) {
    return [=](FeedRows& rows) {
        first(rows);
        second(rows);
    };
}

}  // namespace waymark::importers
