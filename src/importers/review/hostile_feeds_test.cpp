// What a hostile or broken feed does to a list that was good before: nothing.
// Each attack is tried on a list of 200 meetings, most of them twice: as far as
// it may go, and one row further.

#include <gmock/gmock.h>

#include "core/text.h"
#include "importers/bytes.h"
#include "importers/import.h"
#include "importers/review/feed_review.h"
#include "importers/review/hostile_feed_test.h"
#include "testing/memory_store.h"

namespace waymark::importers {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;

constexpr std::int64_t kFetchedRowsMax = 1000;

class HostileFeed : public ::testing::Test {
  protected:
    void SetUp() override { read_by_hand(base_feed()); }

    void read_by_hand(const FeedRows& rows) {
        const auto read = import_records(bytes_of_text(text_of(rows)), options, store, clock);
        ASSERT_TRUE(read) << read.error().message;
        base = rows;
        before = store.meetings();
    }

    // What becomes of it: "published", "held: mass-removal, hijack", or why it
    // cannot be read. Unless it is published, nothing may have changed.
    std::string verdict(const std::string& feed) {
        const auto source = *store.source(options.source);
        FeedReview review{store, source, clock.now(), refused_before};
        const auto read = import_records(bytes_of_text(feed), options, store, clock, {}, &review);
        report = read.value_or(ImportReport{});
        if (read && !report.is_held) return "published";
        EXPECT_EQ(store.meetings(), before);
        EXPECT_EQ(*store.source(options.source), source);
        if (!read) return read.error().message;
        std::vector<std::string> codes;
        for (const auto& alarm : report.alarms) {
            if (alarm.holds) codes.push_back(alarm.code);
        }
        return "held: " + joined(codes, ", ");
    }
    std::string verdict(const FeedRows& rows) { return verdict(text_of(rows)); }
    // The same, of what was last read by hand once it was tampered with.
    std::string after(const Attack& attack) {
        read_by_hand(FeedRows{base});
        auto rows = base;
        attack(rows);
        return verdict(rows);
    }
    const Alarm& alarm(std::string_view code) const {
        static const Alarm kNone;
        const auto found = std::ranges::find(report.alarms, code, &Alarm::code);
        return found == report.alarms.end() ? kNone : *found;
    }
    directory::Meeting meeting(std::string_view key) const {
        const auto all = store.meetings();
        const auto found = std::ranges::find(all, key, &directory::Meeting::source_key);
        return found == all.end() ? directory::Meeting{} : *found;
    }

    ImportOptions options{.format = "meeting-guide",
                          .source = "town",
                          .timezone = "America/New_York",
                          .rows_max = kFetchedRowsMax};
    testing::MemoryStore store;
    FixedClock clock{Instant{std::chrono::seconds{1'790'000'000}}};
    FeedRows base;
    std::vector<directory::Meeting> before;
    std::int64_t refused_before = 0;
    ImportReport report;
};

// --- Rows that come and go

TEST_F(HostileFeed, TheSameListPassesInSilence) {
    EXPECT_EQ(verdict(base_feed()), "published");
    EXPECT_EQ(report.unchanged, 200);
    EXPECT_THAT(report.alarms, IsEmpty());
}

TEST_F(HostileFeed, AnImportByHandAndAFirstReadingPublishWhateverItIs) {
    auto rows = base_feed();
    remove_rows(150)(rows);
    read_by_hand(rows);
    EXPECT_EQ(store.meetings().size(), 50u);

    options.source = "new";
    FeedReview review{store, {.name = "new"}, clock.now()};
    const auto first =
        import_records(bytes_of_text(text_of(rows)), options, store, clock, {}, &review);
    ASSERT_TRUE(first);
    EXPECT_FALSE(first->is_held);
    EXPECT_EQ(first->added, 50);
}

TEST_F(HostileFeed, MoreThanATenthOfTheRowsRemoved) {
    EXPECT_EQ(after(remove_rows(21)), "held: mass-removal");
    EXPECT_EQ(alarm("mass-removal").count, 21);
    EXPECT_EQ(alarm("mass-removal").of, 200);
    EXPECT_THAT(alarm("mass-removal").examples, SizeIs(10));
    EXPECT_EQ(report.removed, 21);
    EXPECT_EQ(after(remove_rows(20)), "published");
    EXPECT_EQ(report.removed, 20);
}

TEST_F(HostileFeed, MoreThanTwentyRowsOfASmallListRemovedOrHalfOfIt) {
    read_by_hand(base_feed(199));
    EXPECT_EQ(verdict(base_feed(178)), "held: mass-removal");
    EXPECT_EQ(verdict(base_feed(179)), "published");
    read_by_hand(base_feed(10));
    EXPECT_EQ(verdict(base_feed(4)), "held: mass-removal");
    EXPECT_EQ(verdict(base_feed(5)), "published");
}

TEST_F(HostileFeed, RowsThatAreAllSaidToBeArchivedAreRowsRemoved) {
    EXPECT_EQ(after(set("archived", "true", 21)), "held: mass-removal");
    EXPECT_EQ(after(set("archived", "true", 1)), "published");
}

TEST_F(HostileFeed, MoreThanAFifthOfNewRows) {
    EXPECT_EQ(after(add_rows(41)), "held: mass-addition");
    EXPECT_EQ(alarm("mass-addition").count, 41);
    EXPECT_THAT(alarm("mass-addition").examples, Contains("Group 1000"));
    EXPECT_EQ(after(add_rows(40)), "published");
}

TEST_F(HostileFeed, OneRowIsNeverTooMuchOfASmallList) {
    read_by_hand(base_feed(3));
    auto rows = base_feed(4);
    rows[0]["phone"] = quoted("215-555-9999");
    rows.push_back({{"name", quoted("Without a key")}});
    EXPECT_EQ(verdict(rows), "published");
    EXPECT_EQ(report.refused, 1);
}

TEST_F(HostileFeed, IdsThatLookLikePathsAreOnlyNames) {
    const auto climb = [](int i) { return quoted("../../../etc/" + std::to_string(i)); };
    EXPECT_EQ(after(set_each("slug", climb)), "held: mass-removal, mass-addition");
    EXPECT_EQ(after(set_each("slug", climb, 1)), "published");
    EXPECT_EQ(meeting("../../../etc/0").name, "Group 0");
}

TEST_F(HostileFeed, AGroupThatSaysItDoesNotMeetIsHeardAtOnce) {
    EXPECT_EQ(after(set("types", R"(["TC"])", 1)), "published");
}

// --- Where people are sent

TEST_F(HostileFeed, MoreThanATwentiethOfPhoneNumbersChanged) {
    const auto other = [](int i) { return quoted(fmt::format("267-555-{:04}", 100 + i)); };
    EXPECT_EQ(after(set_each("phone", other, 11)), "held: contacts-changed");
    EXPECT_EQ(alarm("contacts-changed").count, 11);
    EXPECT_THAT(alarm("contacts-changed").examples,
                Contains("Group 1: +12155550101 -> +12675550101"));
    EXPECT_EQ(after(set_each("phone", other, 10)), "published");
}

TEST_F(HostileFeed, TheSamePhoneNumberInAnotherWritingIsNoChange) {
    const auto other = [](int i) { return quoted(fmt::format("+1 (215) 555.{:04}", 100 + i)); };
    EXPECT_EQ(after(set_each("phone", other)), "published");
}

TEST_F(HostileFeed, MoreThanATwentiethOfWebHostsChanged) {
    const auto other = [](int i) { return quoted(fmt::format("https://{}.example.net/", i)); };
    EXPECT_EQ(after(set_each("website", other, 11)), "held: contacts-changed");
    EXPECT_EQ(after(set_each("website", other, 10)), "published");
    const auto page = [](int i) {
        return quoted(fmt::format("https://group-{}.example.org/new-page", i));
    };
    EXPECT_EQ(after(set_each("website", page)), "published");
}

TEST_F(HostileFeed, MoreThanATwentiethOfTheRoomsOnlineChanged) {
    const auto other = [](int i) { return quoted(fmt::format("https://zoom.us/j/8{:07}", i)); };
    EXPECT_EQ(after(set_each("conference_url", other, 11)), "held: contacts-changed");
    EXPECT_EQ(after(set_each("conference_url", other, 10)), "published");
}

TEST_F(HostileFeed, MoreThanATwentiethOfThePointsMoved) {
    const auto away = [](int i) { return fmt::format("{:.4f}", 39.92 + i * 0.0005); };
    EXPECT_EQ(after(set_each("latitude", away, 11)), "held: contacts-changed");
    EXPECT_EQ(after(set_each("latitude", away, 10)), "published");
}

TEST_F(HostileFeed, PointsThatAreOnlyMeasuredAnewHaveNotMoved) {
    const auto nearby = [](int i) { return fmt::format("{:.4f}", 39.9005 + i * 0.0005); };
    EXPECT_EQ(after(set_each("latitude", nearby)), "published");
}

TEST_F(HostileFeed, CoordinatesThatAreSwappedArePutRight) {
    auto rows = base_feed();
    for (auto& row : rows)
        std::swap(row["latitude"], row["longitude"]);
    EXPECT_EQ(verdict(rows), "published");
    EXPECT_EQ(report.unchanged, 0) << "what the feed wrote is kept beside it";
    for (std::size_t i = 0; i < before.size(); ++i)
        EXPECT_EQ(store.meetings()[i].place.point, before[i].place.point);
}

TEST_F(HostileFeed, CoordinatesThatAreSwappedWhereNoTownIsGiven) {
    auto rows = base_feed();
    for (auto& row : rows) {
        for (const auto* key : {"city", "state", "postal_code", "country"})
            row.erase(key);
    }
    read_by_hand(rows);
    for (auto& row : rows)
        std::swap(row["latitude"], row["longitude"]);
    EXPECT_EQ(verdict(rows), "held: contacts-changed");
}

TEST_F(HostileFeed, CoordinatesFarAwayOrInTheSea) {
    EXPECT_EQ(after(both(set("latitude", "0"), set("longitude", "0"))), "held: contacts-changed");
    EXPECT_EQ(after(both(set("latitude", "25.7"), set("longitude", "-80.2"))),
              "held: contacts-changed");
    EXPECT_EQ(after(both(set("latitude", "1000"), set("longitude", "-1000"))),
              "held: contacts-changed");
}

TEST_F(HostileFeed, OneNewPhoneNumberOnFiveUnrelatedListings) {
    EXPECT_EQ(after(set("phone", quoted("267-555-0177"), 5)), "held: hijack");
    EXPECT_EQ(alarm("hijack").count, 5);
    EXPECT_THAT(alarm("hijack").examples, Contains("+12675550177: 5"));
    EXPECT_EQ(after(set("phone", quoted("267-555-0177"), 4)), "published");
}

TEST_F(HostileFeed, OneNewHostOrRoomOrAccountOnFiveUnrelatedListings) {
    EXPECT_EQ(after(set("website", quoted("https://help-now.example/"), 5)), "held: hijack");
    EXPECT_EQ(after(set("conference_url", quoted("https://zoom.us/j/666"), 5)), "held: hijack");
    EXPECT_EQ(after(set("venmo", quoted("@collector"), 5)), "held: hijack");
    EXPECT_EQ(after(set("website", quoted("https://help-now.example/"), 4)), "published");
}

TEST_F(HostileFeed, OneNewPhoneNumberOnMoreThanAFiftiethOfTheRowsThoughOfOneGroup) {
    auto rows = base_feed();
    set("group", quoted("Home 0"))(rows);
    read_by_hand(rows);
    EXPECT_EQ(after(set("phone", quoted("267-555-0177"), 5)), "held: hijack");
    EXPECT_EQ(after(set("phone", quoted("267-555-0177"), 4)), "published");
}

TEST_F(HostileFeed, ANumberThatTheListAlreadyHadIsNoHijack) {
    auto rows = base_feed();
    set("entity_phone", quoted("215-555-0000"), 100)(rows);
    read_by_hand(rows);
    EXPECT_EQ(after(set("entity_phone", quoted("215-555-0000"), 110)), "published");
}

TEST_F(HostileFeed, TheCrisisNumberOfEveryRowReplacedByAnother) {
    auto rows = base_feed();
    set("entity_phone", quoted("988"))(rows);
    read_by_hand(rows);
    set("entity_phone", quoted("267-555-0177"))(rows);
    EXPECT_EQ(verdict(rows), "held: contacts-changed, hijack");
}

TEST_F(HostileFeed, PremiumNumbers) {
    EXPECT_EQ(after(set("phone", quoted("1-900-555-0177"))), "held: contacts-changed");
    EXPECT_EQ(after(set("phone", quoted("1-900-555-0177"), 1)), "published");
    EXPECT_EQ(meeting("group-0").phone, "");
    for (const auto& [field, kept] : meeting("group-0").residue)
        EXPECT_THAT(kept, ::testing::Not(HasSubstr("900-555"))) << field;
    EXPECT_EQ(alarm("premium-number").count, 1);
    EXPECT_FALSE(alarm("premium-number").holds);
    EXPECT_THAT(
        report.warnings,
        Contains(Pair("A phone number that costs more than a usual call was left out.", 1)));
}

TEST_F(HostileFeed, NumbersOfPrefixesThatNobodyGivesOut) {
    EXPECT_EQ(after(set("phone", quoted("+999 555 0177"))), "held: contacts-changed");
    EXPECT_EQ(after(set("phone", quoted("+999 555 0177"), 1)), "published");
    EXPECT_EQ(meeting("group-0").phone, "");
}

TEST_F(HostileFeed, AddressesThatRunAsPrograms) {
    for (const auto* link : {"javascript:alert(1)", "data:text/html,x", "java\\tscript:alert(1)",
                             "https://bank.example@evil.example/"}) {
        EXPECT_EQ(after(set("website", quoted(link))), "held: contacts-changed") << link;
        EXPECT_EQ(after(set("website", quoted(link), 1)), "published") << link;
        EXPECT_EQ(meeting("group-0").website, "") << link;
    }
}

TEST_F(HostileFeed, AHostThatOnlyLooksLikeTheOldOneIsShownForWhatItIs) {
    EXPECT_EQ(after(set("website", quoted("https://gr\u043eup-0.example.org/"), 1)), "published");
    EXPECT_EQ(meeting("group-0").website, "https://xn--grup-0-xqf.example.org/");
    const auto odd = [](int i) {
        return quoted(fmt::format("https://gr\u043eup-{}.example.org/", i));
    };
    EXPECT_EQ(after(set_each("website", odd)), "held: contacts-changed");
}

// --- When, and under which name

TEST_F(HostileFeed, AllTimesShiftedByTheSame) {
    const auto later = [](int i) {
        return quoted(fmt::format("{:02}:{:02}", 7 + i % 15, i % 4 * 15));
    };
    EXPECT_EQ(after(set_each("time", later)), "held: times-shifted");
    EXPECT_THAT(alarm("times-shifted").examples, Contains("Group 0: 06:00 -> 07:00"));
    EXPECT_EQ(after(set_each("time", later, 181)), "held: times-shifted");
    EXPECT_EQ(after(set_each("time", later, 180)), "published");
}

TEST_F(HostileFeed, AllDaysEqual) {
    EXPECT_EQ(after(set("day", "1")), "held: days-equal");
    EXPECT_EQ(after(set("day", "[0,1,2,3,4,5,6]")), "held: days-equal");
    EXPECT_EQ(after(set("day", "1", 140)), "published");
}

TEST_F(HostileFeed, AllDaysEqualAsTheyWereBefore) {
    auto rows = base_feed();
    set("day", "1")(rows);
    read_by_hand(rows);
    rows[0]["time"] = quoted("05:00");
    EXPECT_EQ(verdict(rows), "published");
}

TEST_F(HostileFeed, NamesAllEqual) {
    EXPECT_EQ(after(set("name", quoted("Call 267-555-0177"))), "held: names-equal");
    EXPECT_EQ(after(set("name", quoted("Open meeting"), 180)), "published");
}

TEST_F(HostileFeed, NamesInLettersThatLookLikeOthers) {
    EXPECT_EQ(after(set("name", quoted("Gr\u043eup 0"), 1)), "published");
    EXPECT_EQ(alarm("mixed-script").count, 1);
    EXPECT_THAT(alarm("mixed-script").examples, Contains("Gr\u043eup 0"));
    const auto odd = [](int i) { return quoted(fmt::format("Gr\u043eup {}", i)); };
    EXPECT_EQ(after(set_each("name", odd)), "held: mixed-script");
}

// --- Rows that cannot be

TEST_F(HostileFeed, MoreThanAFiftiethOfTheRowsRefused) {
    EXPECT_EQ(after(set("time", quoted("25:00"), 5)), "held: row-errors");
    EXPECT_EQ(alarm("row-errors").count, 5);
    EXPECT_THAT(alarm("row-errors").examples, Contains("1: A time is written as 19:00."));
    EXPECT_EQ(after(set("time", quoted("25:00"), 4)), "published");
    EXPECT_EQ(report.refused, 4);
    EXPECT_THAT(report.refusals, SizeIs(4));
}

TEST_F(HostileFeed, RowsRefusedNoMoreThanWhenItWasLastPublished) {
    auto rows = base_feed();
    set("time", quoted("25:00"), 8)(rows);
    read_by_hand(rows);
    refused_before = 8;
    EXPECT_EQ(verdict(rows), "published");
    rows[8]["time"] = quoted("25:00");
    EXPECT_EQ(verdict(rows), "held: row-errors");
}

TEST_F(HostileFeed, NumbersThatAreNone) {
    for (const auto* number : {"NaN", "Infinity", "-Infinity", "1e999", "-1e999"}) {
        EXPECT_EQ(after(set("latitude", number, 5)), "held: row-errors") << number;
        EXPECT_EQ(after(set("latitude", number, 4)), "published") << number;
        EXPECT_EQ(report.refused, 4) << number;
    }
}

TEST_F(HostileFeed, TextsWithoutMeasure) {
    const auto giant = quoted(std::string((16U << 10U) + 1, 'x'));
    const auto large = quoted(std::string((4U << 10U) + 1, 'x'));
    EXPECT_EQ(after(set("notes", giant, 5)), "held: row-errors");
    EXPECT_EQ(after(set("name", large, 5)), "held: row-errors");
    EXPECT_EQ(after(set("address", large, 5)), "held: row-errors");
    EXPECT_EQ(after(set("notes", large, 5)), "published");
    EXPECT_EQ(after(set("name", quoted(std::string(2U << 20U, 'x')), 5)), "held: row-errors");
}

TEST_F(HostileFeed, NestingWithoutEnd) {
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    EXPECT_EQ(after(set("notes", nested(40), 5)), "held: row-errors");
    EXPECT_EQ(after(set("notes", nested(100'000), 5)), "held: row-errors");
    EXPECT_NE(verdict(nested(1'000'000)), "published");
    EXPECT_NE(verdict(std::string(1'000'000, '[')), "published");
    EXPECT_NE(verdict(R"({"meetings":)" + std::string(1'000'000, '{')), "published");
}

TEST_F(HostileFeed, HiddenCharactersAreTakenOutAndCounted) {
    const auto hidden = [](int i) {
        return quoted(fmt::format("Gr\u200bo\u202eup\\u0000 {}\u2066", i));
    };
    EXPECT_EQ(after(set_each("name", hidden)), "published");
    EXPECT_EQ(report.hidden_characters_removed, 4 * 200);
    EXPECT_EQ(report.unchanged, 200);
    EXPECT_EQ(store.meetings(), before);
}

TEST_F(HostileFeed, MarkupIsTakenOut) {
    EXPECT_EQ(after(set("name", quoted("<script>alert(1)</script><b>Group</b> 0"), 1)),
              "published");
    EXPECT_THAT(meeting("group-0").name, HasSubstr("Group"));
    EXPECT_THAT(meeting("group-0").name, ::testing::Not(HasSubstr("<")));
}

// --- Feeds that are none

TEST_F(HostileFeed, WhatIsNoFeedSaysSoInOneSentence) {
    const std::string whole = text_of(base_feed());
    const auto cut = "The feed ends in the middle: it was not sent whole.";
    EXPECT_EQ(verdict(whole.substr(0, whole.size() / 2)), cut);
    EXPECT_EQ(verdict(whole.substr(0, whole.size() - 1)), cut);
    EXPECT_EQ(verdict("<!doctype html><title>Sign in</title>"),
              "This is a web page, not a feed. Does it ask to sign in?");
    EXPECT_EQ(verdict("[]"), "The feed holds no meetings.");
    EXPECT_EQ(verdict(""), "The feed is empty.");
    EXPECT_EQ(verdict("{}"), "There is no list of meetings in this feed.");
    EXPECT_EQ(verdict(R"({"error":"no key"})"),
              "The feed's server answered with an error instead of meetings.");
    for (const auto* other : {"42", "\"meetings\"", "null", "slug,name\na,b", "\xff\xfe[\0"})
        EXPECT_EQ(verdict(other), "This is not valid JSON.") << other;
    EXPECT_EQ(verdict("[1,2,3]"),
              "No row of this feed could be taken, so the listings from before are kept.");
    EXPECT_EQ(verdict(whole + "x"), "Something follows the end of the feed's JSON.");
}

TEST_F(HostileFeed, AKeyThatStandsTwice) {
    const auto twice = "The same key stands twice in one object.";
    EXPECT_EQ(verdict(R"([{"slug":"a","name":"A","slug":"b"}])"), twice);
    EXPECT_EQ(verdict(R"({"meetings":[{"slug":"a","name":"A"}],"meetings":[]})"), twice);
    EXPECT_EQ(after(set("notes", R"({"a":1,"a":2})", 1)), twice);
}

TEST_F(HostileFeed, BytesThatAreNoText) {
    EXPECT_EQ(after(set("name", quoted("Gr\xc3\x28up"), 1)), "This is not valid JSON.");
}

TEST_F(HostileFeed, MoreRowsThanAreTaken) {
    std::string feed = "[";
    for (int i = 0; i <= kFetchedRowsMax; ++i)
        feed += fmt::format(R"({}{{"slug":"{}","name":"x","city":"y"}})", i == 0 ? "" : ",", i);
    EXPECT_EQ(verdict(feed + "]"), "This feed holds more rows than are taken from the network.");
}

}  // namespace
}  // namespace waymark::importers
