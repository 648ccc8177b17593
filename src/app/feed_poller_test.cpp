// The server's own look at what is due, with polls that only pretend.

#include "app/feed_poller.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/random.h"
#include "testing/temporary_data.h"

namespace waymark::app {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class FeedPolls : public ::testing::Test {
  protected:
    void add(const std::string& name, directory::Timetable timetable,
             const std::string& location = "https://example.org/feed") {
        directory::Source source{.name = name, .location = location};
        data_.store().update(source)->commit(source);
        timetable.source = data_.store().source(name)->id;
        data_.book().save_timetable(timetable);
    }

    directory::Timetable timetable(const std::string& name) {
        return data_.book().timetable(data_.store().source(name)->id);
    }

    // What a poll that went well leaves behind.
    void settle(const std::string& name) {
        auto settled = timetable(name);
        settled.next_at = clock_.now() + std::chrono::hours{12};
        data_.book().save_timetable(settled);
    }

    // The names that were polled in one look.
    std::vector<std::string> look(bool polls_go_well = true) {
        std::vector<std::string> polled;
        poll_due_sources(
            desk_,
            [&](const std::string& name, const std::atomic<bool>&) {
                polled.push_back(name);
                if (polls_go_well) settle(name);
                return name + ": nothing new";
            },
            [&](std::string_view line) { said_.emplace_back(line); }, stopping_);
        return polled;
    }

    testing::TemporaryData data_{};
    FixedClock clock_{parse_instant("2026-11-22T09:00:00Z").value()};
    Random random_{1};
    importers::Desk desk_{.store = data_.store(),
                          .book = data_.book(),
                          .data = data_.path(),
                          .clock = clock_,
                          .random = random_};
    std::atomic<bool> stopping_{false};
    std::vector<std::string> said_{};
};

TEST_F(FeedPolls, AreOfWhatIsDueAndOfNothingElse) {
    add("due", {.every_minutes = 720, .next_at = clock_.now()});
    add("later", {.every_minutes = 720, .next_at = clock_.now() + std::chrono::seconds{1}});
    add("new", {.every_minutes = 720});
    add("paused", {.every_minutes = 720, .is_paused = true});
    add("by hand", {.every_minutes = 0});
    add("file", {.every_minutes = 720}, "feed.json");
    EXPECT_THAT(look(), ElementsAre("due", "new"));
    EXPECT_THAT(said_, ElementsAre("due: nothing new", "new: nothing new"));
    EXPECT_THAT(look(), IsEmpty());
    clock_.set(clock_.now() + std::chrono::seconds{1});
    EXPECT_THAT(look(), ElementsAre("later"));
}

TEST_F(FeedPolls, ThatEndWithoutAWordCountAsFailedAndAreNotBegunAtOnce) {
    add("heavy", {.every_minutes = 720});
    EXPECT_THAT(look(false), ElementsAre("heavy"));
    EXPECT_EQ(timetable("heavy").failures, 1);
    EXPECT_EQ(data_.store().source("heavy")->failing_since, clock_.now());
    EXPECT_THAT(look(false), IsEmpty());
}

TEST_F(FeedPolls, AreNotBegunOnceTheServerStops) {
    add("due", {.every_minutes = 720});
    stopping_ = true;
    EXPECT_THAT(look(), IsEmpty());
}

TEST_F(FeedPolls, AreCountedForTheOperator) {
    add("due", {.every_minutes = 720});
    EXPECT_THAT(source_gauges(desk_), HasSubstr("\nwaymark_sources_failing 0\n"));
    look(false);
    EXPECT_THAT(source_gauges(desk_), HasSubstr("\nwaymark_sources_failing 1\n"));
    EXPECT_THAT(source_gauges(desk_), HasSubstr("\nwaymark_sources_held 0\n"));
    data_.book().save_held_rows(data_.store().source("due")->id,
                                {{.proposed = {.source_key = "a"}, .why = "contact-changed"}});
    EXPECT_THAT(source_gauges(desk_), HasSubstr("\nwaymark_sources_held 1\n"));
}

}  // namespace
}  // namespace waymark::app
