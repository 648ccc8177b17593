// Every folder of tests/golden/import/FORMAT/CASE: a small feed in; the report
// and the listings out.
//
//   feed.json, feed.csv …   as it came
//   options.json            fellowship, timezone, kind; map: the name of a file beside it
//   report.json             counts, refusals, warnings, merges; or the error
//   meetings.json           what was taken, by key; only what is not empty;
//   places.json             the same, of a list of places of help
//
// WAYMARK_WRITE_GOLDEN=1 writes what comes out anew, for a person to read.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "importers/bytes.h"
#include "importers/import.h"
#include "json/parse.h"
#include "json/write.h"
#include "testing/memory_store.h"

namespace waymark::importers {

namespace fs = std::filesystem;

inline const fs::path kGoldenFolder = fs::path{WAYMARK_SOURCE_DIR} / "tests/golden/import";

inline std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// An object that leaves out what is empty.
class Told {
  public:
    Told& text(std::string key, const std::string& value) {
        if (!value.empty()) value_.set(std::move(key), value);
        return *this;
    }
    Told& list(std::string key, const std::vector<std::string>& items) {
        if (items.empty()) return *this;
        auto array = json::Value::array();
        for (const auto& item : items)
            array.push(item);
        value_.set(std::move(key), std::move(array));
        return *this;
    }
    Told& set(std::string key, json::Value value) {
        value_.set(std::move(key), std::move(value));
        return *this;
    }
    json::Value take() { return std::move(value_); }

  private:
    json::Value value_ = json::Value::object();
};

inline json::Value told_of(const ImportReport& report) {
    Told told;
    told.set("rows", report.rows).set("added", report.added).set("refused", report.refused);
    auto refusals = json::Value::array();
    for (const auto& refusal : report.refusals) {
        Told one;
        one.set("row", refusal.row).text("field", refusal.field).text("reason", refusal.reason);
        if (refusal.earlier_row != 0) one.set("earlier_row", refusal.earlier_row);
        refusals.push(one.take());
    }
    told.set("refusals", std::move(refusals));
    auto warnings = json::Value::object();
    for (const auto& [sentence, count] : report.warnings)
        warnings.set(sentence, count);
    told.set("warnings", std::move(warnings));
    auto merges = json::Value::array();
    for (const auto& site : report.merges) {
        auto rows = json::Value::array();
        for (const auto row : site.rows)
            rows.push(row);
        merges.push(Told{}.text("name", site.name).set("rows", std::move(rows)).take());
    }
    if (!report.merges.empty()) told.set("merges", std::move(merges));
    told.set("hidden_characters_removed", report.hidden_characters_removed);
    return told.take();
}

inline ImportOptions options_of(const fs::path& folder) {
    const auto given = json::parse(content_of(folder / "options.json")).value_or(json::Value{});
    ImportOptions options{.format = folder.parent_path().filename(), .source = "golden"};
    if (const auto code = given.text_or("fellowship"); !code.empty()) {
        options.fellowship = directory::fellowship_of_code(code);
        EXPECT_TRUE(options.fellowship) << code;
    }
    options.timezone = given.text_or("timezone");
    options.kind = given.text_or("kind");
    if (const auto map = given.text_or("map"); !map.empty()) options.map = content_of(folder / map);
    return options;
}

inline void expect_file(const fs::path& path, const json::Value& value) {
    const auto text = json::write_indented(value) + "\n";
    if (std::getenv("WAYMARK_WRITE_GOLDEN") != nullptr) std::ofstream{path} << text;
    EXPECT_EQ(text, content_of(path)) << path;
}

enum class Holds { meetings, places };

inline bool holds_places(std::string_view format) {
    constexpr std::array<std::string_view, 8> kFormats{
        "findtreatment", "nd-xlsx", "nd-csv", "otp-csv", "hsds", "places-csv", "geojson", "kml"};
    return std::ranges::find(kFormats, format) != kFormats.end();
}

// The folders of formats that hold such listings.
inline std::vector<std::string> cases(Holds holds) {
    std::vector<std::string> list;
    for (const auto& format : fs::directory_iterator(kGoldenFolder)) {
        if (holds_places(format.path().filename().string()) != (holds == Holds::places)) continue;
        for (const auto& one : fs::directory_iterator(format))
            list.push_back(fs::relative(one.path(), kGoldenFolder));
    }
    std::ranges::sort(list);
    return list;
}

// The one file of the folder called "feed", whatever its ending.
inline std::optional<OpenBytes> feed_in(const fs::path& folder) {
    for (const auto& file : fs::directory_iterator(folder)) {
        if (file.path().stem() == "feed") return *bytes_of_file(file.path());
    }
    return std::nullopt;
}

// Imports the feed and compares the report. False: it was refused, as expected.
inline bool imported(const fs::path& folder, testing::MemoryStore& store) {
    const auto open = feed_in(folder);
    if (!open) ADD_FAILURE() << folder << " has no feed";
    if (!open) return false;
    const auto report = import_records(*open, options_of(folder), store, FixedClock{Instant{}});
    if (report) {
        expect_file(folder / "report.json", told_of(*report));
        return true;
    }
    Told error;
    error.text("error", report.error().message).text("field", report.error().field);
    expect_file(folder / "report.json", error.take());
    EXPECT_TRUE(store.sources().empty());
    return false;
}

inline std::string folder_name(const ::testing::TestParamInfo<std::string>& folder) {
    std::string name = folder.param;
    std::ranges::replace_if(
        name, [](char c) { return c == '/' || c == '-'; }, '_');
    return name;
}

}  // namespace waymark::importers
