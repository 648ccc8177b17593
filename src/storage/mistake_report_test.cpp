// What visitors say is wrong, on both databases.

#include "storage/book_contract.h"

namespace waymark::storage {
namespace {

using directory::FacilityId;
using directory::MeetingId;
using directory::Mistake;
using directory::MistakeReport;

class MistakeReportContract : public BookContract {
  protected:
    void SetUp() override {
        BookContract::SetUp();
        if (!IsSkipped()) read(1, {{"a", "Hope"}, {"b", "Dawn"}, {"place-x", "Hill"}});
    }
    directory::MistakeReports& reports() { return database_->mistake_reports(); }

    static MistakeReport gone(MeetingId about) {
        return {.about = about, .mistake = Mistake::gone, .words = "It is shut.", .at = noon_of(2)};
    }
};
WAYMARK_ON_BOTH_DATABASES(MistakeReportContract);

TEST_P(MistakeReportContract, KeepsThemOldestFirstUntilTheyAreClosed) {
    EXPECT_TRUE(reports().open().empty());
    auto one = gone({2});
    MistakeReport two{.about = FacilityId{1},
                      .mistake = Mistake::unsafe,
                      .words = "'; DROP TABLE meeting; -- <b>¿Dónde?</b>",
                      .at = noon_of(1)};
    ASSERT_TRUE(reports().add(one));
    ASSERT_TRUE(reports().add(two));
    one.id = 1;
    two.id = 2;
    EXPECT_EQ(reports().open(), (std::vector{one, two}));

    ASSERT_TRUE(reports().close(2));
    EXPECT_EQ(reports().open(), std::vector{one});
    const auto again = reports().close(2);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, ErrorKind::not_found);
    ASSERT_TRUE(reports().add(two));
    EXPECT_EQ(reports().open().back().id, 3) << "a number is given once";
}

TEST_P(MistakeReportContract, KnowsEveryMistake) {
    for (int i = 0; i <= static_cast<int>(Mistake::other); ++i) {
        auto report = gone({1});
        report.mistake = static_cast<Mistake>(i);
        ASSERT_TRUE(reports().add(report));
        EXPECT_EQ(reports().open().back().mistake, report.mistake) << i;
    }
    EXPECT_FALSE(directory::mistake_of_code("nonsense"));
    EXPECT_FALSE(directory::decision_of_code(""));
}

TEST_P(MistakeReportContract, AreOnlyOfListingsThatAreThere) {
    const auto refuses = [&](const MistakeReport& report) {
        const auto added = reports().add(report);
        return !added && added.error().kind == ErrorKind::not_found;
    };
    EXPECT_TRUE(refuses(gone({9})));
    EXPECT_TRUE(refuses({.about = FacilityId{2}}));
    ASSERT_TRUE(reports().add(gone({2})));
    read(2, {{"a", "Hope"}, {"place-x", "Hill"}});
    EXPECT_TRUE(refuses(gone({2}))) << "removed since";
    EXPECT_EQ(reports().open().size(), 1u) << "for the host to see and close";
}

TEST_P(MistakeReportContract, RefusesWordsThatAreTooLongOrNoText) {
    auto report = gone({1});
    for (const auto& words : {std::string(directory::kReportWordsMax + 1, 'x'),
                              std::string("nul\0inside", 10), std::string("\xff")}) {
        report.words = words;
        const auto added = reports().add(report);
        ASSERT_FALSE(added);
        EXPECT_EQ(added.error().kind, ErrorKind::invalid_input);
        EXPECT_EQ(added.error().field, "words");
    }
    report.words = std::string(directory::kReportWordsMax, 'x');
    EXPECT_TRUE(reports().add(report));
}

TEST_P(MistakeReportContract, TakesNoMoreAboutOneListingThanAPersonWouldRead) {
    for (std::size_t i = 0; i < directory::kReportsOfOneMax; ++i)
        ASSERT_TRUE(reports().add(gone({1})));
    const auto refused = reports().add(gone({1}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::limit_reached);
    EXPECT_TRUE(reports().add(gone({2}))) << "about another it is";
    EXPECT_TRUE(reports().add({.about = FacilityId{1}})) << "the place of the same number too";
    ASSERT_TRUE(reports().close(1));
    EXPECT_TRUE(reports().add(gone({1})));
}

TEST_P(MistakeReportContract, TakesNoMoreThanWaitForAPerson) {
    const auto connection = connect();
    {
        Transaction transaction(*connection);
        for (std::size_t i = 1; i < directory::kReportsOpenMax; ++i) {
            run(*connection,
                "INSERT INTO mistake_report (id, source_id, kind, listing_id, mistake, words, "
                "reported_at) VALUES ($1, 1, 'meeting', 2, 'gone', '', '2026-01-01T00:00:00Z')",
                static_cast<std::int64_t>(1000 + i));
        }
        transaction.commit();
    }
    EXPECT_TRUE(reports().add(gone({1})));
    const auto refused = reports().add(gone({1}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::limit_reached);
    EXPECT_EQ(reports().open().size(), directory::kReportsOpenMax);
}

TEST_P(MistakeReportContract, GoWithTheSourceOfTheirListing) {
    ASSERT_TRUE(reports().add(gone({1})));
    ASSERT_TRUE(store().remove_source("nyc"));
    EXPECT_TRUE(reports().open().empty());
}

TEST_P(MistakeReportContract, LeaveTheDirectoryAsItIs) {
    const auto revision = store().revision();
    const auto before = listings();
    ASSERT_TRUE(reports().add(gone({1})));
    EXPECT_EQ(store().revision(), revision);
    EXPECT_EQ(listings(), before);
}

}  // namespace
}  // namespace waymark::storage
