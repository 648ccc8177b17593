#include "importers/json_records.h"

#include <gmock/gmock.h>

#include "importers/bytes.h"

namespace waymark::importers {
namespace {

using ::testing::ElementsAre;

struct Outcome {
    std::vector<std::string> rows{};  // "1:name", or "2!field: reason".
    std::string error{};
};

// Gives at most `step` bytes at a time, so that every seam between chunks is met.
Outcome read(const std::string& feed, std::size_t step = 1 << 16) {
    auto bytes = bytes_of_text(feed)();
    const auto reader = json_records([bytes, step](char* buffer, std::size_t size) {
        return bytes(buffer, std::min(size, step));
    });
    Outcome outcome;
    while (true) {
        const auto record = reader->next();
        if (!record) {
            EXPECT_EQ(record.error().kind, ErrorKind::unreadable);
            outcome.error = record.error().message;
            return outcome;
        }
        if (!*record) return outcome;
        const auto& one = **record;
        outcome.rows.push_back(std::to_string(one.row) +
                               (one.refused ? "!" + one.refused->field + ": " + one.refused->message
                                            : ":" + std::string{one.value.text_or("n")}));
    }
}

TEST(JsonRecords, ReadsATopLevelArray) {
    EXPECT_THAT(read(R"([{"n":"a"},{"n":"b"}])").rows, ElementsAre("1:a", "2:b"));
    EXPECT_THAT(read("\xef\xbb\xbf \n [ {\"n\":\"a\"} ,\t{\"n\":\"b\"} ] \n").rows,
                ElementsAre("1:a", "2:b"));
}

TEST(JsonRecords, ReadsTheListOfMeetingsInAnObject) {
    const auto* feed =
        R"({"formats":[{"id":"1"}],"meetings":[{"n":"a"},{"n":"b"}],"more":{"x":[]}})";
    EXPECT_THAT(read(feed).rows, ElementsAre("1:a", "2:b"));
    EXPECT_EQ(read(feed).error, "");
}

TEST(JsonRecords, ReadsTheSameWhereverTheChunksEnd) {
    const std::string feed =
        "\xef\xbb\xbf"
        R"({"a\"]":"}[","meetings":[{"n":"a\\"},{"n":"\"]}","m":[[],{}]},12,null,"x"],"z":-1.5e3})";
    const auto whole = read(feed);
    EXPECT_EQ(whole.error, "");
    EXPECT_THAT(whole.rows, ElementsAre("1:a\\", "2:\"]}", "3:", "4:", "5:"));
    for (std::size_t step = 1; step < feed.size(); ++step) {
        EXPECT_EQ(read(feed, step).rows, whole.rows) << step;
        EXPECT_EQ(read(feed, step).error, "") << step;
    }
}

TEST(JsonRecords, RefusesAFeedThatIsNotOne) {
    EXPECT_EQ(read("").error, "The feed is empty.");
    EXPECT_EQ(read(" \n").error, "The feed is empty.");
    EXPECT_EQ(read("<!DOCTYPE html><title>Log in</title>").error,
              "This is a web page, not a feed. Does it ask to sign in?");
    EXPECT_EQ(read("Unauthorized").error, "This is not valid JSON.");
    EXPECT_EQ(read("[]").error, "The feed holds no meetings.");
    EXPECT_EQ(read(R"({"meetings":[]})").error, "The feed holds no meetings.");
    EXPECT_EQ(read("{}").error, "There is no list of meetings in this feed.");
    EXPECT_EQ(read(R"({"meetings":{}})").error, "There is no list of meetings in this feed.");
    EXPECT_EQ(read(R"({"code":401,"message":"no"})").error,
              "The feed's server answered with an error instead of meetings.");
}

TEST(JsonRecords, RefusesAFeedThatBreaksOff) {
    const std::string feed = R"({"meetings":[{"n":"a"},{"n":"b"}],"x":1})";
    for (std::size_t size = 1; size < feed.size(); ++size) {
        EXPECT_EQ(read(feed.substr(0, size)).error,
                  "The feed ends in the middle: it was not sent whole.")
            << size;
    }
}

TEST(JsonRecords, RefusesWhatIsNotJsonFromFirstByteToLast) {
    EXPECT_EQ(read(R"([{"n":"a"}] and more)").error,
              "Something follows the end of the feed's JSON.");
    for (const auto* feed : {R"([{"n":"a"},])", R"([{"n":"a"} {"n":"b"}])", R"([,])", R"([{"n":}])",
                             R"([{'n':'a'}])", R"([{"n":"a"]})", R"({"meetings" [1]})",
                             R"({meetings:[]})", "[{\"n\":\"\xff\"}]", "[\"\x01\"]", "\xef[1]"}) {
        EXPECT_EQ(read(feed).error, "This is not valid JSON.") << feed;
    }
}

TEST(JsonRecords, RefusesAFeedWithTheSameKeyTwiceInOneObject) {
    const auto* sentence = "The same key stands twice in one object.";
    EXPECT_EQ(read(R"([{"n":"a"},{"n":"a","n":"b"}])").error, sentence);
    EXPECT_EQ(read(R"({"meetings":[{"n":"a"}],"meetings":[]})").error, sentence);
}

TEST(JsonRecords, RefusesOneRecordThatIsTooMuch) {
    const std::string long_text(kFieldBytesMax + 1, 'x');
    EXPECT_THAT(read(R"([{"n":"a"},{"note":")" + long_text + R"("},{"n":"c"}])").rows,
                ElementsAre("1:a", "2!note: The text is longer than 16 KiB.", "3:c"));
    EXPECT_THAT(read(R"([{"a":{"b":[")" + long_text + R"("]}}])").rows,
                ElementsAre("1!a: The text is longer than 16 KiB."));
    EXPECT_THAT(read(R"([{"x":")" + std::string(kRecordBytesMax, 'x') + R"("},{"n":"b"}])").rows,
                ElementsAre("1!: The record is longer than 1 MiB.", "2:b"));
    EXPECT_THAT(read("[" + std::string(33, '[') + std::string(33, ']') + R"(,{"n":"b"}])").rows,
                ElementsAre("1!: The record is nested deeper than 32 levels.", "2:b"));
    EXPECT_THAT(read(R"([{"n":1e999},{"n":NaN},{"n":-Infinity},{"n":"d"}])").rows,
                ElementsAre("1!: The record holds a number that cannot be.",
                            "2!: The record holds a number that cannot be.",
                            "3!: The record holds a number that cannot be.", "4:d"));
}

TEST(JsonRecords, TakesATextOfExactlyTheLimit) {
    EXPECT_EQ(read(R"([{"n":")" + std::string(kFieldBytesMax, 'x') + R"("}])").error, "");
    EXPECT_THAT(read("[" + std::string(32, '[') + std::string(32, ']') + "]").rows,
                ElementsAre("1:"));
}

TEST(JsonMember, IsFoundWhereverItStands) {
    const auto member = [](const std::string& feed) {
        return json_member(bytes_of_text(feed), "formats");
    };
    const auto list = json::Value{json::Value::Array{json::Value{1}}};
    EXPECT_EQ(member(R"({"formats":[1],"meetings":[{}]})"), list);
    EXPECT_EQ(member(R"({"meetings":[{}],"formats":[1]})"), list);
    EXPECT_TRUE(member(R"([{"formats":[1]}])").is_null());
    EXPECT_TRUE(member(R"({"meetings":[{}]})").is_null());
    EXPECT_TRUE(member("not JSON").is_null());
}

}  // namespace
}  // namespace waymark::importers
