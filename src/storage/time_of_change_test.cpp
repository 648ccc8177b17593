// When listings are said to have changed, for those who follow the changes: never
// before one that they may have seen already.

#include "storage/contract.h"

namespace waymark::storage {
namespace {

using directory::Meeting;

Instant at(std::string_view clock) {
    return parse_instant("2026-11-22T" + std::string{clock} + "Z").value();
}

class TimeOfChangeContract : public OpenContract {
  protected:
    // Reads a list of one meeting.
    void read(std::string_view source, std::string_view name, std::string_view clock) {
        const directory::Source of{.name = std::string{source}, .fetched_at = at(clock)};
        const auto update = database_->directory().update(of);
        update->put(Meeting{.source_key = "a", .name = std::string{name}});
        update->commit(of);
    }

    std::optional<Instant> changed(std::string_view source) const {
        const auto id = database_->directory().source(source)->id;
        std::optional<Instant> when;
        database_->directory().each_meeting_of(id,
                                               [&](const Meeting& each) { when = each.modified; });
        return when;
    }
};
WAYMARK_ON_BOTH_DATABASES(TimeOfChangeContract);

TEST_P(TimeOfChangeContract, IsTheReadingsOwn) {
    read("north", "Hope", "10:00:00");
    read("south", "Dawn", "11:00:00");
    EXPECT_EQ(changed("north"), at("10:00:00"));
    EXPECT_EQ(changed("south"), at("11:00:00"));
}

TEST_P(TimeOfChangeContract, IsLaterThanEveryChangeBeforeWhateverTheClocksSay) {
    read("north", "Hope", "10:00:00");
    read("south", "Dawn", "10:00:00");
    EXPECT_EQ(changed("south"), at("10:00:01"));
    read("north", "Hopeful", "09:00:00");
    EXPECT_EQ(changed("north"), at("10:00:02"));
    read("north", "Hopeful", "12:00:00");
    EXPECT_EQ(changed("north"), at("10:00:02")) << "nothing changed";
}

TEST_P(TimeOfChangeContract, CountsWhatWentAndWhatCameBack) {
    read("north", "Hope", "10:00:00");
    read("south", "Dawn", "10:00:00");
    const directory::Source of{.name = "north", .fetched_at = at("10:00:00")};
    database_->directory().update(of)->commit(of);
    const auto gone = database_->directory().meeting_tombstones();
    ASSERT_EQ(gone.size(), 1U);
    EXPECT_EQ(gone[0].removed_at, at("10:00:02"));
    const auto source = database_->directory().source("north")->id;
    ASSERT_TRUE(database_->source_book().roll_back(source, 1, at("10:00:00"), "host"));
    EXPECT_EQ(changed("north"), at("10:00:03"));
    bool is_rollback = false;
    database_->directory().each_earlier_meeting([&](const directory::EarlierMeeting& each) {
        is_rollback |= each.is_rollback && each.id == gone[0].id && !each.before;
    });
    EXPECT_TRUE(is_rollback);
}

}  // namespace
}  // namespace waymark::storage
