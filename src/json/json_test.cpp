// Reading and writing JSON.

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "json/parse.h"
#include "json/value.h"
#include "json/write.h"

namespace waymark::json {
namespace {

std::string again(std::string_view text) {
    return write(parse(text).value());
}

std::string complaint(std::string_view text, const Limits& limits = {}) {
    const auto value = parse(text, limits);
    return value ? "taken" : value.error().message;
}

TEST(Json, ComesOutAsItWentIn) {
    for (const auto* text :
         {"null", "true", "[]", "{}", "[1,-2,3.5,1e+300]", R"({"b":1,"a":[{"c":null}]})",
          R"("caf\u00e9")", "9223372036854775807", R"("a/b")"}) {
        EXPECT_EQ(parse(again(text)).value(), parse(text).value()) << text;
    }
    EXPECT_EQ(again(R"( { "b" : 1 , "a" : [ true , "x" ] } )"), R"({"b":1,"a":[true,"x"]})");
}

TEST(Json, EscapesAtEveryPlaceOfALongText) {
    for (std::size_t at = 0; at < 50; ++at) {
        for (const char c : {'"', '\\', '\n', '\x01', '\x7f'}) {
            std::string text(50, 'a');
            text[at] = c;
            EXPECT_EQ(*parse(write(Value{text}))->string(), text) << at;
        }
    }
}

TEST(Json, EscapesWhatMustBeAndNothingElse) {
    EXPECT_EQ(write(Value{"\"\\\n\r\t\x01/\xc3\xa9"}), "\"\\\"\\\\\\n\\r\\t\\u0001/\xc3\xa9\"");
}

TEST(Json, WritesNumbersThatReadBackTheSame) {
    for (const double number : {0.1, 1.0 / 3, -0.0, 5e-324, 1.7976931348623157e308, 100.0}) {
        const auto back = parse(write(Value{number})).value();
        const double value = back.real() ? *back.real() : static_cast<double>(*back.integer());
        EXPECT_EQ(value, number);
    }
    EXPECT_EQ(write(Value{std::numeric_limits<double>::quiet_NaN()}), "null");
}

TEST(Json, SaysWhatIsWrong) {
    const std::string not_json = "This is not valid JSON.";
    for (const auto* text : {"", "{", "[1,]", "{a:1}", "[1] 2", "NaN", "\"\x80\"", "'a'"}) {
        EXPECT_EQ(complaint(text), not_json) << text;
    }
    EXPECT_EQ(complaint(R"({"a":1,"b":2,"a":3})"), "The same key stands twice in one object.");
}

TEST(Json, HasALimitOnDepthAndText) {
    EXPECT_EQ(complaint("[[[1]]]", {.depth = 4}), "taken");
    EXPECT_EQ(complaint("[[[[[1]]]]]", {.depth = 4}), "The nesting is deeper than the limit.");
    EXPECT_EQ(complaint("[\"abcd\"]", {.string_bytes = 4}), "taken");
    EXPECT_EQ(complaint("[\"abcde\"]", {.string_bytes = 4}), "A text is longer than the limit.");
}

// simdjson 3.0.1's set_max_capacity() with any large value sets 32 bytes.
TEST(Json, ReadsDocumentsOfAnySizeInAnyOrder) {
    for (const std::size_t size : {1u, 40u, 100'000u, 33u, 5u}) {
        const std::string text = '"' + std::string(size, 'x') + '"';
        ASSERT_TRUE(parse(text)) << size;
        EXPECT_EQ(parse(text)->string()->size(), size);
    }
    EXPECT_FALSE(parse("[[[1]]]", {.depth = 2}));
    EXPECT_TRUE(parse("[[[1]]]"));
}

TEST(Json, FindsMembersByName) {
    const auto value = parse(R"({"name":"Hope","day":2,"none":null})").value();
    EXPECT_EQ(value.text_or("name"), "Hope");
    EXPECT_EQ(value.text_or("day", "?"), "?") << "a number is not text";
    EXPECT_EQ(*value.find("day")->integer(), 2);
    EXPECT_TRUE(value.find("none")->is_null());
    EXPECT_EQ(value.find("absent"), nullptr);
    EXPECT_EQ(Value{3}.find("name"), nullptr);
}

TEST(Json, WriterKeepsTheCommas) {
    std::string out;
    Writer json{out};
    json.begin_object().key("a").begin_array().integer(1).string("x").null().end_array();
    json.key("b").begin_object().end_object().key("c").real(0.5).key("d").boolean(false);
    json.key("e").raw("[2]").key("f").value(Value{Value::Array{Value{1}}}).end_object();
    EXPECT_EQ(out, R"({"a":[1,"x",null],"b":{},"c":0.5,"d":false,"e":[2],"f":[1]})");
}

}  // namespace
}  // namespace waymark::json
