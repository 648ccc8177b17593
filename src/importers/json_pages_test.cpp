#include "importers/json_pages.h"

#include <gmock/gmock.h>

#include "importers/bytes.h"

namespace waymark::importers {
namespace {

using ::testing::ElementsAre;

// The texts under "n" of each record; "!" and the reason for a refused one.
std::vector<std::string> read(const std::string& feed) {
    const auto open = bytes_of_text(feed);
    const auto reader = json_pages(open(), "rows");
    std::vector<std::string> found;
    while (true) {
        auto record = reader->next();
        if (!record) return {"failed: " + record.error().message};
        if (!*record) return found;
        const auto& row = **record;
        found.push_back(row.refused ? "!" + row.refused->message
                                    : std::string{row.value.text_or("n")});
    }
}

TEST(JsonPages, RefusesOnlyTheRowWhoseNumberCannotBe) {
    const std::string refused = "!The record holds a number that cannot be.";
    EXPECT_THAT(read(R"([{"n":1e999},{"n":NaN},{"n":-Infinity},{"n":"d"}])"),
                ElementsAre(refused, refused, refused, "d"));
    EXPECT_THAT(read("{\"n\":\"a\"}\n{\"n\":NaN}\n{\"n\":\"c\"}"), ElementsAre("a", refused, "c"));
}

TEST(JsonPages, APageWithSuchANumberIsOneRowThatIsRefused) {
    EXPECT_THAT(read(R"([{"rows":[{"n":"a"},{"n":"b"}]},{"rows":[{"n":"c"},{"n":NaN}]}])"),
                ElementsAre("a", "b", "!The record holds a number that cannot be."));
}

TEST(JsonPages, WhatIsNoJsonFails) {
    EXPECT_THAT(read(R"([{"n":nothing}])"), ElementsAre("failed: This is not valid JSON."));
    EXPECT_THAT(read(R"([{"n":"a","n":"b"}])"),
                ElementsAre("failed: The same key stands twice in one object."));
}

}  // namespace
}  // namespace waymark::importers
