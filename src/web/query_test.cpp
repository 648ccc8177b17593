// What the find page takes from its address or form, and the links it makes.

#include "web/query.h"

#include <gmock/gmock.h>

namespace waymark::web {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

const Instant kSaturdayEvening = parse_instant("2026-11-21T18:00:00-05:00").value();

http::Request get(std::string_view query) {
    http::Request request;
    request.path = "/find";
    request.query = http::parse_form(query);
    return request;
}

http::Request post(std::string_view form) {
    http::Request request;
    request.method = http::Method::post;
    request.path = "/find";
    request.form = http::parse_form(form);
    return request;
}

// A gazetteer of one town.
Result<places::Answer> philadelphia(std::string_view text) {
    if (text == "nowhere") return fail(ErrorKind::not_found, "No such place.");
    return places::Answer{.best = {.name = "Philadelphia, PA",
                                   .country = "US",
                                   .point = {39.9526, -75.1652},
                                   .precision = places::Precision::town}};
}

Result<Asked> read(std::string_view query) {
    Query asked = Query::of(get(query));
    return read_query(asked, kSaturdayEvening, philadelphia);
}

std::string field_at_fault(std::string_view query) {
    const auto asked = read(query);
    return asked ? "" : asked.error().field;
}

TEST(Query, TakesTheParametersOfThePageAndNoOthers) {
    const Query query = Query::of(get("near=19104&utm_source=x&now=2020-01-01&need=&limit=999"));
    EXPECT_EQ(query.value("near"), "19104");
    EXPECT_EQ(query.link(), "/find?near=19104");
    EXPECT_TRUE(Query::of(get("utm_source=x&need=&near=+")).is_empty());
}

TEST(Query, ReadsListsWhetherRepeatedOrWithCommas) {
    const Query query = Query::of(get("need=wheelchair&need=dogs,hearing-loop"));
    EXPECT_THAT(query.values("need"), testing::ElementsAre("wheelchair", "dogs", "hearing-loop"));
    EXPECT_TRUE(query.has("need", "dogs"));
}

TEST(Query, LinksToTheFirstPageOfTheChangedSearch) {
    const Query query = Query::of(get("near=New+York&fellowship=na&page=3"));
    EXPECT_EQ(query.link("fellowship", "ha"), "/find?near=New%20York&fellowship=ha");
    EXPECT_EQ(query.link("page", "4"), "/find?near=New%20York&fellowship=na&page=4");
    EXPECT_EQ(query.link("fellowship", ""), "/find?near=New%20York");
}

TEST(Query, NeverPutsAPrecisePlaceIntoALink) {
    const Query posted = Query::of(post("at=39.952583,-75.165222&when=now"));
    EXPECT_TRUE(posted.is_precise());
    EXPECT_EQ(posted.link(), "/find?near=39.95%2C-75.17&when=now");
    EXPECT_EQ(Query::of(get("near=-0.004,179.999")).link(), "/find?near=0.00%2C180.00");
    EXPECT_EQ(Query::of(get("near=-33.8651,151.2099")).link(), "/find?near=-33.87%2C151.21");
}

TEST(Query, TakesAPrecisePlaceFromAPostedFormOnly) {
    EXPECT_FALSE(Query::of(get("at=39.952583,-75.165222")).is_precise());
    EXPECT_FALSE(Query::of(post("at=39.95,-75.16&near=Boston")).is_precise()) << "Typed wins.";
}

TEST(Query, UnderstandsTheTimesAPersonThinksIn) {
    EXPECT_EQ(read("near=x&when=now")->request.within, hours{24});
    EXPECT_EQ(read("near=x&when=week")->request.within, hours{24 * 7});
    EXPECT_EQ(read("near=x&when=today")->request.within, hours{6});  // Until midnight there.
    const auto tonight = read("near=x&when=tonight")->request;
    EXPECT_EQ(tonight.within, hours{10});
    EXPECT_EQ(tonight.after, hours{17});
    EXPECT_EQ(tonight.before, hours{4});
    EXPECT_TRUE(read("near=x&when=tue")->request.weekdays.has(std::chrono::Tuesday));
    EXPECT_EQ(read("near=x&when=any")->request.within, std::nullopt);
    EXPECT_EQ(field_at_fault("near=x&when=someday"), "when");
}

TEST(Query, LetsNoPlaceLimitWhatIsOnlineOnly) {
    const auto online = read("near=x&venue=online,hybrid&radius=1mi");
    EXPECT_EQ(online->request.near, std::nullopt);
    EXPECT_EQ(online->request.radius, std::nullopt);
    EXPECT_TRUE(online->here) << "The clock is still that of the place.";
    EXPECT_TRUE(read("near=x&venue=in-person,hybrid")->request.near);
}

TEST(Query, SearchesOnlineWhenNoPlaceIsGiven) {
    const auto asked = read("when=now");
    EXPECT_TRUE(asked->is_turned_online);
    EXPECT_THAT(asked->request.venues, testing::Contains(directory::VenueKind::online));
    EXPECT_FALSE(read("text=harbor")->is_turned_online) << "A name may be anywhere.";
    EXPECT_EQ(field_at_fault("venue=in-person,hybrid&when=now"), "near");
}

TEST(Query, NamesTheFieldThatIsWrong) {
    EXPECT_EQ(field_at_fault("near=nowhere"), "near");
    EXPECT_EQ(field_at_fault("near=x&radius=far"), "radius");
    EXPECT_EQ(field_at_fault("near=x&need=pony"), "need");
    EXPECT_EQ(field_at_fault("near=x&after=25:00"), "after");
    EXPECT_EQ(field_at_fault("near=x&page=0"), "page");
}

}  // namespace
}  // namespace waymark::web
