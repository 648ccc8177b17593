// What a source says beside its listings, and listings that are not published,
// on both databases.

#include <string>
#include <vector>

#include "storage/contract.h"

namespace waymark::storage {
namespace {

using directory::Meeting;
using directory::Source;
using directory::SourceLists;

// Every member set, so that one which is not stored shows.
SourceLists full() {
    return {.source = {1},
            .service_bodies = {{"1", "0", "Region", "All of it", "RS", "https://example.org",
                                "555-0100", "RG1"},
                               {.id = "2", .parent_id = "1", .name = "Area “Ñ”"}},
            .formats = {{4, "en", "C", "Closed", "Members only", "CLOSED", "O"},
                        {4, "es", "C", "Cerrada", "Solo miembros", "CLOSED", "O"}}};
}

class SourceListsContract : public OpenContract {
  protected:
    void read(const SourceLists* lists, const std::vector<Meeting>& meetings = {}) {
        const Source source{.name = "nyc", .format = "bmlt"};
        auto update = store().update(source);
        for (const auto& meeting : meetings)
            update->put(meeting);
        if (lists != nullptr) update->put(*lists);
        update->commit(source);
    }
};
WAYMARK_ON_BOTH_DATABASES(SourceListsContract);

TEST_P(SourceListsContract, GivesBackEveryMember) {
    EXPECT_TRUE(store().lists().empty());
    const auto lists = full();
    read(&lists);
    ASSERT_EQ(store().lists().size(), 1u);
    EXPECT_EQ(store().lists()[0], full());
}

TEST_P(SourceListsContract, KeepsThemWhenNoneAreSentAndCountsOnlyChanges) {
    auto lists = full();
    read(&lists);
    const auto revision = store().revision();
    read(nullptr);
    read(&lists);
    EXPECT_EQ(store().revision(), revision);
    lists.formats.pop_back();
    read(&lists);
    EXPECT_EQ(store().revision(), revision + 1);
    EXPECT_EQ(store().lists()[0].formats.size(), 1u);
}

TEST_P(SourceListsContract, GoTheWayOfTheirSource) {
    const auto lists = full();
    read(&lists);
    ASSERT_TRUE(store().remove_source("nyc"));
    EXPECT_TRUE(store().lists().empty());
}

TEST_P(SourceListsContract, UnpublishedMeetingsAreGivenOnlyWhenAskedFor) {
    Meeting shown{.source_key = "1", .name = "Shown"};
    Meeting hidden{.source_key = "2", .name = "Hidden", .is_published = false};
    read(nullptr, {shown, hidden});
    std::string names;
    store().each_unpublished([&](const Meeting& meeting) { names += meeting.name; });
    EXPECT_EQ(names, "Hidden");
    names.clear();
    store().each_meeting([&](const Meeting& meeting) { names += meeting.name; });
    EXPECT_EQ(names, "Shown");
}

}  // namespace
}  // namespace waymark::storage
