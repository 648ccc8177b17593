// The API over a small directory of the test's own: what each parameter does.

#include "compat/bmlt/api_test.h"

namespace waymark::compat::bmlt {
namespace {

TEST(BmltApi, FiltersByDayVenueAndId) {
    const Api api({meeting(1, "A", R"("weekday_tinyint":"1")"),
                   meeting(2, "B", R"("weekday_tinyint":"2","venue_type":"2")"),
                   meeting(3, "C", R"("weekday_tinyint":"7","venue_type":"3")")});
    EXPECT_EQ(api.found(""), "1,2,3");
    EXPECT_EQ(api.found("weekdays=1,7"), "1,3");
    EXPECT_EQ(api.found("weekdays[]=-1&weekdays[]=-2"), "3");
    EXPECT_EQ(api.found("venue_types=2, 3"), "2,3");
    EXPECT_EQ(api.found("venue_types=-1"), "2,3");
    EXPECT_EQ(api.found("meeting_ids=3,1"), "1,3");
    EXPECT_EQ(api.found("meeting_ids=-3"), "1,2");
    EXPECT_EQ(api.found("meeting_ids=x"), "") << "what is no number counts as 0";
    EXPECT_EQ(api.found("SearchString=2,3"), "2,3");
}

TEST(BmltApi, GoesDownTheTreeOfServiceBodies) {
    const Api api({meeting(1, "A", R"("service_body_bigint":"1")"),
                   meeting(2, "B", R"("service_body_bigint":"11")"),
                   meeting(3, "C", R"("service_body_bigint":"12")")});
    EXPECT_EQ(api.found("services=1"), "1");
    EXPECT_EQ(api.found("services=1&recursive=1"), "1,2,3");
    EXPECT_EQ(api.found("services[]=1&services[]=-11&recursive=1"), "1,3");
    EXPECT_EQ(api.found("services=-1&recursive=1"), "");
    const auto names = [&](std::string_view query) {
        std::string text;
        const auto answer = api.json(std::string{"switcher=GetServiceBodies&"}.append(query));
        for (const auto& each : *answer.items())
            text += std::string{each.text_or("name")} + " ";
        return text;
    };
    EXPECT_EQ(names(""), "Region West East ");
    EXPECT_EQ(names("services=11&parents=1"), "Region West ");
    EXPECT_EQ(names("services=-11"), "Region East ");
}

TEST(BmltApi, JoinsFormatsByAndUnlessToldOtherwise) {
    const Api api({meeting(1, "A", R"("formats":"C","format_shared_id_list":"4")"),
                   meeting(2, "B", R"("formats":"C,WC","format_shared_id_list":"4,33")"),
                   meeting(3, "C")});
    EXPECT_EQ(api.found("formats=4,33"), "2");
    EXPECT_EQ(api.found("formats=4,33&formats_comparison_operator=or"), "1,2");
    EXPECT_EQ(api.found("formats=4,33&formats_comparison_operator=maybe"), "1,2");
    EXPECT_EQ(api.found("formats=4,-33"), "1");
    EXPECT_EQ(api.found("formats=-4"), "3") << "a meeting without formats lacks this one too";
    const auto only = api.json("switcher=GetSearchResults&get_used_formats&get_formats_only=0");
    EXPECT_EQ(only.find("meetings"), nullptr) << "the second wins, whatever its value";
    EXPECT_EQ(only.find("formats")->items()->size(), 2u);
    EXPECT_EQ(api.json("switcher=GetFormats").items()->size(), 2u) << "those in use";
    EXPECT_EQ(api.json("switcher=GetFormats&show_all=1&format_ids=-4").items()->size(), 2u);
}

TEST(BmltApi, FindsByAnyField) {
    const Api api({meeting(1, "A", R"("location_municipality":"Troy","start_time":"07:00:00")"),
                   meeting(2, "B", R"("location_municipality":"Albany")"),
                   meeting(3, "C", R"("location_municipality":"albany")")});
    EXPECT_EQ(api.found("meeting_key=location_municipality&meeting_key_value=Albany"), "2,3");
    EXPECT_EQ(api.found("meeting_key=location_municipality&meeting_key_value[]=Albany&"
                        "meeting_key_value[]=Troy"),
              "1,2,3");
    EXPECT_EQ(api.found("meeting_key=start_time&meeting_key_value=7:00"), "1");
    EXPECT_EQ(api.found("meeting_key=start_time&meeting_key_value=soon"), "");
    EXPECT_EQ(api.found("meeting_key=location_municipality"), "");
    EXPECT_EQ(api.found("meeting_key=latitude&meeting_key_value=40.7"), "");
    EXPECT_EQ(api.found("meeting_key=contact_name_1&meeting_key_value=Someone"), "");
}

TEST(BmltApi, KnowsTheClock) {
    const Api api({meeting(1, "A", R"("start_time":"08:30:00")"),
                   meeting(2, "B", R"("start_time":"18:00:00","duration_time":"02:00:00")"),
                   meeting(3, "C", R"("start_time":"23:30:00","duration_time":"00:00:00")")});
    EXPECT_EQ(api.found("StartsAfterH=8&StartsAfterM=30"), "2,3");
    EXPECT_EQ(api.found("StartsBeforeH=18"), "1");
    EXPECT_EQ(api.found("StartsAfterH=99"), "3") << "held to 23";
    EXPECT_EQ(api.found("EndsBeforeH=20"), "1,2");
    EXPECT_EQ(api.found("MinDurationH=2"), "2");
    EXPECT_EQ(api.found("MaxDurationH=1"), "3") << "no length is the usual hour";
}

TEST(BmltApi, FindsWhatIsNear) {
    const Api api({meeting(1, "A", R"("latitude":"40.8")"), meeting(2, "B"),
                   meeting(3, "C", R"("latitude":"41.7")")});
    const std::string here = "lat_val=40.7&long_val=-73.98&";
    EXPECT_EQ(api.found(here + "geo_width=1"), "2");
    EXPECT_EQ(api.found(here + "geo_width_km=12&sort_results_by_distance=1"), "2,1");
    EXPECT_EQ(api.found(here + "geo_width=-2&sort_results_by_distance=1"), "2,1");
    EXPECT_EQ(api.found(here + "geo_width=-3&meeting_ids=-1"), "2,3") << "fewer: 200 is used";
    EXPECT_EQ(api.found(here), "") << "no width";
    EXPECT_EQ(api.found("lat_val=40.7&geo_width=1"), "") << "half a place";
    const auto told = api.json("switcher=GetSearchResults&" + here +
                               "meeting_ids=1&data_field_key=distance_in_miles,distance_in_km");
    const auto distance = [&](std::string_view key) {
        return parse_number<double>(told.items()->front().text_or(key)).value_or(-1);
    };
    EXPECT_NEAR(distance("distance_in_miles"), 6.9, 1e-6);
    EXPECT_NEAR(distance("distance_in_km"), 11.1111, 1e-6);
}

TEST(BmltApi, SearchesWholeWordsOfAnyField) {
    const Api api({meeting(1, "Step by Step"), meeting(2, "B", R"("comments":"Café in the back")"),
                   meeting(3, "Steps")});
    EXPECT_EQ(api.found("SearchString=step"), "1");
    EXPECT_EQ(api.found("SearchString=cafe+step"), "1,2") << "any of the words";
    EXPECT_EQ(api.found("SearchString=st"), "1,2,3") << "too short to be asked";
    EXPECT_EQ(api.found("SearchString=10001&StringSearchIsAnAddress=1&SearchStringRadius=50"),
              "1,2,3");
    EXPECT_EQ(api.get("/client_interface/json/",
                      "switcher=GetSearchResults&SearchString=Xyzzyqqqq&StringSearchIsAnAddress=1")
                  .status,
              400);
}

TEST(BmltApi, SortsBeforeItCutsPages) {
    const Api api({meeting(1, "A"), meeting(2, "B", R"("location_municipality":"Zell")"),
                   meeting(10, "C", R"("location_municipality":"Ames")")});
    EXPECT_EQ(api.found("sort_keys=location_municipality"), "10,2,1") << "empty ones last";
    EXPECT_EQ(api.found("sort_keys=location_municipality&page_size=2&page_num=1"), "10,2");
    EXPECT_EQ(api.found("sort_keys=location_municipality&page_size=2&page_num=2"), "1");
    EXPECT_EQ(api.found("page_size=2&page_num=9"), "");
    EXPECT_EQ(api.found("sort_keys=id_bigint"), "1,2,10");
}

TEST(BmltApi, GivesOnlyTheFieldsAskedForThatThereAre) {
    const Api api({meeting(1, "A")});
    const auto members = [&](std::string_view keys) {
        const auto answer =
            api.json(std::string{"switcher=GetSearchResults&data_field_key="}.append(keys));
        return answer.items()->front().members()->size();
    };
    EXPECT_EQ(members("meeting_name,id_bigint,nonsense"), 2u);
    EXPECT_EQ(members("nonsense"), members(""));
    EXPECT_EQ(members(""), 44u) << "43 of 4.x, and the server's own zone";
}

TEST(BmltApi, NeverTellsOfPersons) {
    const Api api({meeting(1, "A")});
    EXPECT_EQ(api.get("/client_interface/json/", "switcher=GetSearchResults").body.find("Someone"),
              std::string::npos);
    EXPECT_EQ(api.found("SearchString=someone"), "");
    EXPECT_EQ(api.get("/client_interface/csv/", "switcher=GetNAWSDump&sb_id=12").body.find("555-"),
              std::string::npos);
}

TEST(BmltApi, ShowsUnpublishedOnesOnlyWhenAsked) {
    auto beside = Api::lists();
    beside.unpublished = {meeting(2, "B", R"("published":"0")")};
    const Api api({meeting(1, "A")}, std::move(beside));
    EXPECT_EQ(api.found(""), "1");
    EXPECT_EQ(api.found("advanced_published=0"), "1,2");
    EXPECT_EQ(api.found("advanced_published=-1"), "2");
}

TEST(BmltApi, GivesMeetingsOfOtherSourcesIdsAndABodyOfTheirOwn) {
    auto other = meeting(5, "Other", R"("formats":"C")");
    other.source = {2};
    other.source_key = "grace-hall";
    other.residue.clear();
    other.schedule.days.add(std::chrono::weekday{3});
    const Api api({meeting(1, "A"), other});
    EXPECT_EQ(api.found(""), "1,1000000040,1000000041") << "two days, two rows";
    EXPECT_EQ(api.found("services=1000002"), "1000000040,1000000041");
    EXPECT_EQ(api.found("formats=4"), "1000000040,1000000041") << "by its key";
}

TEST(BmltApi, ListsTheValuesOfAField) {
    const Api api({meeting(1, "A", R"("location_municipality":"Troy")"), meeting(2, "B"),
                   meeting(3, "C", R"("location_municipality":"Troy","formats":"C,WC",
                                      "format_shared_id_list":"33,4")")});
    const auto values = [&](std::string_view query) {
        return api
            .get("/client_interface/json/", std::string{"switcher=GetFieldValues&"}.append(query))
            .body;
    };
    EXPECT_EQ(values("meeting_key=location_municipality"),
              R"([{"location_municipality":"Troy","ids":"1,3"}])");
    EXPECT_EQ(values("meeting_key=worldid_mixed"), R"([{"worldid_mixed":"NULL","ids":"1,2,3"}])");
    EXPECT_EQ(values("meeting_key=formats"),
              R"([{"formats":"NULL","ids":"1,2"},{"formats":"4,33","ids":"3"}])");
    EXPECT_EQ(values("meeting_key=formats&specific_formats=33"), R"([{"formats":"33","ids":"3"}])");
    EXPECT_EQ(values("meeting_key=formats&specific_formats=33,17&all_formats=1"), "[]");
    for (const auto* query : {"switcher=GetFieldValues", "switcher=GetFieldValues&meeting_key=x"})
        EXPECT_EQ(api.get("/client_interface/json/", query).status, 400) << query;
}

TEST(BmltApi, MeasuresTheCoverageAcrossTheDateLine) {
    const Api api({meeting(1, "A", R"("latitude":"-17","longitude":"178.5")"),
                   meeting(2, "B", R"("latitude":"-13","longitude":"-172.5")")});
    EXPECT_EQ(api.get("/client_interface/json/", "switcher=GetCoverageArea").body,
              R"([{"nw_corner_longitude":"178.5","nw_corner_latitude":"-13",)"
              R"("se_corner_longitude":"-172.5","se_corner_latitude":"-17"}])");
    EXPECT_EQ(Api({}).get("/client_interface/json/", "switcher=GetCoverageArea").body, "[]");
}

TEST(BmltApi, AnswersAtEveryAddressThatClientsUse) {
    const Api api({meeting(1, "A")});
    for (const auto* path : {"/client_interface/json", "/client_interface/json/",
                             "//client_interface/json/", "/client_interface/json/index.php"}) {
        EXPECT_EQ(api.get(path, "switcher=GetFieldKeys").status, 200) << path;
    }
    EXPECT_EQ(api.get("/client_interface/xml/", "switcher=GetFieldKeys").status, 422);
    EXPECT_EQ(api.get("/client_interface/tsml/", "switcher=GetFormats").status, 422);
    EXPECT_EQ(api.get("/client_interface/json/", "switcher=GetNAWSDump&sb_id=1").status, 422);
    EXPECT_EQ(api.get("/client_interface/csv/", "switcher=GetNAWSDump").status, 422);
    EXPECT_EQ(api.get("/client_interface/csv/", "switcher=GetNAWSDump&sb_id=99").status, 404);
}

TEST(BmltApi, WritesScriptsThatRunNothingElse) {
    const Api api({meeting(1, "A\xE2\x80\xA8Z")});
    const auto script = [&](std::string_view callback) {
        return api.get(
            "/client_interface/jsonp/",
            std::string{"switcher=GetSearchResults&data_field_key=id_bigint&callback="}.append(
                callback));
    };
    EXPECT_EQ(script("a.b").body, R"(/**/a.b([{"id_bigint":"1"}]);)");
    EXPECT_EQ(script("").body, R"(/**/callback([{"id_bigint":"1"}]);)");
    EXPECT_EQ(script("alert(1)//").status, 422);
    EXPECT_EQ(
        api.get("/client_interface/jsonp/", "switcher=GetSearchResults").body.find("\xE2\x80\xA8"),
        std::string::npos);
}

TEST(BmltApi, TellsMoreInTsmlThanBmltDoes) {
    const Api api({meeting(1, "Evening Group", R"("venue_type":"3","location_province":"NY",
        "location_city_subsection":"Queens","virtual_meeting_link":"https://zoom.us/j/1",
        "formats":"C,WC","format_shared_id_list":"4,33")")});
    const auto answer =
        *json::parse(api.get("/client_interface/tsml/", "switcher=GetSearchResults").body);
    const auto& row = answer.items()->front();
    EXPECT_EQ(*row.find("day")->integer(), 1);
    EXPECT_EQ(row.text_or("slug"), "evening-group-1");
    EXPECT_EQ(row.text_or("end_time"), "20:30");
    EXPECT_EQ(row.text_or("timezone"), "America/New_York");
    EXPECT_EQ(row.text_or("attendance_option"), "hybrid");
    EXPECT_EQ(row.text_or("formatted_address"), "1 Elm Street, Queens, NY");
    EXPECT_EQ(json::write(*row.find("types")), R"(["C","X"])");
}

}  // namespace
}  // namespace waymark::compat::bmlt
