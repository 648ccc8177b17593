// The API over a small directory of a test's own, without a server.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compat/bmlt/routes.h"
#include "core/number.h"
#include "core/text.h"
#include "exchange/bmlt.h"
#include "json/parse.h"
#include "json/write.h"

namespace waymark::compat::bmlt {

// A row as a BMLT server sends it: `more` are members of JSON.
inline directory::Meeting meeting(int id, std::string_view name, std::string_view more = "") {
    std::string row = R"({"id_bigint":")" + std::to_string(id) + R"(","meeting_name":")" +
                      std::string{name} + R"(","service_body_bigint":"12","start_time":"19:00:00",
        "weekday_tinyint":"2","duration_time":"01:30:00","time_zone":"America/New_York",
        "venue_type":"1","contact_name_1":"Someone","contact_phone_1":"555-0100","zone":"",
        "latitude":"40.7","longitude":"-73.98","location_street":"1 Elm Street")";
    // Later members replace the usual ones.
    auto record = *json::parse(row + "}");
    const auto changes = *json::parse("{" + std::string{more} + "}");
    for (const auto& [key, value] : *changes.members()) {
        std::erase_if(*record.members(), [&](const auto& member) { return member.first == key; });
        record.set(key, value);
    }
    auto read = exchange::read_bmlt(record, {});
    EXPECT_TRUE(read) << name;
    read->id = {id};
    read->source = {1};
    return *read;
}

class Api {
  public:
    explicit Api(std::vector<directory::Meeting> meetings, finder::Beside beside = lists()) {
        snapshot_ = std::make_shared<const finder::Snapshot>(
            std::move(meetings),
            std::vector<directory::Source>{{.id = {1}, .name = "na", .format = "bmlt"},
                                           {.id = {2}, .name = "city", .format = "naws"}},
            1, finder::Facilities{}, std::move(beside));
        router_ = std::make_unique<http::Router>(routes([this] { return snapshot_; }, clock_),
                                                 http::OnRefusal{});
    }

    static finder::Beside lists() {
        return {.lists = {{.source = {1},
                           .service_bodies = {{.id = "1", .parent_id = "0", .name = "Region"},
                                              {.id = "11", .parent_id = "1", .name = "West"},
                                              {.id = "12", .parent_id = "1", .name = "East"}},
                           .formats = {{4, "en", "C", "Closed", "", "CLOSED", "O"},
                                       {17, "en", "O", "Open", "", "OPEN", "O"},
                                       {33, "en", "WC", "Wheelchair", "", "WCHR", "FC2"}}}}};
    }

    http::Response get(std::string_view path, std::string_view query = "") const {
        return get_at(std::string{"/main_server"}.append(path), query);
    }
    http::Response get_at(std::string path, std::string_view query = "") const {
        http::Request request{.method = http::Method::get};
        request.path = std::move(path);
        request.query = http::parse_form(query);
        request.headers = {{"host", "na.example"}};
        return router_->answer(request);
    }
    json::Value json(std::string_view query) const {
        const auto response = get("/client_interface/json/", query);
        EXPECT_EQ(response.status, 200) << query << ' ' << response.body;
        return json::parse(response.body).value_or(json::Value{});
    }
    // Ids of the meetings found, in their order: "7,8".
    std::string found(std::string_view query) const {
        std::vector<std::string> ids;
        const auto answer = json(std::string{"switcher=GetSearchResults&"}.append(query));
        for (const auto& each : *answer.items())
            ids.emplace_back(each.text_or("id_bigint"));
        return joined(ids, ",");
    }

  private:
    finder::SnapshotPtr snapshot_;
    FixedClock clock_{parse_instant("2026-11-21T12:00:00Z").value()};
    std::unique_ptr<http::Router> router_;
};

}  // namespace waymark::compat::bmlt
