// Which public lists a host is offered for a place.
#include "finder/lists_near.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "places/areas.h"

namespace waymark::finder {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

const content::KnownLists kKnown;

std::vector<std::string> sources_near(std::string_view typed) {
    std::vector<std::string> sources;
    const auto community = community_of(typed);
    if (!community) return {community.error().message};
    for (const auto& offer : lists_near(kKnown.all(), *community).offers)
        sources.push_back(offer.source);
    return sources;
}

std::string line_of(std::string_view typed, std::string_view source) {
    for (const auto& offer : lists_near(kKnown.all(), community_of(typed).value()).offers) {
        if (offer.source == source) return import_command(offer);
    }
    return {};
}

TEST(ListsNear, KnowAPlaceByManyNames) {
    for (const char* typed : {"PA", "pa", "US-PA", "Pennsylvania", "Pensilvania"}) {
        const auto community = community_of(typed);
        ASSERT_TRUE(community) << typed;
        EXPECT_EQ(community->country + "-" + community->region, "US-PA") << typed;
        EXPECT_EQ(community->name, "PA, United States") << typed;
        EXPECT_FALSE(community->point) << typed;
    }
    for (const char* typed : {"19104", "Philadelphia", "Pittsburgh, PA", "39.95, -75.16"}) {
        const auto community = community_of(typed);
        ASSERT_TRUE(community) << typed;
        EXPECT_EQ(community->region, "PA") << typed;
        EXPECT_TRUE(community->point) << typed;
    }
    EXPECT_EQ(community_of("France").value().country, "FR");
    EXPECT_FALSE(community_of("Xqzzyplugh"));
    EXPECT_FALSE(community_of(""));
}

TEST(ListsNear, StandNearestFirst) {
    const auto sources = sources_near("PA");
    const auto at = [&](std::string_view id) {
        return std::ranges::find(sources, id) - sources.begin();
    };
    EXPECT_THAT(sources, Contains("findtreatment-pa"));
    EXPECT_THAT(sources, Contains("na-philadelphia"));
    EXPECT_LT(at("na-philadelphia"), at("otp-directory"));
    EXPECT_LT(at("otp-directory"), at("na-online"));
    EXPECT_THAT(sources, Not(Contains("na-ohio")));
}

TEST(ListsNear, ALargeServerOfVolunteersIsOfferedOnlyWhereNoOtherIs) {
    EXPECT_THAT(sources_near("Philadelphia"), Not(Contains("na-nearby")));
    EXPECT_THAT(sources_near("Leeds, UK"), Contains("na-nearby"));
    EXPECT_THAT(line_of("Leeds, UK", "na-nearby"), HasSubstr("&lat_val=53.8"));
}

TEST(ListsNear, SayWhatAMorePreciseNameWouldBring) {
    const auto country = lists_near(kKnown.all(), community_of("United States").value());
    EXPECT_TRUE(country.are_more_by_state);
    EXPECT_TRUE(lists_near(kKnown.all(), community_of("UK").value()).are_more_by_town);
    const auto state = lists_near(kKnown.all(), community_of("PA").value());
    EXPECT_FALSE(state.are_more_by_state);
    EXPECT_FALSE(state.are_more_by_town);
}

TEST(ListsNear, GiveALineThatAShellTakesAsItStands) {
    EXPECT_EQ(line_of("Ohio", "na-ohio"),
              "waymark import --format bmlt --source na-ohio --republish no --every 12h "
              "'https://bmlt.naohio.org/main_server/client_interface/json/"
              "?switcher=GetSearchResults&get_used_formats=1'");
    EXPECT_THAT(line_of("Ohio", "findtreatment-oh"),
                HasSubstr("--license 'US government work, public domain' --republish yes"));
    EXPECT_THAT(line_of("Ohio", "findtreatment-oh"), HasSubstr("&limitValue=7&"));
    EXPECT_THAT(line_of("Arizona", "ha-arizona"), HasSubstr("--fellowship ha"));
}

TEST(ListsNear, EveryAreaNamedIsOneOnTheMap) {
    const auto& areas = places::Areas::all();
    const auto is_known = [&](const std::string& country, const std::string& region) {
        for (places::AreaNumber area = 0; area < areas.size(); ++area) {
            if (areas.country(area) == country && areas.region(area) == region) return true;
        }
        return false;
    };
    for (const auto& list : kKnown.all()) {
        for (const auto& area : list.areas) {
            if (area == "*") continue;
            const std::string region = area.size() > 2 ? area.substr(3) : "";
            EXPECT_TRUE(is_known(area.substr(0, 2), region == "*" ? "" : region))
                << list.id << ' ' << area;
        }
        for (const auto& [state, number] : list.state_numbers)
            EXPECT_TRUE(is_known("US", state)) << state;
    }
}

}  // namespace
}  // namespace waymark::finder
