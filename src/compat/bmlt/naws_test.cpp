// The exchange file, told as rows by their column names. The names are those of
// BMLT's own tests where they ask the same.

#include "compat/bmlt/naws.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "compat/bmlt/api_test.h"
#include "exchange/naws.h"

namespace waymark::compat::bmlt {
namespace {

using directory::Meeting;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::MatchesRegex;

using CsvRow = std::map<std::string, std::string>;

// A small reader of quoted cells: what it reads is ours, or BMLT's.
std::vector<std::vector<std::string>> cells_of(std::string_view text) {
    std::vector<std::vector<std::string>> lines(1);
    std::string cell;
    bool is_quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_quoted) {
            const bool is_doubled = c == '"' && i + 1 < text.size() && text[i + 1] == '"';
            if (c != '"' || is_doubled) cell.push_back(c);
            if (is_doubled) ++i;
            if (c == '"' && !is_doubled) is_quoted = false;
        } else if (c == '"') {
            is_quoted = true;
        } else if (c == ',' || c == '\n') {
            lines.back().push_back(std::exchange(cell, {}));
            if (c == '\n') lines.emplace_back();
        } else if (c != '\r') {
            cell.push_back(c);
        }
    }
    lines.pop_back();
    return lines;
}

std::vector<CsvRow> rows_of(std::string_view text) {
    const auto lines = cells_of(text);
    std::vector<CsvRow> rows;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        auto& row = rows.emplace_back();
        for (std::size_t at = 0; at < lines[i].size(); ++at)
            row[lines[0].at(at)] = lines[i][at];
    }
    return rows;
}

std::vector<CsvRow> dump(const Api& api, std::string_view id = "1") {
    const auto response =
        api.get("/client_interface/csv/", std::string{"switcher=GetNAWSDump&sb_id="}.append(id));
    EXPECT_EQ(response.status, 200) << response.body;
    return rows_of(response.body);
}

std::vector<std::string> column(const std::vector<CsvRow>& rows, const std::string& name) {
    std::vector<std::string> texts;
    for (const auto& row : rows)
        texts.push_back(row.at(name));
    return texts;
}

finder::Beside without(Meeting gone) {
    auto beside = Api::lists();
    const auto id = gone.id;
    beside.earlier.push_back({.id = id,
                              .source = {1},
                              .reading = 2,
                              .at = parse_instant("2026-08-04T15:05:00Z").value(),
                              .before = std::move(gone)});
    return beside;
}

TEST(BmltNaws, DeletedMeetingsInExport) {
    const Api api({meeting(1, "Stays", R"("worldid_mixed":"G1")")},
                  without(meeting(2, "Went", R"("worldid_mixed":"G2","formats":"C",
                                                "format_shared_id_list":"4")")));
    const auto rows = dump(api);
    EXPECT_THAT(column(rows, "Committee"), ElementsAre("G1", "G2"));
    EXPECT_THAT(column(rows, "Delete"), ElementsAre("", "D"));
    EXPECT_THAT(column(rows, "bmlt_id"), ElementsAre("1", "2"));
    EXPECT_EQ(rows[1].at("LastChanged"), "8/4/26");
    EXPECT_EQ(rows[1].at("Closed"), "CLOSED");
    EXPECT_EQ(rows[1].at("ParentName"), "East");
    EXPECT_THAT(column(dump(api, "11"), "bmlt_id"), IsEmpty()) << "of another body";
}

TEST(BmltNaws, LeavesOutDeletedOnesThatTheWorldServiceDoesNotKnow) {
    const Api api({meeting(1, "Stays")}, without(meeting(2, "Went")));
    EXPECT_THAT(column(dump(api), "bmlt_id"), ElementsAre("1"));
}

TEST(BmltNaws, SaysWhenARowLastChanged) {
    auto changed = meeting(1, "A");
    changed.modified = parse_instant("2026-11-02T10:00:00Z").value();
    EXPECT_EQ(dump(Api{{changed}}).front().at("LastChanged"), "11/2/26");
    EXPECT_EQ(dump(Api{{meeting(1, "A")}}).front().at("LastChanged"), "");
}

TEST(BmltNaws, NamesTheFileByBodyAndTime) {
    const auto response =
        Api{{meeting(1, "A")}}.get("/client_interface/csv/", "switcher=GetNAWSDump&sb_id=12");
    const auto found = std::ranges::find(response.headers, "Content-Disposition",
                                         [](const auto& header) { return header.first; });
    EXPECT_EQ(found->second, "attachment; filename=\"BMLT__east_2026_11_21_12_00_00.csv\"");
}

class Feed {
  public:
    Feed() : api_({na(), ha()}) {}
    http::Response get(std::string_view query) const {
        return api_.get_at("/feeds/naws.csv", query);
    }
    std::vector<std::string> names(std::string_view query) const {
        const auto response = get(query);
        if (response.status != 200) return {response.body};
        return column(rows_of(response.body), "CommitteeName");
    }

  private:
    static Meeting na() {
        auto m = meeting(1, "Na One");
        m.fellowship = directory::Fellowship::na;
        return m;
    }
    static Meeting ha() {
        auto m = meeting(2, "Ha Two");
        m.fellowship = directory::Fellowship::ha;
        m.source = {2};
        return m;
    }
    Api api_;
};

TEST(NawsFeed, GivesWhatIsAskedFor) {
    const Feed feed;
    EXPECT_THAT(feed.names(""), ElementsAre("Na One")) << "the fellowship whose file it is";
    EXPECT_THAT(feed.names("fellowship=na,ha"), ElementsAre("Na One", "Ha Two"));
    EXPECT_THAT(feed.names("source=city"), ElementsAre("Ha Two"));
    EXPECT_THAT(feed.names("source=na&service_body=1"), ElementsAre("Na One"));
    EXPECT_THAT(feed.names("service_body=11"), IsEmpty());
    EXPECT_THAT(feed.names("fellowship=xx"), ElementsAre("There is no fellowship of that code.\n"));
    EXPECT_THAT(feed.names("source=xx"), ElementsAre("There is no source of that name.\n"));
    EXPECT_THAT(feed.names("service_body=99"),
                ElementsAre("There is no service body of that id.\n"));
    EXPECT_THAT(
        feed.names("region=x"),
        ElementsAre("This feed takes fellowship, source and service_body, and nothing else.\n"));
    EXPECT_EQ(feed.get("region=x").status, 400);
}

// The members of a record that our importer reads again.
json::Value record_of(const CsvRow& row) {
    json::Value::Object cells;
    for (const auto& [name, text] : row) {
        if (!text.empty()) cells.emplace_back(name, text);
    }
    return json::Value{std::move(cells)};
}

TEST(NawsFeed, IsReadBackByOurImporter) {
    auto given = meeting(7, R"(Harbour \"Lights\", new)", R"("formats":"O,WC",
        "format_shared_id_list":"17,33","location_text":"Hall","location_municipality":"Troy",
        "location_province":"NY","location_postal_code_1":"12180","location_nation":"USA",
        "location_info":"Side door","worldid_mixed":"G00123456",
        "virtual_meeting_link":"https://zoom.us/j/1","venue_type":"3")");
    given.fellowship = directory::Fellowship::na;
    const auto rows = rows_of(Api{{given}}.get_at("/feeds/naws.csv").body);
    ASSERT_EQ(rows.size(), 1U);
    const auto read =
        exchange::read_naws(record_of(rows[0]), {.fellowship = directory::Fellowship::na});
    ASSERT_TRUE(read) << read.error().field << ": " << read.error().message;
    EXPECT_EQ(read->source_key, "7");
    EXPECT_EQ(read->name, given.name);
    EXPECT_EQ(read->world_id, given.world_id);
    EXPECT_EQ(read->schedule.days, given.schedule.days);
    EXPECT_EQ(read->schedule.start, given.schedule.start);
    EXPECT_EQ(read->schedule.zone, given.schedule.zone);
    EXPECT_EQ(read->features, given.features);
    EXPECT_EQ(read->online.url, given.online.url);
    EXPECT_EQ(read->place.point, given.place.point);
    EXPECT_EQ(read->place.street, given.place.street);
    EXPECT_EQ(read->place.notes, given.place.notes);
    EXPECT_TRUE(read->contacts.empty());
}

}  // namespace
}  // namespace waymark::compat::bmlt
