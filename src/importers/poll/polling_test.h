// A list on a small server of this machine, read by a desk with a clock that is
// set by hand and a real database.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "importers/fetch/kept_copy.h"
#include "importers/fetch/small_server_test.h"
#include "importers/poll/by_hand.h"
#include "importers/poll/decide.h"
#include "importers/poll/desk.h"
#include "importers/poll/poll.h"
#include "testing/temporary_data.h"

namespace waymark::importers {

class Polling : public ::testing::Test {
  protected:
    // The rows 1…count of a Meeting Guide feed.
    static std::vector<std::string> rows(int count) {
        std::vector<std::string> rows;
        for (int i = 1; i <= count; ++i)
            rows.push_back(row(i));
        return rows;
    }
    static std::string row(int number, const std::string& name = "Meeting") {
        const auto id = std::to_string(number);
        return R"({"slug":"m)" + id + R"(","name":")" + name + " " + id + R"(","day":)" +
               std::to_string(number % 7) + R"(,"time":"19:)" + std::to_string(10 + number % 50) +
               R"(","types":["O"],"timezone":"America/New_York","latitude":39.9)" + id +
               R"(,"longitude":-75.16,"formatted_address":")" + id +
               R"( Example Street, Philadelphia, PA 19107, USA"})";
    }
    static std::string feed(const std::vector<std::string>& rows) {
        std::string text;
        for (const auto& one : rows)
            text += (text.empty() ? "[" : ",") + one;
        return text + "]";
    }

    void serves(const std::string& body, const std::string& headers = "") {
        server_.set("/feed", ok(body, headers));
    }
    std::string url() const { return server_.origin() + "/feed"; }

    // As a host does it at first; to be read every 12 hours from then on.
    void add(const std::string& body, const std::string& headers = "") {
        serves(body, headers);
        ImportOptions options{.format = "meeting-guide", .source = "town"};
        const auto read = read_by_hand(url(), options, desk_);
        ASSERT_TRUE(read.has_value()) << read.error().message;
        auto timetable = data_.book().timetable(source().id);
        timetable.source = source().id;
        timetable.every_minutes = 720;
        data_.book().save_timetable(timetable);
    }

    Polled poll() { return poll_source(source(), desk_); }
    Polled poll_later(std::chrono::seconds later = std::chrono::hours{12}) {
        clock_.set(clock_.now() + later);
        return poll();
    }

    directory::Source source() { return data_.store().source("town").value(); }
    directory::Timetable timetable() { return data_.book().timetable(source().id); }
    std::vector<directory::Reading> readings() { return data_.book().readings(source().id); }
    std::int64_t meetings() { return data_.store().meeting_count(source().id); }

    testing::TemporaryData data_{};
    FixedClock clock_{parse_instant("2026-11-22T09:00:00Z").value()};
    Random random_{1};
    Desk desk_{.store = data_.store(),
               .book = data_.book(),
               .data = data_.path(),
               .clock = clock_,
               .random = random_,
               .rules = {.allow_loopback = true}};
    SmallServer server_{{}};
};

}  // namespace waymark::importers
