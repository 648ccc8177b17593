// The host's own street map: what is a tile, and where a page offers it.

#include "web/tiles.h"

#include <gmock/gmock.h>

#include <fstream>
#include <string>

#include "testing/temporary_folder.h"
#include "web/sample_site.h"

namespace waymark::web {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::Pair;

struct TilesOnDisk : ::testing::Test {
    testing::TemporaryFolder folder;

    void put(const std::string& name, const std::string& bytes) const {
        const auto path = folder / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream{path, std::ios::binary} << bytes;
    }
    std::string trouble(const std::string& where, const std::string& whose = "Us") const {
        const auto tiles = Tiles::open(where, whose);
        return tiles ? "" : tiles.error().message;
    }
};

TEST_F(TilesOnDisk, AreServedByTheirNumbersAndMayBeKeptForADay) {
    put("3/2/7.png", "a picture");
    put("12/0/4095.webp", "another");
    const Tiles tiles = Tiles::open(folder.path(), "Us").value();
    EXPECT_EQ(tiles.least_zoom(), 3);
    EXPECT_EQ(tiles.most_zoom(), 12);
    const auto tile = tiles.tile("3", "2", "7");
    EXPECT_EQ(tile.status, 200);
    EXPECT_EQ(tile.content_type, "image/png");
    EXPECT_EQ(tile.body, "a picture");
    EXPECT_THAT(tile.headers, Contains(Pair("Cache-Control", "public, max-age=86400")));
    EXPECT_EQ(tiles.tile("12", "0", "4095").content_type, "image/webp");
}

TEST_F(TilesOnDisk, AreNothingButNumbersWithinTheirZoom) {
    put("3/2/7.png", "a picture");
    put("secret.png", "not a tile");
    put("3/8/0.png", "beyond the map at this zoom");
    const Tiles tiles = Tiles::open(folder.path(), "Us").value();
    for (const auto& [z, x, y] : std::vector<std::array<const char*, 3>>{{"3", "8", "0"},
                                                                         {"3", "2", "8"},
                                                                         {"3", "2", "6"},
                                                                         {"23", "0", "0"},
                                                                         {"3", "..", "secret"},
                                                                         {"..", "..", "secret"},
                                                                         {"3", "2", "7.png"},
                                                                         {"+3", "2", "7"},
                                                                         {"3", "-2", "7"},
                                                                         {"3", "", "7"},
                                                                         {"3", "2/7", ""},
                                                                         {"3", "2.0", "7"}}) {
        EXPECT_EQ(tiles.tile(z, x, y).status, 404) << z << ' ' << x << ' ' << y;
    }
    EXPECT_EQ(Tiles{}.tile("3", "2", "7").status, 404);
}

TEST_F(TilesOnDisk, AreRefusedWithOneSentence) {
    EXPECT_THAT(trouble("https://tile.example.org/{z}/{x}/{y}.png"),
                HasSubstr("a folder of map tiles on this machine"));
    EXPECT_THAT(trouble(folder.path()), HasSubstr("holds no map tiles"));
    EXPECT_THAT(trouble(folder / "nowhere"), HasSubstr("holds no map tiles"));
    put("0/0/0.png", "");
    EXPECT_THAT(trouble(folder.path(), ""), HasSubstr("whose map"));
    EXPECT_EQ(trouble(folder.path()), "");
}

TEST_F(TilesOnDisk, GiveAMapOfThePinsToThePagesWithAPlace) {
    put("0/0/0.png", "");
    SampleSite site;
    for (const char* address : {"/find?near=39.95,-75.16", "/meetings/1"}) {
        EXPECT_THAT(site.get(address).body, Not(HasSubstr("Show street map"))) << address;
    }
    site.bring(Tiles::open(folder.path(), "© The <county>").value());
    for (const char* address : {"/find?near=39.95,-75.16", "/meetings/1"}) {
        const std::string page = site.get(address).body;
        EXPECT_THAT(page, HasSubstr("Show street map")) << address;
        EXPECT_THAT(page, HasSubstr("© The &lt;county&gt;")) << address;
        EXPECT_THAT(page, HasSubstr("[39.96,-75.19]")) << address;
        EXPECT_THAT(page, Not(HasSubstr("<script src=\"/assets/leaflet"))) << "only when asked for";
    }
    EXPECT_THAT(site.get("/meetings/4").body, Not(HasSubstr("Show street map"))) << "it is online";
    EXPECT_EQ(site.get("/tiles/0/0/0").status, 200);
    EXPECT_EQ(site.get("/tiles/0/0/1").status, 404);
}

}  // namespace
}  // namespace waymark::web
