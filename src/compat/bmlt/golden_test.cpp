// Every request that was recorded of a real BMLT 2.16.6, answered by us from the
// same meetings: the same ids and the same values. Where 4.x differs from 2.16.6, we
// follow 4.x: each such difference stands in kRightUnder4 with its reason, and in
// README.md.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>

#include "compat/bmlt/routes.h"
#include "core/number.h"
#include "core/text.h"
#include "exchange/bmlt.h"
#include "exchange/bmlt_formats.h"
#include "exchange/bmlt_lists.h"
#include "json/parse.h"
#include "json/write.h"

namespace waymark::compat::bmlt {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = WAYMARK_SOURCE_DIR "/../shared/data/meetings/bmlt";
const fs::path kGolden = kFolder / "golden-2.16.6";

std::string whole_file(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

json::Value json_of(const fs::path& path) {
    return json::parse(whole_file(path)).value_or(json::Value{});
}

finder::SnapshotPtr new_york() {
    const auto feed = json_of(kFolder / "nyc-all.json");
    const auto formats = json_of(kGolden / "formats-all.json");
    finder::Beside beside{.lists = {{.source = {1}}}};
    exchange::join_lists(beside.lists[0], *exchange::read_bmlt_lists(formats));
    exchange::join_lists(beside.lists[0],
                         *exchange::read_bmlt_lists(json_of(kGolden / "service-bodies.json")));
    const auto meanings = exchange::BmltFormats::of(formats);
    std::vector<directory::Meeting> meetings;
    for (const auto& record : *feed.find("meetings")->items()) {
        auto meeting = exchange::read_bmlt(
            record, {.fellowship = directory::Fellowship::na, .bmlt_formats = &meanings});
        if (!meeting) {
            ADD_FAILURE() << meeting.error().message;
            continue;
        }
        meeting->id = {static_cast<std::int64_t>(meetings.size()) + 1};
        meeting->source = {1};
        (meeting->is_published ? meetings : beside.unpublished).push_back(*meeting);
    }
    return std::make_shared<const finder::Snapshot>(
        std::move(meetings),
        std::vector<directory::Source>{{.id = {1}, .name = "nyc", .format = "bmlt"}}, 1,
        finder::Facilities{}, std::move(beside));
}

// One server for all tests: its table takes a moment to build.
const http::Router& server() {
    static const auto kSnapshot = new_york();
    static const FixedClock kClock{parse_instant("2026-11-21T12:00:00Z").value()};
    static const http::Router kRouter{routes([] { return kSnapshot; }, kClock), {}};
    return kRouter;
}

http::Response get(std::string_view target) {
    http::Request request{.method = http::Method::get};
    const auto mark = target.find('?');
    request.path = std::string{"/main_server"}.append(target.substr(0, mark));
    if (mark != target.npos) request.query = http::parse_form(target.substr(mark + 1));
    request.headers = {{"host", "localhost"}};
    return server().answer(request);
}

// By request: what is expected to differ from 2.16.6, and why 4.x is right.
struct Difference {
    std::string_view request;
    std::string_view reason;
};
constexpr std::array kRightUnder4{
    Difference{"ids-exclude", "4.x understands negative meeting ids; 2.16.6 found nothing"},
    Difference{"key-missing", "an empty answer is [] in 4.x and {} in 2.16.6"},
    Difference{"search-step", "4.x searches the fields, 2.16.6 the formats' words too"},
    Difference{"search-two-words", "4.x finds any of the words; 2.16.6 found nothing"},
    Difference{"formats-not", "a meeting without formats lacks this one too; 2.16.6 lost it"},
    Difference{"ends-before-10", "BMLT adds 8:30 and 1:30 to 9:60, which is no time"},
    Difference{"page-10-1", "4.x sorts ids as numbers, 2.16.6 as text"},
    Difference{"page-10-3", "4.x sorts ids as numbers, 2.16.6 as text"},
    Difference{"field-keys", "4.x calls no field zone; it is the server's own, and stands last"},
    Difference{"jsonp", "as field-keys; 4.x begins a script with /**/"},
    Difference{"server-info", "another version, other members"},
    Difference{"server-info-xml", "another version"},
    Difference{"bad-switcher", "4.x answers 422 with a message as JSON"},
    Difference{"naws-1005", "compared cell by cell in its own test"},
    Difference{"formats-es", "our stock list has one format fewer in Spanish"},
};

bool is_different(std::string_view request) {
    return std::ranges::find(kRightUnder4, request, &Difference::request) != kRightUnder4.end();
}

std::vector<std::string_view> sorted(std::string_view list) {
    auto items = split(list, ',');
    std::ranges::sort(items);
    return items;
}

// Formats stand in the order of their ids in 4.x, of their keys' age in 2.16.6.
// Distances are told by 4.x as it measures them, on a ball; 2.16.6 measures on a ball
// too, but tells them on an ellipsoid and rounded.
bool is_same(std::string_view key, std::string_view ours, std::string_view theirs) {
    if (ours == theirs) return true;
    if (key == "formats") return sorted(ours) == sorted(theirs);
    if (!key.starts_with("distance_in_")) return false;
    const auto a = parse_number<double>(ours);
    const auto b = parse_number<double>(theirs);
    return a && b && std::abs(*a - *b) <= 0.001 + *b * 0.005;
}

void expect_same_object(const json::Value& ours, const json::Value& theirs) {
    for (const auto& [key, value] : *theirs.members()) {
        const auto text = ours.text_or(key, "(missing)");
        EXPECT_TRUE(is_same(key, text, *value.string()))
            << key << ": " << text << " instead of " << *value.string();
    }
}

std::string identity(const json::Value& object) {
    for (const auto* key : {"id_bigint", "ids", "id", "key"}) {
        if (const auto* value = object.find(key)) {
            return *value->string() + std::string{object.text_or("lang")};
        }
    }
    return {};
}

// The same objects, in whatever order.
void expect_same_list(const json::Value& ours, const json::Value& theirs) {
    ASSERT_NE(ours.items(), nullptr);
    ASSERT_NE(theirs.items(), nullptr);
    std::map<std::string, const json::Value*> found;
    for (const auto& object : *ours.items())
        found[identity(object)] = &object;
    EXPECT_EQ(ours.items()->size(), theirs.items()->size());
    for (const auto& object : *theirs.items()) {
        const auto held = found.find(identity(object));
        if (held == found.end()) {
            ADD_FAILURE() << "missing " << json::write(object);
            continue;
        }
        SCOPED_TRACE(held->first);
        expect_same_object(*held->second, object);
    }
}

// In the order of theirs, as far as the fields that were sorted by tell.
std::vector<std::string> column_of(const json::Value& list, std::string_view key) {
    std::vector<std::string> values;
    for (const auto& object : *list.items())
        values.emplace_back(object.text_or(key));
    return values;
}

class Golden : public testing::Test {
  protected:
    void SetUp() override {
        if (!fs::exists(kGolden / "manifest.json")) {
            GTEST_SKIP() << "the recorded answers of BMLT are not beside this checkout (" << kGolden
                         << ")";
        }
    }
};

TEST_F(Golden, AnswersEveryRecordedRequest) {
    int compared = 0;
    const auto manifest = json_of(kGolden / "manifest.json");
    for (const auto& request : *manifest.items()) {
        const auto name = request.text_or("name");
        SCOPED_TRACE(name);
        const auto response = get(request.text_or("path"));
        EXPECT_TRUE(response.is_open_to_other_origins);
        if (is_different(name)) continue;
        ++compared;
        ASSERT_EQ(response.status, 200);
        const auto ours = json::parse(response.body);
        const auto theirs = json_of(kGolden / request.text_or("file"));
        ASSERT_TRUE(ours) << response.body.substr(0, 200);
        if (theirs.items() != nullptr) {
            expect_same_list(*ours, theirs);
            continue;
        }
        ASSERT_NE(theirs.members(), nullptr);
        EXPECT_EQ(ours->members()->size(), theirs.members()->size());
        for (const auto& [key, list] : *theirs.members()) {
            ASSERT_NE(ours->find(key), nullptr) << key;
            expect_same_list(*ours->find(key), list);
        }
    }
    EXPECT_EQ(compared, 59 - static_cast<int>(kRightUnder4.size()));
}

// Where 2.16.6 leaves equal rows in any order, what was sorted by stands in order.
TEST_F(Golden, SortsAsTheyDo) {
    const std::vector<std::pair<std::string, std::vector<std::string>>> sorted_by{
        {"sort-town", {"location_municipality", "start_time"}},
        {"weekday-1-7", {"weekday_tinyint", "start_time"}},
        {"sort-alias-state", {"weekday_tinyint"}},
        {"page-10-3", {"weekday_tinyint", "start_time"}},
        {"geo-auto-10", {"distance_in_miles"}},
        {"crouton", {"start_time"}},
    };
    std::map<std::string_view, const json::Value*> requests;
    const auto manifest = json_of(kGolden / "manifest.json");
    for (const auto& request : *manifest.items())
        requests[request.text_or("name")] = &request;
    for (const auto& [name, keys] : sorted_by) {
        const auto& request = *requests.at(name);
        const auto ours = *json::parse(get(request.text_or("path")).body);
        const auto theirs = json_of(kGolden / request.text_or("file"));
        const auto list_in = [](const json::Value& answer) {
            return answer.items() != nullptr ? answer : *answer.find("meetings");
        };
        for (const auto& key : keys) {
            const auto found = column_of(list_in(ours), key);
            const auto wanted = column_of(list_in(theirs), key);
            ASSERT_EQ(found.size(), wanted.size()) << name;
            for (std::size_t i = 0; i < found.size(); ++i)
                EXPECT_TRUE(is_same(key, found[i], wanted[i])) << name << " by " << key;
        }
    }
}

std::map<std::string, std::map<std::string, std::string>> dump_in(std::string_view text) {
    std::vector<std::vector<std::string>> rows(1);
    std::string cell;
    bool is_quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"' && is_quoted && text.substr(i + 1, 1) == "\"") {
            cell.push_back(text[++i]);
        } else if (c == '"') {
            is_quoted = !is_quoted;
        } else if (!is_quoted && (c == ',' || c == '\n')) {
            rows.back().push_back(std::exchange(cell, {}));
            if (c == '\n') rows.emplace_back();
        } else {
            cell.push_back(c);
        }
    }
    if (!cell.empty() || rows.back().size() > 1) rows.back().push_back(cell);
    std::map<std::string, std::map<std::string, std::string>> by_id;
    for (std::size_t i = 1; i < rows.size() && rows[i].size() == rows[0].size(); ++i) {
        std::map<std::string, std::string> row;
        for (std::size_t at = 0; at < rows[0].size(); ++at)
            row[rows[0][at]] = rows[i].at(at);
        by_id[row["bmlt_id"]] = row;
    }
    return by_id;
}

TEST_F(Golden, DumpsForNawsCellByCell) {
    const auto response = get("/client_interface/csv/?switcher=GetNAWSDump&sb_id=1005");
    EXPECT_EQ(response.status, 200);
    const auto theirs_text = whole_file(kGolden / "naws-1005.csv");
    EXPECT_EQ(response.body.substr(0, response.body.find('\n')),
              theirs_text.substr(0, theirs_text.find('\n')));
    const auto ours = dump_in(response.body);
    const auto theirs = dump_in(theirs_text);
    EXPECT_EQ(ours.size(), theirs.size());
    for (const auto& [id, row] : theirs) {
        SCOPED_TRACE(id);
        ASSERT_TRUE(ours.contains(id));
        for (const auto& [column, cell] : row)
            EXPECT_EQ(ours.at(id).at(column), cell) << column;
    }
}

// The file of the whole region, 649 rows; README.md says why these cells differ.
TEST_F(Golden, DumpsTheRegionForNaws) {
    const auto theirs = dump_in(whole_file(kFolder / "nyc-naws-region1.csv"));
    const auto ours = dump_in(get("/client_interface/csv/?switcher=GetNAWSDump&sb_id=1").body);
    ASSERT_EQ(ours.size(), theirs.size());
    const auto joined_as_in_4 = [](const std::string& room) {
        std::string names;
        for (const auto name : split(room, ','))
            names.append(names.empty() ? "" : ", ").append(name);
        return names;
    };
    std::vector<std::string> different;
    for (const auto& [id, row] : theirs) {
        ASSERT_TRUE(ours.contains(id)) << id;
        for (const auto& [column, cell] : row) {
            const auto expected = column == "Room" ? joined_as_in_4(cell) : cell;
            if (ours.at(id).at(column) != expected) different.push_back(id + " " + column);
        }
    }
    const std::vector<std::string> known{"2128 Format1", "249 Closed",  "261 Closed",
                                         "341 Format2",  "341 Format3", "341 Format4",
                                         "341 Format5",  "408 Closed",  "641 Directions"};
    EXPECT_EQ(different, known);
}

// What the table of differences promises of 4.x.
TEST_F(Golden, FollowsVersion4WhereItDiffers) {
    const auto count = [](std::string_view query) {
        const auto answer = *json::parse(
            get(std::string{"/client_interface/json/?switcher=GetSearchResults&"}.append(query))
                .body);
        return answer.items() == nullptr ? 0 : answer.items()->size();
    };
    EXPECT_EQ(count("services=1005&meeting_ids[]=-52"), count("services=1005") - 1);
    EXPECT_EQ(get("/client_interface/json/?switcher=GetSearchResults&meeting_key=location_"
                  "municipality")
                  .body,
              "[]");
    EXPECT_EQ(count("formats[]=-4"), 1184u);
    EXPECT_EQ(count("EndsBeforeH=10"), 30u);
    EXPECT_EQ(count("SearchString=step"), 58u);
    EXPECT_GT(count("SearchString=saint+church"), count("SearchString=saint"));
    EXPECT_TRUE(get("/client_interface/jsonp/?switcher=GetFieldKeys&callback=cb")
                    .body.starts_with("/**/cb([{\"key\":\"id_bigint\""));
    EXPECT_EQ(get("/client_interface/json/?switcher=Nope").status, 422);
    EXPECT_EQ(get("/client_interface/csv/?switcher=GetSearchResults").status, 422);
    EXPECT_NE(get("//client_interface/serverInfo.xml").body.find("<readableString>4."),
              std::string::npos);
    const auto info = *json::parse(get("/client_interface/json?switcher=GetServerInfo").body);
    EXPECT_EQ(info.items()->front().text_or("versionInt"), "4002007");
    EXPECT_GE(
        json::parse(get("/client_interface/json/?switcher=GetFormats&lang_enum=es&show_all=1").body)
            ->items()
            ->size(),
        36u);
}

}  // namespace
}  // namespace waymark::compat::bmlt
