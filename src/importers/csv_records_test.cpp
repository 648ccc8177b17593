// Each case is a file as bytes and the rows read from it: `read` shows a row as
// its number and record, a refused one as its number, column and reason.

#include "importers/csv_records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

#include "json/write.h"

namespace waymark::importers {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// In pieces of `step` bytes, so that nothing depends on where a piece ends.
ByteSource bytes_of(std::string text, std::size_t step = 7) {
    return
        [text = std::move(text), step, at = std::size_t{0}](char* out, std::size_t size) mutable {
            const std::size_t count = std::min({step, size, text.size() - at});
            std::copy_n(text.data() + at, count, out);
            at += count;
            return count;
        };
}

std::vector<std::string> read(const std::string& text) {
    auto opened = CsvRecords::open(bytes_of(text));
    if (!opened) return {"unreadable: " + opened.error().message};
    std::vector<std::string> rows;
    while (true) {
        auto record = (*opened)->next();
        if (!record) rows.push_back("unreadable: " + record.error().message);
        if (!record || !record->has_value()) return rows;
        const Record& row = **record;
        const std::string number = std::to_string(row.row) + " ";
        rows.push_back(number + (row.refused ? row.refused->field + ": " + row.refused->message
                                             : json::write(row.value)));
        if (!row.warning.empty()) rows.push_back(row.warning);
    }
}

std::vector<std::string> columns(const std::string& header) {
    return (*CsvRecords::open(bytes_of(header + "\n"))).get()->columns();
}

TEST(CsvRecords, CountsRowsAsSpreadsheetsDo) {
    EXPECT_THAT(
        read("Name,Day\nA,Monday\n\n,\nB,Tuesday\n"),
        ElementsAre(R"(2 {"Name":"A","Day":"Monday"})", R"(5 {"Name":"B","Day":"Tuesday"})"));
}

TEST(CsvRecords, ReadsQuotesSeparatorsAndLineEndsInsideCells) {
    EXPECT_THAT(
        read("Name,Notes\r\n\"Just, for today\",\"say \"\"hi\"\"\r\nat the door\"\r\nB,b\r\n"),
        ElementsAre(R"(2 {"Name":"Just, for today","Notes":"say \"hi\"\r\nat the door"})",
                    R"(3 {"Name":"B","Notes":"b"})"));
}

TEST(CsvRecords, TakesAQuotationMarkInsideABareCellAsItIs) {
    EXPECT_THAT(read("Name,Notes\n5\" tall, \"x, y\"\n"),
                ElementsAre(R"(2 {"Name":"5\" tall","Notes":"x, y"})"));
}

TEST(CsvRecords, TakesEveryLineEndAndAFileWithoutALastOne) {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        EXPECT_THAT(
            read("Name,Day" + end + "A,Monday" + end + "B,Friday"),
            ElementsAre(R"(2 {"Name":"A","Day":"Monday"})", R"(3 {"Name":"B","Day":"Friday"})"));
    }
}

TEST(CsvRecords, FindsTheSeparatorInTheHeader) {
    EXPECT_THAT(read("Name;Notes, if any;Day\nA;b,c;Monday\n"),
                ElementsAre(R"(2 {"Name":"A","Notes, if any":"b,c","Day":"Monday"})"));
    EXPECT_THAT(read("Name\tDay\nA\tMonday\n"), ElementsAre(R"(2 {"Name":"A","Day":"Monday"})"));
    EXPECT_THAT(read("sep=;\r\nName;Day\r\nA;Monday\r\n"),
                ElementsAre(R"(2 {"Name":"A","Day":"Monday"})"));
}

TEST(CsvRecords, NamesEveryColumnOnce) {
    EXPECT_THAT(columns(" Name ,Notes,,Notes,\"End\nTime\""),
                ElementsAre("Name", "Notes", "Column 3", "Notes 2", "End\nTime"));
}

TEST(CsvRecords, LeavesOutWhatARowDoesNotSay) {
    EXPECT_THAT(read("Name,Day,Time\nA,\"  \",7:00\n"),
                ElementsAre(R"(2 {"Name":"A","Time":"7:00"})"));
}

TEST(CsvRecords, RefusesARowOfTheWrongWidthAndGoesOn) {
    EXPECT_THAT(read("Name,Day,Time\nA,Monday\nB,Monday,7:00,x\nC,Monday,7:00,,\n"),
                ElementsAre("2 Time: This row has fewer cells than the header.",
                            "3 : This row has more cells than the header.",
                            R"(4 {"Name":"C","Day":"Monday","Time":"7:00"})"));
}

TEST(CsvRecords, RefusesTextAfterAClosingQuotationMark) {
    EXPECT_THAT(read("Name,Day\n\"A\"b,Monday\nC,Monday\n"),
                ElementsAre("2 Name: There is text after a closing quotation mark.",
                            R"(3 {"Name":"C","Day":"Monday"})"));
}

TEST(CsvRecords, RefusesACellOverItsLimitAndNotOneAtIt) {
    const auto rows = read("Name,Notes\nA," + std::string(kFieldBytesMax, 'n') + "\nB," +
                           std::string(kFieldBytesMax + 1, 'n') + "\nC,c\n");
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_THAT(rows[0], HasSubstr("\"A\""));
    EXPECT_EQ(rows[1], "3 Notes: This is longer than 16 KiB.");
    EXPECT_EQ(rows[2], R"(4 {"Name":"C","Notes":"c"})");
}

TEST(CsvRecords, StopsAtARowWithoutEnd) {
    EXPECT_THAT(read("Name,Notes\nA,\"" + std::string(kRecordBytesMax, 'n')),
                ElementsAre(HasSubstr("longer than 1 MiB")));
    EXPECT_THAT(read("Name,Notes\nA,\"half a r"), ElementsAre(HasSubstr("in the middle of a row")));
}

TEST(CsvRecords, ReadsUtf8WithAndWithoutItsMark) {
    EXPECT_THAT(read("\xef\xbb\xbfName,Day\nCafé,Monday\n"),
                ElementsAre(R"(2 {"Name":"Café","Day":"Monday"})"));
    EXPECT_THAT(
        read("Name,Day\nCafé,Monday\nCaf\xe9,Monday\n"),
        ElementsAre(R"(2 {"Name":"Café","Day":"Monday"})", "3 Name: This is not UTF-8 text."));
}

TEST(CsvRecords, ReadsOtherTextAsWindows1252AndWarnsOnce) {
    EXPECT_THAT(
        read("Name,Day\nA,Monday\nCaf\xe9 \x93\x80\x94,Monday\n\xd1,Monday\n"),
        ElementsAre(R"(2 {"Name":"A","Day":"Monday"})", R"(3 {"Name":"Café “€”","Day":"Monday"})",
                    HasSubstr("read as Windows-1252"), R"(4 {"Name":"Ñ","Day":"Monday"})"));
}

TEST(CsvRecords, SaysWhatAFileIsThatIsNoTable) {
    const auto reason = [](const std::string& text) { return read(text).at(0); };
    EXPECT_THAT(reason(" <!DOCTYPE html><p>Log in, please</p>"), HasSubstr("a web page"));
    EXPECT_THAT(reason("[{\"name\":\"A\",\"day\":1}]"), HasSubstr("JSON"));
    EXPECT_THAT(reason(std::string("\xff\xfeN\0a\0", 6)), HasSubstr("UTF-16"));
    EXPECT_THAT(reason(std::string("PK\x03\x04\0\0", 6)), HasSubstr("not a table of text"));
    EXPECT_THAT(reason(" \r\n"), HasSubstr("empty"));
    EXPECT_THAT(reason(""), HasSubstr("empty"));
    EXPECT_THAT(reason("one column\nA\n"), HasSubstr("does not name its columns"));
    EXPECT_THAT(reason("1,2,3\n4,5,6\n"), HasSubstr("does not name its columns"));
    EXPECT_THAT(reason(std::string(kColumnsMax, ',') + "\n"), HasSubstr("more than 500 columns"));
}

TEST(CsvRecords, IsNotMisledByPiecesOfAnySize) {
    const std::string text = "\xef\xbb\xbfName,Day\r\n\"A \"\"é\"\"\r\n\",Monday\r\n";
    for (std::size_t step = 1; step < text.size(); ++step) {
        auto records = CsvRecords::open(bytes_of(text, step));
        const auto row = (*records)->next();
        EXPECT_EQ(row->value().value.text_or("Name"), "A \"é\"") << "in pieces of " << step;
        EXPECT_FALSE((*records)->next()->has_value());
    }
}

}  // namespace
}  // namespace waymark::importers
