// "Which group suits me?", told as cases: tests/golden/match/CASE holds the
// answers somebody gives and the groups they see, of the few in the town below.
// WAYMARK_WRITE_GOLDEN=1 writes the latter anew, for a person to read.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "core/text.h"
#include "finder/match/outcome.h"
#include "json/write.h"
#include "testing/town.h"

namespace waymark::finder::match {
namespace {

using directory::Feature;
using directory::FeatureSet;
using directory::Fellowship;
using directory::Meeting;
using directory::VenueKind;
using json::Value;
using testing::at;
using testing::Town;
using Attitude = directory::MedicationFact::Attitude;

const std::filesystem::path kCases{WAYMARK_SOURCE_DIR "/tests/golden/match"};

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void in_spanish(Meeting& meeting) {
    meeting.languages = {"es"};
}

// A cell is a kilometre. N, M and P are NA, A and B are AA, S is SMART, D is
// Recovery Dharma, C is Celebrate Recovery, F is Nar-Anon, O is NA online.
const Town kTown{
    .map = R"(
        . N . S .
        . . @ M .
        D . . . A
        . C . P .
        B . . . F
    )",
    .starts = {{'N', "Tue 19:00"},
               {'M', "Wed 07:00"},
               {'P', "Sat 12:00"},
               {'A', "Tue 18:30"},
               {'B', "Mon 20:00"},
               {'S', "Thu 18:00"},
               {'D', "Sun 10:00"},
               {'C', "Fri 19:00"},
               {'F', "Tue 19:30"},
               {'O', "Wed 22:30"}},
    .features = {{'N', {Feature::open, Feature::speaker, Feature::newcomers}},
                 {'M', {Feature::closed, Feature::wheelchair, Feature::step_study}},
                 {'P', {Feature::women, Feature::child_care, Feature::open}},
                 {'A', {Feature::open, Feature::speaker, Feature::wheelchair}},
                 {'B', {Feature::closed, Feature::discussion}},
                 {'S', {Feature::facilitated, Feature::wheelchair}},
                 {'D', {Feature::meditation}}},
    .fellowships = {{'A', Fellowship::aa},
                    {'B', Fellowship::aa},
                    {'S', Fellowship::smart},
                    {'D', Fellowship::recovery_dharma},
                    {'C', Fellowship::celebrate_recovery},
                    {'F', Fellowship::nar_anon}},
    .venues = {{'S', VenueKind::hybrid}, {'O', VenueKind::online}},
    .also = {{'M', [](Meeting& m) { m.medication.attitude = Attitude::welcomes; }},
             {'C', [](Meeting& m) { m.medication.attitude = Attitude::refuses; }},
             {'P', in_spanish},
             {'N', [](Meeting& m) { m.languages = {"en"}; }}},
    .online = "O",
};

Request asking(std::string_view answers, const Town& town = kTown) {
    const auto asked = read_asked(Weights::own(), answers);
    EXPECT_TRUE(asked) << asked.error().field << ' ' << asked.error().message;
    auto request = request_of(*asked, at("Mon 12:00")).value();
    if (!request.near) request.near = town.person();
    request.here = Zone::named("America/New_York").value();
    return request;
}

// Outcomes point into their directory, so that it must outlive them.
const Snapshot& directory_of(const Town& town) {
    static std::vector<SnapshotPtr> kept;
    kept.push_back(town.snapshot());
    return *kept.back();
}

Outcome lead(std::string_view answers, const Town& town = kTown) {
    return outcome_of(directory_of(town), Weights::own(), asking(answers, town));
}

char letter_of(const Candidate& candidate) {
    return candidate.meeting->name.back();
}

std::string letters(const Outcome& outcome) {
    std::string all;
    for (const auto& entry : outcome.entries)
        all += letter_of(entry.candidate);
    return all;
}

// Without its sentences, which a translator may change.
std::string bones(const Outcome& outcome) {
    auto value = Value::object();
    auto groups = Value::object();
    for (const auto& entry : outcome.entries) {
        std::string line = std::to_string(entry.score.points) + '/' +
                           std::to_string(entry.score.of) +
                           (entry.is_for_variety ? " variety" : "");
        for (const auto& reason : entry.score.must)
            line += " must=" + reason.answer->id + ':' + std::string{code_of(reason.verdict)};
        for (const auto& part : entry.score.parts) {
            if (part.of == 0) continue;
            line += "; " + part.factor->id + ' ' + std::to_string(part.points);
            for (const auto& reason : part.reasons)
                line += ' ' + reason.answer->id + ':' + std::string{code_of(reason.verdict)};
        }
        groups.set(std::string{letter_of(entry.candidate)}, line);
    }
    value.set("groups", std::move(groups));
    std::string three;
    for (const auto& one : outcome.three)
        three += letter_of(one.candidate);
    value.set("try", three);
    auto says = Value::array();
    for (const auto& phrase : outcome.says)
        says.push(in_english(phrase));
    value.set("says", std::move(says));
    return json::write_indented(value);
}

std::string trimmed_end(std::string text) {
    while (!text.empty() && text.back() == '\n')
        text.pop_back();
    return text;
}

TEST(Match, LeadsEveryGoldenCaseWhereItSays) {
    const bool writes = std::getenv("WAYMARK_WRITE_GOLDEN") != nullptr;
    std::size_t cases = 0;
    for (const auto& folder : std::filesystem::directory_iterator{kCases}) {
        SCOPED_TRACE(folder.path().filename().string());
        ++cases;
        const auto outcome = bones(lead(text_of(folder.path() / "answers.json")));
        if (writes) std::ofstream{folder.path() / "outcome.json"} << outcome << '\n';
        EXPECT_EQ(trimmed_end(outcome), trimmed_end(text_of(folder.path() / "outcome.json")));
    }
    EXPECT_GE(cases, 12U);
}

// What no case asks could say anything.
TEST(Match, EveryAnswerStandsInAGoldenCase) {
    std::set<std::string> given;
    for (const auto& folder : std::filesystem::directory_iterator{kCases}) {
        const auto asked =
            read_asked(Weights::own(), text_of(folder.path() / "answers.json")).value();
        const auto& questions = Weights::own().questions;
        for (std::size_t q = 0; q < questions.size(); ++q) {
            for (std::size_t a = 0; a < questions[q].answers.size(); ++a) {
                if (asked.answers.has(q, a))
                    given.insert(questions[q].id + '=' + questions[q].answers[a].id);
            }
        }
    }
    for (const auto& question : Weights::own().questions) {
        for (const auto& answer : question.answers)
            EXPECT_TRUE(given.contains(question.id + '=' + answer.id))
                << question.id << '=' << answer.id;
    }
}

TEST(Match, WithNothingSaidStandsInTheOrderOfStart) {
    EXPECT_EQ(letters(lead("{}")), "ANMOSCPD") << "not Nar-Anon, nor the closed one of AA";
    EXPECT_EQ(lead("{}").entries.front().score.of, 0);
}

TEST(Match, PartsAddUpToTheScore) {
    const auto outcome = lead(R"({"travel": ["foot"], "when": ["evenings"], "form": ["story"],
        "lead": ["turns"], "belief": ["steps"], "medicine": "yes", "start": ["first"]})");
    for (const auto& entry : outcome.entries) {
        int points = 0;
        int of = 0;
        for (const auto& part : entry.score.parts) {
            points += part.points;
            of += part.of;
            EXPECT_LE(part.points, part.of);
            EXPECT_EQ(part.of == 0, part.reasons.empty()) << "a sentence for each part";
        }
        EXPECT_EQ(points, entry.score.points);
        EXPECT_EQ(of, entry.score.of);
    }
    EXPECT_EQ(outcome.entries.front().score.parts.size(), Weights::own().factors.size());
}

TEST(Match, LeavesOutWhatAHardNeedRulesOutHoweverWellTheRestFits) {
    EXPECT_EQ(letters(lead(R"({"language": "es", "belief": ["tools"], "form": ["story"]})")), "P");
    EXPECT_EQ(letters(lead(R"({"must": ["sign"]})")), "");
    EXPECT_EQ(letters(lead(R"({"must": ["wheelchair"]})")), "AMOS") << "O has no door to pass";
    EXPECT_EQ(letters(lead(R"({"must": ["wheelchair", "child-care"]})")), "OS");
}

TEST(Match, EnglishKeepsThoseWhoNameNoLanguageAndAsks) {
    const auto outcome = lead(R"({"language": "en"})");
    EXPECT_EQ(letters(outcome), "NAMOSCD") << "not the Spanish one";
    const auto& reason = outcome.entries[1].score.parts[5].reasons.front();
    EXPECT_EQ(reason.verdict, Reason::Verdict::ask);
    EXPECT_EQ(outcome.entries[1].score.points, 3) << "half of 6";
}

TEST(Match, SaysWhatIsNotKnownAndCountsItHalf) {
    const auto outcome = lead(R"({"medicine": "yes"})");
    EXPECT_EQ(letters(outcome), "MSANOPD") << "C refuses";
    const auto points = [&](std::size_t place) { return outcome.entries[place].score.points; };
    EXPECT_EQ(points(0), 12) << "the group says so itself";
    EXPECT_EQ(points(1), 10) << "its programme says so";
    EXPECT_EQ(points(2), 6) << "not said";
}

TEST(Match, ShowsFamilyGroupsToThoseWhoSaySoOnly) {
    EXPECT_EQ(letters(lead(R"({"about": "someone"})")), "F");
    EXPECT_EQ(letters(lead(R"({"about": "opioids"})")).find('F'), std::string::npos);
    EXPECT_EQ(letters(lead(R"({"about": "alcohol"})")).substr(0, 2), "BA");
}

TEST(Match, TheFirstFiveAreNeverAllOfOneProgramme) {
    const Town many{.map = "@ABCDEFGS",
                    .starts = {{'A', "Tue 10:00"},
                               {'B', "Tue 11:00"},
                               {'C', "Tue 12:00"},
                               {'D', "Tue 13:00"},
                               {'E', "Tue 14:00"},
                               {'F', "Tue 15:00"},
                               {'G', "Tue 16:00"},
                               {'S', "Wed 10:00"}},
                    .fellowships = {{'S', Fellowship::smart}}};
    const auto outcome = lead(R"({"belief": ["steps"]})", many);
    EXPECT_EQ(letters(outcome), "ABCDSEFG");
    EXPECT_TRUE(outcome.entries[4].is_for_variety);
    EXPECT_EQ(letters(lead(R"({"belief": ["steps"], "only": "na"})", many)), "ABCDEFG");
}

TEST(Match, SaysSoWhenThereIsNoOtherProgramme) {
    const Town one{.map = "@AB", .starts = {{'A', "Tue 10:00"}, {'B', "Tue 11:00"}}};
    ASSERT_EQ(lead("{}", one).says.size(), 1U);
    EXPECT_EQ(lead("{}", one).says.front().text,
              "All that fit are of one programme. Our lists hold no other here.");
}

TEST(Match, ListsAGroupOnceByItsBestMeeting) {
    const Town twice{.map = "@AB",
                     .starts = {{'A', "Tue 10:00"}, {'B', "Tue 19:00"}},
                     .also = {{'B', [](Meeting& m) { m.name = "Meeting A"; }}}};
    const auto outcome = lead(R"({"when": ["evenings"]})", twice);
    ASSERT_EQ(outcome.entries.size(), 1U);
    EXPECT_EQ(outcome.entries.front().candidate.meeting->schedule.start, std::chrono::hours{19});
}

TEST(Match, WithoutAPlaceOffersWhatOneCanJoinFromAnywhere) {
    const auto request = request_of(read_asked(Weights::own(), "{}").value(), at("Mon 12:00"));
    const auto outcome = outcome_of(directory_of(kTown), Weights::own(), *request);
    EXPECT_EQ(letters(outcome), "OS");
    for (const auto& entry : outcome.entries)
        EXPECT_EQ(entry.candidate.venue, VenueKind::online);
}

TEST(Match, ReadsTheTimeOnTheClockOfThePersonAsking) {
    const Town far{.map = "@",
                   .starts = {{'A', "Tue 22:00"}},  // New York.
                   .venues = {{'A', VenueKind::online}},
                   .online = "A"};
    auto request = asking(R"({"when": ["mornings"]})", far);
    request.here = Zone::named("Asia/Kolkata").value();  // 08:30 on Wednesday.
    const auto outcome = outcome_of(directory_of(far), Weights::own(), request);
    ASSERT_EQ(outcome.entries.size(), 1U);
    EXPECT_EQ(outcome.entries.front().score.points, 12);
}

TEST(Match, TriesThreeOnDifferentDaysOfDifferentProgrammes) {
    const auto outcome = lead(R"({"belief": ["steps"]})");
    ASSERT_EQ(outcome.three.size(), 3U);
    std::set<Fellowship> programmes;
    std::set<Date> days;
    for (const auto& one : outcome.three) {
        programmes.insert(one.candidate.meeting->fellowship);
        days.insert(one.candidate.next.date);
    }
    EXPECT_EQ(programmes.size(), 3U);
    EXPECT_EQ(days.size(), 3U);
}

TEST(Match, TriesFewerWhenTheWeekDoesNotHoldThree) {
    const Town one_day{.map = "@AB", .starts = {{'A', "Tue 10:00"}, {'B', "Tue 11:00"}}};
    EXPECT_EQ(lead("{}", one_day).three.size(), 1U);
    const Town none{.map = "@"};
    EXPECT_TRUE(lead("{}", none).three.empty());
    EXPECT_EQ(lead("{}", none).says.size(), 2U) << "says what to do";
}

TEST(Match, NamesTheAnswerThatIsWrong) {
    const auto field = [](std::string_view text) {
        const auto asked = read_asked(Weights::own(), text);
        if (!asked) return asked.error().field;
        return request_of(*asked, at("Mon 12:00")).error().field;
    };
    EXPECT_EQ(field(R"({"shoe_size": "42"})"), "shoe_size");
    EXPECT_EQ(field(R"({"shoe_size": null})"), "shoe_size");
    EXPECT_EQ(field(R"({"about": "shoes"})"), "about");
    EXPECT_EQ(field(R"({"about": ["opioids", "alcohol"]})"), "about") << "takes one answer";
    EXPECT_EQ(field(R"({"travel": 7})"), "travel");
    EXPECT_EQ(field(R"({"travel": [7]})"), "travel");
    EXPECT_EQ(field(R"({"near": 19104})"), "near");
    EXPECT_EQ(field(R"({"near": "Xqzzyplugh"})"), "near");
    EXPECT_EQ(field(R"({"only": "shoes"})"), "only");
    EXPECT_FALSE(read_asked(Weights::own(), "[]"));
}

TEST(Match, SpeaksBothLanguages) {
    const auto outcome = lead(R"({"belief": ["steps"]})");
    const auto why = [&](std::string_view language) {
        const auto value = to_json(Weights::own(), outcome, language);
        const auto& part = (*value.find("groups")->items()->front().find("parts")->items())[2];
        return std::string{part.find("reasons")->items()->front().text_or("why")};
    };
    EXPECT_EQ(why("en"), "It uses the 12 Steps.");
    EXPECT_EQ(why("es"), "Usa los 12 Pasos.");
}

}  // namespace
}  // namespace waymark::finder::match
