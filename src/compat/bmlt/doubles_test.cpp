// A meeting in two lists, as clients of BMLT see it: once, but whole lists stay whole.

#include "compat/bmlt/api_test.h"

namespace waymark::compat::bmlt {
namespace {

// Of the second source: its ids are made, its body is the source's own.
constexpr const char* kMade = "1000000064";  // kForeignIds + 8 * 8.
constexpr const char* kOwnBody = "1000002";

directory::Meeting in_the_city(directory::Meeting meeting) {
    meeting.source = {2};
    meeting.fellowship = directory::Fellowship::na;
    return meeting;
}

Api two_lists() {
    auto seven = meeting(7, "Hope");
    seven.fellowship = directory::Fellowship::na;
    return Api{{seven, in_the_city(meeting(8, "Hope")),
                in_the_city(meeting(9, "Noon", R"("start_time":"12:00:00")"))}};
}

TEST(BmltDoubles, OfTwoListsOneRowIsFound) {
    const auto api = two_lists();
    EXPECT_EQ(api.found(""), "1000000072,7");
    EXPECT_EQ(api.found("SearchString=Hope"), "7");
    EXPECT_EQ(api.found(std::string{"services[]=12&services[]="} + kOwnBody), "1000000072,7");
}

TEST(BmltDoubles, EachListIsWholeByItself) {
    const auto api = two_lists();
    EXPECT_EQ(api.found("services=12"), "7");
    EXPECT_EQ(api.found(std::string{"services="} + kOwnBody), std::string{"1000000072,"} + kMade);
    EXPECT_EQ(api.found(std::string{"meeting_ids="} + kMade), kMade);
    EXPECT_EQ(api.found("services=-12"), std::string{"1000000072,"} + kMade);
}

TEST(BmltDoubles, CountOnceInTheValuesOfAField) {
    const auto api = two_lists();
    const auto values = api.json("switcher=GetFieldValues&meeting_key=meeting_name");
    ASSERT_EQ(values.items()->size(), 2u);
    EXPECT_EQ(values.items()->front().text_or("ids"), "7");
}

}  // namespace
}  // namespace waymark::compat::bmlt
