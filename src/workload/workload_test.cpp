// The workload is what its headers say, so that figures of two runs, and of two
// engines, are about the same thing.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>

#include "exchange/context.h"
#include "exchange/meeting_guide.h"
#include "finder/request.h"
#include "json/parse.h"
#include "workload/measure.h"
#include "workload/records.h"

namespace waymark::workload {
namespace {

using directory::VenueKind;

const std::vector<directory::Meeting>& some_meetings() {
    static const auto kMeetings = records(5000);
    return kMeetings;
}

double share(auto fits) {
    const auto& meetings = some_meetings();
    return static_cast<double>(std::ranges::count_if(meetings, fits)) /
           static_cast<double>(meetings.size());
}

TEST(Records, AreTheSameForTheSameSeedAndAStream) {
    const auto first = records(700);
    EXPECT_TRUE(std::ranges::equal(first, std::span{some_meetings()}.first(700)));
    EXPECT_NE(records(10, 7), records(10, 8));
}

TEST(Records, HaveTheSharesOfTheModel) {
    using directory::Fellowship;
    const auto venue = [](VenueKind kind) {
        return [kind](const auto& meeting) { return meeting.venue.usual == kind; };
    };
    EXPECT_NEAR(share(venue(VenueKind::in_person)), 0.70, 0.05);
    EXPECT_NEAR(share(venue(VenueKind::online)), 0.18, 0.05);
    EXPECT_NEAR(share([](const auto& m) { return m.fellowship == Fellowship::na; }), 0.40, 0.05);
    EXPECT_NEAR(share([](const auto& m) { return m.fellowship == Fellowship::aa; }), 0.28, 0.05);
    for (const auto& info : directory::features()) {
        const auto carries = [&](const auto& m) { return m.features.has(info.feature); };
        EXPECT_NEAR(share(carries), share_of(info.feature), 0.03) << info.code;
    }
}

TEST(Records, RepeatOneInTwentyFiveOfAnEarlierOne) {
    std::set<std::string> seen;
    const double repeated = share([&](const directory::Meeting& m) {
        return !seen.insert(m.name + m.place.name + m.place.address +
                            std::to_string(m.schedule.days.bits()) +
                            format_time_of_day(m.schedule.start))
                    .second;
    });
    EXPECT_NEAR(repeated, 0.04, 0.015);
}

TEST(Records, AreAFeedThatReadsBackAsTheyWere) {
    std::string feed;
    write_feed(200, 1, [&](std::string_view piece) { feed.append(piece); });
    const auto rows = json::parse(feed);
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->items()->size(), 200u);
    for (std::size_t row = 0; row < 200; ++row) {
        const auto read = exchange::read_meeting_guide((*rows->items())[row], {});
        ASSERT_TRUE(read) << read.error().message;
        const auto& meant = some_meetings()[row];
        EXPECT_EQ(read->name, meant.name);
        EXPECT_EQ(read->schedule, meant.schedule);
        EXPECT_EQ(read->place.point, meant.place.point);
        EXPECT_EQ(read->venue, meant.venue);
        EXPECT_EQ(read->fellowship, meant.fellowship);
        EXPECT_EQ(read->features, meant.features);
        EXPECT_EQ(read->languages, meant.languages);
    }
}

TEST(Questions, ComeInTurnAndAreTheSameForTheSameSeed) {
    const auto asked = questions(50);
    const auto again = questions(50);
    for (std::size_t i = 0; i < asked.size(); ++i) {
        EXPECT_EQ(asked[i].kind, kClasses[i % 5]);
        EXPECT_EQ(query_of(asked[i], 15), query_of(again[i], 15));
    }
}

TEST(Questions, AreAllAnsweredAndMostlyFindSomething) {
    const finder::Snapshot snapshot{some_meetings(), {}};
    std::map<char, int> found;
    for (const auto& question : questions(250)) {
        const auto answer = finder::search(snapshot, question.request, question.now);
        ASSERT_TRUE(answer) << answer.error().message;
        if (!answer->matches.empty() && !answer->widened) ++found[question.kind];
    }
    EXPECT_GT(found['a'], 45);
    EXPECT_GT(found['d'], 40);
    EXPECT_GT(found['e'], 15);
}

TEST(Questions, AreTakenByTheApi) {
    for (const auto& question : questions(100)) {
        finder::Options options;
        const auto query = query_of(question, 15);
        for (std::size_t begin = 0; begin < query.size();) {
            const auto end = std::min(query.find('&', begin), query.size());
            const auto pair = query.substr(begin, end - begin);
            auto value = pair.substr(pair.find('=') + 1);
            std::ranges::replace(value, '+', ' ');
            options.emplace_back(pair.substr(0, pair.find('=')), value);
            begin = end + 1;
        }
        const auto parsed = finder::parse_request(options);
        ASSERT_TRUE(parsed) << query << ": " << parsed.error().message;
        EXPECT_EQ(parsed->request.counts, question.request.counts);
        EXPECT_EQ(parsed->request.text, question.request.text);
        EXPECT_EQ(parsed->request.sort, question.request.sort);
    }
}

TEST(Measure, TellsEachClass) {
    const auto measured = measure({.meetings = 300, .questions = 10});
    ASSERT_EQ(measured.classes.size(), 5u);
    EXPECT_EQ(measured.classes[3].kind, 'd');
    EXPECT_EQ(measured.classes[3].asked, 2u);
    EXPECT_GE(measured.classes[0].json.p50, measured.classes[0].search.p50);
    EXPECT_THAT(table_of(measured), testing::HasSubstr("300 meetings"));
    EXPECT_TRUE(json::parse(json_of(measured)));
}

TEST(Percentiles, AreOfSortedTimes) {
    const auto of = percentiles_of({3, 1, 2});
    EXPECT_EQ(of.p50, 2);
    EXPECT_EQ(of.p99, 3);
    EXPECT_EQ(percentiles_of({}).p99, 0);
}

}  // namespace
}  // namespace waymark::workload
