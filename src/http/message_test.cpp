#include "http/message.h"

#include <gtest/gtest.h>

namespace waymark::http {
namespace {

TEST(Form, IsDecodedInOrder) {
    const Fields expected{{"near", "São Paulo"}, {"need", "a b"}, {"need", "c+d"}, {"x", ""}};
    EXPECT_EQ(parse_form("near=S%C3%A3o%20Paulo&need=a+b&need=c%2Bd&x"), expected);
    EXPECT_EQ(parse_form(""), Fields{});
    EXPECT_EQ(parse_form("&&a=1&"), (Fields{{"a", "1"}}));
    EXPECT_EQ(parse_form("a=b=c&=d"), (Fields{{"a", "b=c"}, {"", "d"}}));
}

TEST(Form, KeepsABrokenEscapeAsItStands) {
    EXPECT_EQ(parse_form("a=100%&b=%4&c=%zz&d=%41"),
              (Fields{{"a", "100%"}, {"b", "%4"}, {"c", "%zz"}, {"d", "A"}}));
}

TEST(Form, IsWrittenAsItIsRead) {
    const Fields fields{{"near", "São Paulo & co"}, {"q", "1+1=2?/#"}, {"empty", ""}};
    EXPECT_EQ(parse_form(write_form(fields)), fields);
    EXPECT_EQ(write_form({{"a b", "c/d"}, {"e", "~f"}}), "a%20b=c%2Fd&e=~f");
}

TEST(Url, LeavesAPlusAloneInAPath) {
    EXPECT_EQ(url_decode("/a+b%20c%2Fd"), "/a+b c/d");
    EXPECT_EQ(url_encode("Portland, OR"), "Portland%2C%20OR");
}

TEST(Request, FindsTheFirstAndAllOfAName) {
    const Request request{.query = {{"need", "a"}, {"x", "1"}, {"need", "b"}},
                          .form = {{"day", "mon"}}};
    EXPECT_EQ(request.param("need"), "a");
    EXPECT_EQ(request.params("need"), (std::vector<std::string_view>{"a", "b"}));
    EXPECT_EQ(request.param("day"), std::nullopt);
    EXPECT_EQ(request.field("day"), "mon");
    EXPECT_TRUE(request.fields("need").empty());
}

TEST(Request, FindsACookieAmongOthers) {
    const Request request{
        .headers = {{"cookie", "lang=es; theme=\"dark\"; xlang=no"}, {"cookie", "late=1"}}};
    EXPECT_EQ(request.cookie("lang"), "es");
    EXPECT_EQ(request.cookie("theme"), "dark");
    EXPECT_EQ(request.cookie("late"), "1");
    EXPECT_EQ(request.cookie("ang"), "");
    EXPECT_EQ(Request{}.cookie("lang"), "");
}

TEST(Redirect, LeadsToItsLocationWithAGet) {
    const Response response = redirect("/find");
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(response.headers, (Fields{{"Location", "/find"}}));
}

}  // namespace
}  // namespace waymark::http
