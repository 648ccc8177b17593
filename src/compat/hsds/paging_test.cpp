#include <gtest/gtest.h>

#include <set>

#include "compat/hsds/api_test.h"

namespace waymark::compat::hsds {
namespace {

std::vector<directory::Facility> doors(int count) {
    std::vector<directory::Facility> list;
    for (int number = 1; number <= count; ++number) {
        list.push_back(door(number));
        list.back().ids.organization =
            "00000000-0000-4000-8000-00000000000" + std::to_string(number % 3);
    }
    return list;
}

TEST(HsdsPage, TellsAllSevenNumbersOfThemselves) {
    const Api api{doors(5)};
    const auto page = api.json("services?per_page=2&page=2");
    EXPECT_EQ(*page.find("total_items")->integer(), 5);
    EXPECT_EQ(*page.find("total_pages")->integer(), 3);
    EXPECT_EQ(*page.find("page_number")->integer(), 2);
    EXPECT_EQ(*page.find("size")->integer(), 2);
    EXPECT_FALSE(*page.find("first_page")->boolean());
    EXPECT_FALSE(*page.find("last_page")->boolean());
    EXPECT_FALSE(*page.find("empty")->boolean());
}

TEST(HsdsPage, PagesOfAnySizeHoldEveryObjectOnceInTheOrderOfTheirIds) {
    const Api api{doors(23)};
    for (const auto* list : {"services", "organizations", "locations", "service_at_locations",
                             "taxonomies", "taxonomy_terms"}) {
        for (const int size : {1, 4, 23, 500}) {
            std::vector<std::string> ids;
            const auto target = std::string{list} + "?per_page=" + std::to_string(size) + "&page=";
            const auto pages = api.number(target + "1", "total_pages");
            for (int page = 1; page <= pages; ++page) {
                const auto one = api.json(target + std::to_string(page));
                EXPECT_EQ(*one.find("size")->integer(),
                          static_cast<int>(one.find("contents")->items()->size()));
                EXPECT_EQ(*one.find("first_page")->boolean(), page == 1);
                EXPECT_EQ(*one.find("last_page")->boolean(), page == pages);
                for (const auto& each : *one.find("contents")->items())
                    ids.emplace_back(each.text_or("id"));
            }
            EXPECT_EQ(static_cast<std::int64_t>(ids.size()),
                      api.number(target + "1", "total_items"));
            EXPECT_TRUE(std::ranges::is_sorted(ids));
            EXPECT_EQ(std::set(ids.begin(), ids.end()).size(), ids.size()) << list;
        }
    }
}

TEST(HsdsPage, BeyondTheLastIsEmptyAndTheLast) {
    const Api api{doors(3)};
    const auto page = api.json("services?page=9");
    EXPECT_TRUE(*page.find("empty")->boolean());
    EXPECT_TRUE(*page.find("last_page")->boolean());
    EXPECT_EQ(*page.find("total_items")->integer(), 3);
    EXPECT_TRUE(page.find("contents")->items()->empty());
}

TEST(HsdsPage, OfNothingIsTheFirstAndTheLast) {
    const Api api{{}};
    const auto page = api.json("services");
    EXPECT_TRUE(*page.find("empty")->boolean());
    EXPECT_TRUE(*page.find("first_page")->boolean());
    EXPECT_TRUE(*page.find("last_page")->boolean());
    EXPECT_EQ(*page.find("total_pages")->integer(), 0);
}

TEST(HsdsPage, ANewPlaceMovesNoOtherToAnotherPlaceInTheOrder) {
    auto list = doors(12);
    const auto before = Api{list}.contents("services");
    list.push_back(door(99));
    const auto after = Api{list}.contents("services");
    std::vector<std::string> ids;
    for (const auto& each : after) {
        if (each.text_or("name") != "Door 99") ids.emplace_back(each.text_or("id"));
    }
    ASSERT_EQ(ids.size(), before.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        EXPECT_EQ(ids[i], before[i].text_or("id"));
}

TEST(HsdsLines, AreAsManyAsThereAreItemsWhateverThePage) {
    const Api api{doors(60)};
    const auto response = api.get("services?format=ndjson&per_page=10&page=2");
    EXPECT_EQ(std::ranges::count(response.body, '\n'), 60);
    EXPECT_EQ(response.content_type, "application/x-ndjson; charset=utf-8");
    for (const auto line : split(response.body, '\n')) {
        EXPECT_TRUE(line.empty() || json::parse(line)) << line;
    }
}

TEST(HsdsLines, OfFullObjectsAreRefusedWhenTheyAreTooMany) {
    const Api api{doors(static_cast<int>(kFullLinesMax) + 1)};
    EXPECT_EQ(api.get("services?format=ndjson&full=true").status, 400);
    EXPECT_EQ(api.get("services?format=ndjson").status, 200);
}

TEST(HsdsMinimal, HoldsEveryServiceOnOnePage) {
    const Api api{doors(120)};
    const auto page = api.json("services?minimal=true");
    EXPECT_EQ(*page.find("total_pages")->integer(), 1);
    EXPECT_EQ(page.find("contents")->items()->size(), 120U);
    const auto& first = page.find("contents")->items()->front();
    EXPECT_EQ(first.text_or("last_modified"), format_instant(testing::at("Tue 12:00")));
    EXPECT_EQ(first.find("description"), nullptr);
    EXPECT_EQ(api.number("services?minimal=true&per_page=50", "total_pages"), 3);
}

TEST(HsdsOrganizations, OfManyPlacesAreListedOnce) {
    const Api api{doors(9)};
    EXPECT_EQ(api.number("organizations", "total_items"), 3);
    for (const auto& each : api.contents("organizations?full=true"))
        EXPECT_EQ(each.find("services")->items()->size(), 3U);
    for (const auto& each : api.contents("organizations?full_service=true")) {
        for (const auto& service : *each.find("services")->items())
            EXPECT_NE(service.find("attributes"), nullptr);
    }
}

}  // namespace
}  // namespace waymark::compat::hsds
