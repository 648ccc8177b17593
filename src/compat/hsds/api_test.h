// The API over a directory of a test's own, without a server.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compat/hsds/query.h"
#include "compat/hsds/routes.h"
#include "core/clock.h"
#include "core/text.h"
#include "json/parse.h"
#include "testing/town.h"

namespace waymark::compat::hsds {

inline directory::Facility door(int number, const std::string& terms = "SA OP") {
    directory::Facility facility{.id = {number}, .source = {1}};
    facility.name = "Door " + std::to_string(number);
    facility.source_key = facility.name;
    facility.modified = testing::at("Tue 12:00");
    facility.provenances = {{.record = "SA"}};
    facility.place = {.street = std::to_string(number) + " Elm Street",
                      .town = "Troy",
                      .state = "NY",
                      .postcode = "12180"};
    for (const auto code : split(terms, ' ')) {
        facility.attributes.push_back(
            {.taxonomy = std::string{directory::kSamhsaTaxonomy}, .code = std::string{code}});
    }
    return facility;
}

inline std::vector<directory::Source> two_sources() {
    return {{.id = {1}, .name = "samhsa", .fetched_at = testing::at("Mon 08:00")},
            {.id = {2}, .name = "county", .fetched_at = testing::at("Mon 09:00")}};
}

class Api {
  public:
    explicit Api(std::vector<directory::Facility> list,
                 std::vector<directory::Tombstone> removed = {},
                 std::vector<directory::Source> sources = two_sources())
        : snapshot_(std::make_shared<const finder::Snapshot>(
              std::vector<directory::Meeting>{}, std::move(sources), 1,
              finder::Facilities{std::move(list), std::move(removed)})),
          router_(routes([this] { return snapshot_; }, clock_), {}) {}

    // "services?per_page=2", after "/hsds/".
    http::Response get(std::string_view target) const {
        http::Request request{.method = http::Method::get};
        const auto mark = target.find('?');
        request.path = std::string{"/hsds/"}.append(target.substr(0, mark));
        if (mark != target.npos) request.query = http::parse_form(target.substr(mark + 1));
        request.headers = {{"host", "waymark.example"}};
        return router_.answer(request);
    }

    json::Value json(std::string_view target) const {
        const auto response = get(target);
        EXPECT_EQ(response.status, 200) << target << ' ' << response.body;
        return json::parse(response.body).value_or(json::Value{});
    }

    // The objects of one page.
    json::Value::Array contents(std::string_view target) const {
        return *json(target).find("contents")->items();
    }

    // Their names, in their order: "Door 1, Door 2".
    std::string names(std::string_view target) const {
        std::vector<std::string> names;
        for (const auto& each : contents(target))
            names.emplace_back(each.text_or("name"));
        std::ranges::sort(names);
        return joined(names, ", ");
    }

    std::int64_t number(std::string_view target, std::string_view key) const {
        return *json(target).find(key)->integer();
    }

    // The id of the term or taxonomy of that code or name.
    std::string id_of(std::string_view list, std::string_view said) const {
        for (const auto& each : contents(std::string{list}.append("?per_page=500"))) {
            if (each.text_or(list == "taxonomies" ? "name" : "code") == said)
                return std::string{each.text_or("id")};
        }
        ADD_FAILURE() << "no " << list << " has " << said;
        return {};
    }

    void set(Instant now) { clock_.set(now); }

  private:
    finder::SnapshotPtr snapshot_;
    FixedClock clock_{testing::at("Tue 12:00")};
    http::Router router_;
};

}  // namespace waymark::compat::hsds
