#include "http/router.h"

#include <gtest/gtest.h>

namespace waymark::http {
namespace {

Route route(const std::string& pattern, Method method = Method::get,
            Audience audience = Audience::anyone, Cost cost = Cost::plain) {
    return {method, pattern,
            [pattern](const Request&, const PathParams& path) {
                std::string body = pattern;
                for (const char* name : {"id", "file"}) {
                    if (!path[name].empty()) body += "|" + std::string{path[name]};
                }
                return Response{.body = body};
            },
            audience, cost};
}

const Router kRouter{
    {route("/meetings/:id"), route("/"), route("/find"), route("/meetings/:id.ics"),
     route("/meetings/near"), route("/assets/*file"), route("/find", Method::post),
     route("/now", Method::get, Audience::anyone, Cost::crisis),
     route("/api/search", Method::get, Audience::anyone, Cost::search),
     route("/metrics", Method::get, Audience::loopback), route("/report", Method::post)},
    [](int status, const Request&) {
        return Response{.body = "refused " + std::to_string(status)};
    }};

Response answer(const std::string& path, Method method = Method::get, bool from_loopback = false) {
    return kRouter.answer({.method = method, .path = path, .from_loopback = from_loopback});
}

TEST(Router, PrefersWordsToEndingsAndEndingsToHoles) {
    EXPECT_EQ(answer("/").body, "/");
    EXPECT_EQ(answer("/meetings/near").body, "/meetings/near");
    EXPECT_EQ(answer("/meetings/na-12").body, "/meetings/:id|na-12");
    EXPECT_EQ(answer("/meetings/na-12.ics").body, "/meetings/:id.ics|na-12");
    EXPECT_EQ(answer("/assets/a/b.css").body, "/assets/*file|a/b.css");
}

TEST(Router, LabelsAnAnswerWithThePatternAndNotThePath) {
    EXPECT_EQ(answer("/meetings/na-12").route_label, "/meetings/:id");
    EXPECT_EQ(answer("/nowhere").route_label, "");
}

TEST(Router, AnswersHeadByTheGetRoute) {
    EXPECT_EQ(answer("/find", Method::head).body, "/find");
}

TEST(Router, RefusesWhatIsNotThere) {
    for (const char* path : {"/nowhere", "/meetings", "/meetings/", "/meetings/a/b", "/assets/",
                             "/find/", "/meetings/.ics/x", ""}) {
        EXPECT_EQ(answer(path).status, 404) << path;
        EXPECT_EQ(answer(path).body, "refused 404") << path;
    }
}

TEST(Router, SaysWhichMethodWouldDo) {
    const Response get_only = answer("/now", Method::post);
    EXPECT_EQ(get_only.status, 405);
    EXPECT_EQ(get_only.headers, (Fields{{"Allow", "GET, HEAD"}}));
    EXPECT_EQ(answer("/report").headers, (Fields{{"Allow", "POST"}}));
    EXPECT_EQ(answer("/find", Method::post).status, 200);
}

TEST(Router, HidesALoopbackRouteFromOthers) {
    EXPECT_EQ(answer("/metrics", Method::get, true).status, 200);
    EXPECT_EQ(answer("/metrics", Method::get, false).status, 404);
    EXPECT_EQ(answer("/metrics", Method::post, false).status, 404);
}

TEST(Router, KnowsWhatARequestCosts) {
    EXPECT_EQ(kRouter.cost_of({.path = "/now"}), Cost::crisis);
    EXPECT_EQ(kRouter.cost_of({.method = Method::head, .path = "/api/search"}), Cost::search);
    EXPECT_EQ(kRouter.cost_of({.path = "/find"}), Cost::plain);
    EXPECT_EQ(kRouter.cost_of({.path = "/nowhere"}), Cost::plain);
}

TEST(Router, RefusesAWrongTable) {
    const auto fails = [](std::vector<Route> routes) {
        EXPECT_THROW((Router{std::move(routes), {}}), std::logic_error);
    };
    fails({route("/a"), route("/a")});
    fails({route("a")});
    fails({route("/:")});
    fails({route("/*rest/more")});
    fails({Route{.pattern = "/a"}});
}

}  // namespace
}  // namespace waymark::http
