// The directory's store, on both databases. A feed is told as a list of
// listings, "key name"; `read` imports it and answers with the counts.

#include <atomic>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "storage/contract.h"
#include "storage/failure.h"

namespace waymark::storage {
namespace {

using directory::Change;
using directory::Fellowship;
using directory::Meeting;
using directory::MeetingId;
using directory::Source;
using std::chrono::hours;

struct Listing {
    std::string key{};
    std::string name{};
    bool is_published = true;
};
using Feed = std::vector<Listing>;

// Kinds of text that have broken other programs.
const std::vector<std::string> kNaughty{
    "'; DROP TABLE meeting; --",
    "\"quoted\" 'twice' `thrice`",
    "back\\slash \\' \\\" \\u0041",
    "$1 $2 %s %n {} {{x}} ${y}",
    "NULL",
    "null",
    "",
    " ",
    "line\nbreak\r\ttab",
    "Grüße, São José, 東京, עברית, العربية",
    "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301",
    "\u202Eright to left\u202C",
    "zero\u200Bwidth\uFEFF",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "1E1000",
    "0x0",
    "true",
    "{\"json\":[1,2]}",
    std::string("nul\0inside", 10),
    std::string(16384, 'x'),
    "\u007f\u0001\u001f",
};

Source source_named(const std::string& name) {
    Source source;
    source.name = name;
    source.format = "csv";
    return source;
}

Meeting meeting_of(const Listing& listing) {
    Meeting meeting;
    meeting.source_key = listing.key;
    meeting.name = listing.name;
    meeting.is_published = listing.is_published;
    return meeting;
}

class DirectoryStoreContract : public OpenContract {
  protected:
    // "2 added, 1 changed, 0 unchanged, 0 removed" as "+2 ~1 =0 -0".
    static std::string read_into(directory::Store& store, const std::string& name,
                                 const Feed& feed) {
        auto update = store.update(source_named(name));
        std::map<Change, int> counts;
        for (const auto& listing : feed)
            ++counts[update->put(meeting_of(listing))];
        const auto removed = update->commit(source_named(name));
        return "+" + std::to_string(counts[Change::added]) + " ~" +
               std::to_string(counts[Change::changed]) + " =" +
               std::to_string(counts[Change::unchanged]) + " -" + std::to_string(removed);
    }
    std::string read(const std::string& name, const Feed& feed) {
        return read_into(store(), name, feed);
    }

    // "1 Hope; 2 Dawn": id and name of everything published, as it comes.
    std::string listed() {
        std::string list;
        store().each_meeting([&](const Meeting& meeting) {
            if (!list.empty()) list += "; ";
            list += std::to_string(meeting.id.value) + " " + meeting.name;
        });
        return list;
    }
};
WAYMARK_ON_BOTH_DATABASES(DirectoryStoreContract);

TEST_P(DirectoryStoreContract, StartsEmpty) {
    EXPECT_EQ(listed(), "");
    EXPECT_TRUE(store().sources().empty());
    EXPECT_FALSE(store().source("nyc"));
    EXPECT_EQ(store().revision(), 0);
}

TEST_P(DirectoryStoreContract, CountsWhatIsAddedChangedUnchangedAndRemoved) {
    EXPECT_EQ(read("nyc", {{"a", "Hope"}, {"b", "Dawn"}, {"c", "Noon"}}), "+3 ~0 =0 -0");
    EXPECT_EQ(read("nyc", {{"a", "Hope"}, {"b", "New Dawn"}, {"d", "Dusk"}}), "+1 ~1 =1 -1");
    EXPECT_EQ(listed(), "1 Hope; 2 New Dawn; 4 Dusk");
    EXPECT_EQ(store().meeting_count(store().source("nyc")->id), 3);
}

TEST_P(DirectoryStoreContract, ChangesNothingWhenReadTwice) {
    const Feed feed{{"a", "Hope"}, {"b", "Dawn"}, {"c", "Draft", false}};
    read("nyc", feed);
    const auto before = listed();
    const auto revision = store().revision();
    EXPECT_EQ(read("nyc", feed), "+0 ~0 =3 -0");
    EXPECT_EQ(listed(), before);
    EXPECT_EQ(store().revision(), revision);
}

TEST_P(DirectoryStoreContract, GivesTheSameListingTheSameIdAndNobodyElseAnOldOne) {
    read("nyc", {{"a", "Hope"}, {"b", "Dawn"}});
    read("nyc", {{"b", "Dawn moved"}, {"a", "Hope"}});
    EXPECT_EQ(listed(), "1 Hope; 2 Dawn moved");

    read("nyc", {{"a", "Hope"}});
    EXPECT_EQ(read("nyc", {{"a", "Hope"}, {"b", "Dawn"}}), "+1 ~0 =1 -0");
    EXPECT_EQ(listed(), "1 Hope; 2 Dawn") << "links to it work again";
    read("nyc", {{"a", "Hope"}, {"c", "Noon"}});
    EXPECT_EQ(listed(), "1 Hope; 3 Noon") << "an address on the web that once was Dawn's";

    ASSERT_TRUE(store().remove_source("nyc"));
    read("nyc", {{"a", "Hope"}});
    EXPECT_EQ(listed(), "4 Hope");
}

TEST_P(DirectoryStoreContract, LeavesNoTraceOfWhatIsNotCommitted) {
    read("nyc", {{"a", "Hope"}});
    const auto revision = store().revision();
    {
        auto update = store().update(source_named("nyc"));
        EXPECT_EQ(update->put(meeting_of({"a", "Changed"})), Change::changed);
        EXPECT_EQ(update->put(meeting_of({"b", "Added"})), Change::added);
        EXPECT_EQ(store().update(source_named("other"))->put(meeting_of({"x", "New"})),
                  Change::added);
        EXPECT_EQ(listed(), "1 Hope");
    }
    EXPECT_EQ(listed(), "1 Hope");
    EXPECT_EQ(store().revision(), revision);
    EXPECT_FALSE(store().source("other"));
}

TEST_P(DirectoryStoreContract, KnowsWhatWasPutAlready) {
    read("nyc", {{"a", "Hope"}});
    auto update = store().update(source_named("nyc"));
    EXPECT_FALSE(update->put_already("a")) << "stored, but not in this reading";
    update->put(meeting_of({"a", "Hope"}));
    update->put(meeting_of({"b", "Dawn"}));
    EXPECT_TRUE(update->put_already("a"));
    EXPECT_TRUE(update->put_already("b"));
    EXPECT_FALSE(update->put_already("c"));
}

TEST_P(DirectoryStoreContract, GrowsItsRevisionWithWhatASearchCouldSee) {
    const auto grows = [&](const Feed& feed) {
        const auto before = store().revision();
        read("nyc", feed);
        return store().revision() > before;
    };
    EXPECT_FALSE(grows({}));
    EXPECT_FALSE(grows({{"draft", "Draft", false}})) << "added, unpublished";
    EXPECT_FALSE(grows({{"draft", "Better draft", false}})) << "changed, unpublished";
    EXPECT_TRUE(grows({{"draft", "Better draft"}})) << "published";
    EXPECT_TRUE(grows({{"draft", "Renamed"}})) << "changed";
    EXPECT_TRUE(grows({{"draft", "Renamed", false}})) << "unpublished";
    EXPECT_FALSE(grows({})) << "removed, unpublished";
    EXPECT_TRUE(grows({{"a", "Hope"}})) << "added";
    EXPECT_FALSE(grows({{"a", "Hope"}})) << "read again";
    EXPECT_TRUE(grows({})) << "removed";
}

TEST_P(DirectoryStoreContract, GrowsItsRevisionWhenItsRowsMayNoLongerBeHandedOn) {
    read("nyc", {{"a", "Hope"}});
    const auto revision = store().revision();
    auto source = *store().source("nyc");
    source.may_republish = false;
    store().save_source(source);
    EXPECT_EQ(store().revision(), revision + 1);
    EXPECT_EQ(store().source("nyc"), source);
    source.etag = "\"new\"";
    store().save_source(source);
    EXPECT_EQ(store().revision(), revision + 1) << "only what fetching found out";

    source.license = "CC0";
    const auto update = store().update(source);
    update->put(meeting_of({"a", "Hope"}));
    update->commit(source);
    EXPECT_EQ(store().revision(), revision + 2);
}

TEST_P(DirectoryStoreContract, ListsOnlyWhatIsPublishedAndCountsAll) {
    read("nyc", {{"a", "Hope"}, {"b", "Draft", false}, {"c", "Noon"}});
    EXPECT_EQ(listed(), "1 Hope; 3 Noon");
    EXPECT_EQ(store().meeting_count(store().source("nyc")->id), 3);
    EXPECT_EQ(store().meeting_count({}), 0);
}

TEST_P(DirectoryStoreContract, KeepsSourcesApartThatUseTheSameKeys) {
    read("nyc", {{"1", "Hope"}, {"2", "Dawn"}});
    EXPECT_EQ(read("philly", {{"1", "Bell"}, {"2", "Dawn"}}), "+2 ~0 =0 -0");
    EXPECT_EQ(read("nyc", {{"1", "Hope"}}), "+0 ~0 =1 -1");
    EXPECT_EQ(listed(), "1 Hope; 3 Bell; 4 Dawn");

    const auto nyc = store().source("nyc")->id;
    store().each_meeting([&](const Meeting& meeting) {
        EXPECT_EQ(meeting.source == nyc, meeting.name == "Hope");
        EXPECT_EQ(meeting.source_key.size(), 1u);
    });
}

TEST_P(DirectoryStoreContract, RemovesASourceWithItsMeetingsOnly) {
    read("nyc", {{"a", "Hope"}, {"b", "Dawn"}});
    read("philly", {{"a", "Bell"}});
    const auto revision = store().revision();

    ASSERT_TRUE(store().remove_source("nyc"));
    EXPECT_EQ(listed(), "3 Bell");
    EXPECT_FALSE(store().source("nyc"));
    EXPECT_GT(store().revision(), revision);

    const auto again = store().remove_source("nyc");
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, ErrorKind::not_found);
}

TEST_P(DirectoryStoreContract, KeepsEveryFactOfASource) {
    Source source = source_named("nyc");
    source.format = "bmlt";
    source.location = "https://example.org/feed";
    source.fellowship = Fellowship::na;
    source.timezone = "America/New_York";
    source.is_fictional = true;
    source.fetched_at = Instant{hours{500'000}};
    source.failing_since = Instant{hours{400'000}};
    source.etag = "W/\"x\"";
    source.last_modified = "Sat, 21 Nov 2026 18:00:00 GMT";
    source.sha256 = std::string(64, 'a');
    source.license = "CC BY 4.0";
    source.may_republish = false;
    store().update(source)->commit(source);

    const auto stored = store().source("nyc");
    ASSERT_TRUE(stored);
    source.id = stored->id;
    EXPECT_EQ(*stored, source);
    EXPECT_NE(stored->id.value, 0);
}

TEST_P(DirectoryStoreContract, TakesASourcesNewFactsAtTheCommit) {
    read("nyc", {{"a", "Hope"}});
    Source source = *store().source("nyc");
    auto update = store().update(source);
    update->put(meeting_of({"a", "Hope"}));
    source.fellowship = Fellowship::ha;
    source.fetched_at = Instant{hours{500'000}};
    update->commit(source);
    EXPECT_EQ(store().source("nyc"), source);
}

TEST_P(DirectoryStoreContract, SavesOnlyWhatFetchingFoundOut) {
    read("nyc", {{"a", "Hope"}});
    const Source before = *store().source("nyc");
    const auto revision = store().revision();

    Source fetched = before;
    fetched.format = "never";
    fetched.is_fictional = true;
    fetched.etag = "\"2\"";
    fetched.failing_since = Instant{hours{400'000}};
    store().save_source(fetched);

    Source expected = before;
    expected.etag = "\"2\"";
    expected.failing_since = Instant{hours{400'000}};
    EXPECT_EQ(store().source("nyc"), expected);
    EXPECT_EQ(store().revision(), revision);
    EXPECT_EQ(listed(), "1 Hope");

    store().save_source(source_named("unknown"));
    EXPECT_EQ(store().sources().size(), 1u);
}

TEST_P(DirectoryStoreContract, ListsSourcesByName) {
    for (const auto* name : {"philly", "nyc", "sydney"})
        read(name, {});
    std::string names;
    for (const auto& source : store().sources())
        names += source.name + " ";
    EXPECT_EQ(names, "nyc philly sydney ");
}

TEST_P(DirectoryStoreContract, ListsMeetingsByIdWhateverTheOrderOfChanges) {
    read("nyc", {{"a", "1"}, {"b", "2"}, {"c", "3"}});
    read("philly", {{"a", "4"}});
    read("nyc", {{"d", "5"}, {"c", "3 again"}, {"a", "1 again"}});
    EXPECT_EQ(listed(), "1 1 again; 3 3 again; 4 4; 5 5");
}

TEST_P(DirectoryStoreContract, TakesEveryTextAsItIs) {
    Feed feed;
    for (std::size_t i = 0; i < kNaughty.size(); ++i) {
        const bool can_be_key = kNaughty[i].find('\0') == std::string::npos;
        feed.push_back({can_be_key ? kNaughty[i] : "nul", kNaughty[i]});
    }
    read("nyc' OR '1'='1", feed);
    EXPECT_EQ(read("nyc' OR '1'='1", feed), "+0 ~0 =" + std::to_string(kNaughty.size()) + " -0");

    std::size_t next = 0;
    store().each_meeting([&](const Meeting& meeting) {
        EXPECT_EQ(meeting.name, kNaughty[next]);
        EXPECT_EQ(meeting.source_key, feed[next].key);
        ++next;
    });
    EXPECT_EQ(next, kNaughty.size());
}

TEST_P(DirectoryStoreContract, RefusesAMeetingThatCouldNotBeReadBack) {
    auto update = store().update(source_named("nyc"));
    EXPECT_THROW(update->put(meeting_of({"a", "not UTF-8: \xff"})), Failure);
    EXPECT_THROW(update->put(meeting_of({std::string("nul\0", 4), "Hope"})), Failure);
    EXPECT_THROW(update->put(meeting_of({"\xc3", "Hope"})), Failure);
    EXPECT_EQ(update->put(meeting_of({"b", "Dawn"})), Change::added);
    update->commit(source_named("nyc"));
    EXPECT_EQ(listed(), "1 Dawn");
}

TEST_P(DirectoryStoreContract, StopsAnUpdateThatAnotherOneOvertook) {
    for (const Feed& start : {Feed{}, Feed{{"a", "Hope"}}}) {
        auto late = store().update(source_named("nyc"));
        for (const auto& listing : start)
            late->put(meeting_of(listing));
        late->put(meeting_of({"late", "Late"}));
        read("nyc", {{"a", "Hope"}, {"b", "In time"}});
        const auto before = listed();
        try {
            late->commit(source_named("nyc"));
            FAIL() << "it wrote over what it never saw";
        } catch (const Failure& failure) {
            EXPECT_EQ(failure.kind(), FailureKind::overtaken);
        }
        EXPECT_EQ(listed(), before);
    }
}

TEST_P(DirectoryStoreContract, ShowsOtherProgramsWhatIsCommitted) {
    const auto server = open();
    EXPECT_EQ(server->directory().revision(), 0);
    read("nyc", {{"a", "Hope"}});
    EXPECT_EQ(server->directory().revision(), 1);
    EXPECT_EQ(server->directory().source("nyc")->name, "nyc");
    read_into(server->directory(), "nyc", {{"a", "Changed"}});
    EXPECT_EQ(listed(), "1 Changed");
}

TEST_P(DirectoryStoreContract, KeepsEverythingWhenOpenedAgain) {
    read("nyc", {{"a", "Hope"}, {"b", "Dawn"}});
    const auto revision = store().revision();
    database_ = open();
    EXPECT_EQ(listed(), "1 Hope; 2 Dawn");
    EXPECT_EQ(store().revision(), revision);
    EXPECT_EQ(read("nyc", {{"a", "Hope"}, {"b", "Dawn"}}), "+0 ~0 =2 -0");
}

// Every reading names all its meetings alike, so a mixture would show.
TEST_P(DirectoryStoreContract, ShowsReadersAnUpdateWholeOrNotAtAll) {
    constexpr int kMeetings = 300;
    constexpr int kReadings = 8;
    const auto feed_of = [](int reading) {
        Feed feed;
        for (int i = 0; i < kMeetings; ++i) {
            feed.push_back({std::to_string(i), std::to_string(reading)});
        }
        return feed;
    };
    read("nyc", feed_of(0));

    std::atomic<bool> is_done = false;
    const auto look = [&] {
        while (!is_done) {
            std::map<std::string, int> names;
            store().each_meeting([&](const Meeting& meeting) { ++names[meeting.name]; });
            EXPECT_EQ(names.size(), 1u);
            EXPECT_EQ(names.begin()->second, kMeetings);
        }
    };
    std::thread one(look), two(look);
    for (int reading = 1; reading <= kReadings; ++reading)
        read("nyc", feed_of(reading));
    is_done = true;
    one.join();
    two.join();
    EXPECT_EQ(store().revision(), kReadings + 1);
}

}  // namespace
}  // namespace waymark::storage
