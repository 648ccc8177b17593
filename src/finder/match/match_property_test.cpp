// What must hold of every directory and every person's answers, over random
// ones. Seeds are fixed: a failure names its own.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

#include "core/random.h"
#include "finder/match/outcome.h"

namespace waymark::finder::match {
namespace {

using directory::FeatureSet;
using directory::Fellowship;
using directory::Meeting;
using directory::VenueKind;
using directory::WeekdaySet;
using Attitude = directory::MedicationFact::Attitude;
using std::chrono::minutes;

constexpr GeoPoint kHome{39.95, -75.16};
constexpr std::uint64_t kSeeds = 200;

void set_facts(Random& random, Meeting& meeting) {
    constexpr std::array<Fellowship, 9> kProgrammes{
        Fellowship::na,     Fellowship::na,    Fellowship::na,       Fellowship::ha,
        Fellowship::aa,     Fellowship::smart, Fellowship::nar_anon, Fellowship::recovery_dharma,
        Fellowship::unknown};
    constexpr double kFeatureChance = 0.12;
    meeting.fellowship = kProgrammes[random.below(kProgrammes.size())];
    meeting.features = {};
    for (const auto& info : directory::features()) {
        if (random.chance(kFeatureChance)) meeting.features.add(info.feature);
    }
    meeting.medication.attitude = static_cast<Attitude>(random.below(3));
    meeting.languages.clear();
    if (random.chance(0.3)) meeting.languages.push_back(random.chance(0.5) ? "es" : "en");
    meeting.place.transit = random.chance(0.2) ? "Bus 40" : "";
}

Meeting any_meeting(Random& random, std::int64_t id) {
    constexpr std::array<VenueKind, 4> kVenues{VenueKind::in_person, VenueKind::online,
                                               VenueKind::hybrid, VenueKind::suspended};
    Meeting meeting;
    meeting.id = {id};
    meeting.name = "Group " + std::to_string(random.chance(0.2) ? id / 2 : id);
    meeting.venue.usual = kVenues[random.below(kVenues.size())];
    meeting.place.point = GeoPoint{kHome.latitude + (random.unit() - 0.5) * 0.6,
                                   kHome.longitude + (random.unit() - 0.5) * 0.6};
    static const Zone kNewYork = Zone::named("America/New_York").value();
    meeting.schedule.zone = kNewYork;
    meeting.schedule.days = WeekdaySet::of_bits(static_cast<unsigned>(1 + random.below(127)));
    meeting.schedule.start = minutes{30 * random.below(48)};
    set_facts(random, meeting);
    return meeting;
}

std::vector<Meeting> any_meetings(Random& random) {
    std::vector<Meeting> meetings;
    const auto count = static_cast<std::int64_t>(random.below(40));
    for (std::int64_t id = 1; id <= count; ++id)
        meetings.push_back(any_meeting(random, id));
    if (random.chance(0.3)) {
        for (auto& meeting : meetings) {
            if (random.chance(0.9)) meeting.fellowship = Fellowship::na;
        }
    }
    return meetings;
}

Answers any_answers(Random& random) {
    const auto& questions = Weights::own().questions;
    Answers answers{Weights::own()};
    for (std::size_t q = 0; q < questions.size(); ++q) {
        const bool is_hard = !questions[q].factor || questions[q].id == "language";
        if (random.chance(is_hard ? 0.85 : 0.4)) continue;
        const auto count = questions[q].answers.size();
        AnswerBits bits = AnswerBits{1} << random.below(count);
        if (questions[q].joins == Question::Joins::any && random.chance(0.4)) {
            bits |= AnswerBits{1} << random.below(count);
        }
        answers.set(q, bits);
    }
    return answers;
}

Request any_request(Random& random) {
    Request request{.answers = any_answers(random)};
    request.now =
        parse_instant("2026-11-16T17:00:00Z").value() + minutes{random.below(7 * 24 * 60)};
    if (random.chance(0.85)) {
        request.near = kHome;
        request.here = Zone::named("America/New_York").value();
    }
    return request;
}

std::vector<std::int64_t> ids(const std::vector<Ranked>& ranked) {
    std::vector<std::int64_t> all;
    for (const auto& one : ranked)
        all.push_back(one.id.value);
    return all;
}

// The whole order as a person would see it, were the list endless.
std::vector<std::int64_t> whole_order(const Snapshot& snapshot, const Request& request) {
    auto ranked = rank(snapshot, Weights::own(), request);
    diversify(ranked);
    return ids(ranked);
}

std::size_t place_of(const std::vector<std::int64_t>& order, std::int64_t id) {
    return static_cast<std::size_t>(std::ranges::find(order, id) - order.begin());
}

std::optional<Score> score_in(const Meeting& meeting, const Request& request) {
    const auto& weights = Weights::own();
    const auto candidate = candidate_of(std::make_shared<const Meeting>(meeting), request,
                                        request.now, request.now + kThisWeek);
    if (!candidate || !is_possible(weights, request.answers, *candidate)) return std::nullopt;
    return score_of(weights, request.answers, *candidate);
}

// Whether no factor fits worse, and one at least fits better.
bool is_better(const Score& after, const Score& before) {
    bool is_more = false;
    for (std::size_t i = 0; i < after.parts.size(); ++i) {
        if (after.parts[i].points < before.parts[i].points) return false;
        is_more = is_more || after.parts[i].points > before.parts[i].points;
    }
    return is_more;
}

// The facts of one meeting change; when that makes some factor fit better and
// none worse, it stands no lower than before.
TEST(MatchProperty, ABetterFitNeverLowersTheRank) {
    std::size_t improved = 0;
    for (std::uint64_t seed = 1; seed <= kSeeds * 10; ++seed) {
        Random random{seed};
        auto meetings = any_meetings(random);
        if (meetings.empty()) continue;
        for (auto& meeting : meetings)
            meeting.name += ' ' + std::to_string(meeting.id.value);  // Each its own group.
        const auto request = any_request(random);
        const auto which = random.below(meetings.size());
        auto changed = meetings;
        set_facts(random, changed[which]);
        // Its programme decides where it stands for the sake of variety.
        changed[which].fellowship = meetings[which].fellowship;
        const auto was = score_in(meetings[which], request);
        const auto is = score_in(changed[which], request);
        if (!was || !is || !is_better(*is, *was)) continue;
        const Snapshot before{meetings, {}};
        const Snapshot after{changed, {}};
        const auto id = meetings[which].id.value;
        ++improved;
        EXPECT_LE(place_of(whole_order(after, request), id),
                  place_of(whole_order(before, request), id))
            << "seed " << seed;
    }
    EXPECT_GT(improved, 100U);
}

TEST(MatchProperty, HardNeedsAlwaysHold) {
    const auto& questions = Weights::own().questions;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        Random random{seed};
        const Snapshot snapshot{any_meetings(random), {}};
        auto request = any_request(random);
        const auto must = Weights::own().question("must").value();
        const auto language = Weights::own().question("language").value();
        request.answers.set(must, AnswerBits{1} << random.below(questions[must].answers.size()));
        if (random.chance(0.3)) request.answers.set(language, 0b10);  // Spanish.
        for (auto& one : rank(snapshot, Weights::own(), request)) {
            one.candidate.meeting = snapshot.meeting(one.id);
            for (std::size_t q = 0; q < questions.size(); ++q) {
                for (std::size_t a = 0; a < questions[q].answers.size(); ++a) {
                    if (!request.answers.has(q, a)) continue;
                    const auto& answer = questions[q].answers[a];
                    EXPECT_TRUE(answer.needs.empty() || any_holds(answer.needs, one.candidate))
                        << answer.id << ", seed " << seed;
                    EXPECT_FALSE(any_holds(answer.never, one.candidate)) << "seed " << seed;
                }
            }
            if (request.answers.has(language, 1)) {
                EXPECT_EQ(one.candidate.meeting->languages, std::vector<std::string>{"es"});
            }
        }
    }
}

TEST(MatchProperty, TheSameThreeValuesGiveTheSameOrder) {
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        Random random{seed};
        auto meetings = any_meetings(random);
        auto request = any_request(random);
        if (random.chance(0.5)) request.answers = Answers{Weights::own()};  // All skipped.
        const auto order = whole_order(Snapshot{meetings, {}}, request);
        std::ranges::reverse(meetings);
        EXPECT_EQ(whole_order(Snapshot{meetings, {}}, request), order) << "seed " << seed;
    }
}

TEST(MatchProperty, TheFirstFiveAreOfTwoProgrammesWhereThereAreTwo) {
    std::size_t moved = 0;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        Random random{seed};
        const Snapshot snapshot{any_meetings(random), {}};
        const auto request = any_request(random);
        std::set<Fellowship> all;
        for (const auto& one : rank(snapshot, Weights::own(), request))
            all.insert(one.programme);
        const auto outcome = outcome_of(snapshot, Weights::own(), request);
        std::set<Fellowship> first;
        for (std::size_t i = 0; i < std::min<std::size_t>(outcome.entries.size(), 5); ++i) {
            first.insert(outcome.entries[i].candidate.meeting->fellowship);
            moved += outcome.entries[i].is_for_variety ? 1 : 0;
        }
        EXPECT_EQ(first.size() > 1, all.size() > 1) << "seed " << seed;
    }
    EXPECT_GT(moved, 10U);
}

TEST(MatchProperty, ThreeToTryAreOfThreeDaysAndGroupsWithTheBestAmongThem) {
    std::size_t threes = 0;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        Random random{seed};
        const Snapshot snapshot{any_meetings(random), {}};
        const auto request = any_request(random);
        const auto ranked = rank(snapshot, Weights::own(), request);
        const auto three = try_three(ranked, request);
        EXPECT_EQ(three.empty(), ranked.empty());
        std::set<Date> days;
        std::set<std::int64_t> meetings;
        for (const auto& one : three) {
            days.insert(one.candidate.next.date);  // All zones are the same here.
            meetings.insert(one.candidate.meeting->id.value);
            EXPECT_GE(one.candidate.next.starts, request.now);
            EXPECT_LT(one.candidate.next.starts, request.now + kThisWeek);
        }
        EXPECT_EQ(days.size(), three.size()) << "seed " << seed;
        EXPECT_EQ(meetings.size(), three.size()) << "seed " << seed;
        if (!ranked.empty()) {
            EXPECT_TRUE(meetings.contains(ids(ranked).front())) << "seed " << seed;
        }
        threes += three.size() == kTries ? 1 : 0;
    }
    EXPECT_GT(threes, kSeeds / 2);
}

}  // namespace
}  // namespace waymark::finder::match
