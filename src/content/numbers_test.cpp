// Whose numbers are whose, and what is said of getting naloxone.
#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "content/listed_numbers.h"
#include "content/naloxone.h"
#include "content/often_wrong.h"
#include "directory/phone_number.h"

namespace waymark::content {
namespace {

using directory::WantedNumber;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

WantedNumber wanted(std::string_view typed, std::string_view country = "US") {
    return WantedNumber::read(typed, country, listed_countries(Helplines{})).value();
}

std::vector<std::string> owners(std::string_view typed, std::string_view country = "US") {
    const Helplines lines;
    const auto listed = listed_numbers(lines);
    std::vector<std::string> names;
    for (const auto& owner : owners_of(wanted(typed, country), listed))
        names.emplace_back(owner.owner);
    return names;
}

TEST(ListedNumbers, EveryOneCanBeReadAndSaysWhereItIsFromAndWhen) {
    const Helplines lines;
    for (const auto& listed : listed_numbers(lines)) {
        EXPECT_TRUE(directory::read_phone_number(listed.number, listed.country)) << listed.owner;
        EXPECT_FALSE(listed.source.empty()) << listed.owner;
        EXPECT_TRUE(listed.date) << listed.owner;
        EXPECT_FALSE(listed.href.empty()) << listed.owner;
    }
}

TEST(ListedNumbers, EveryHelplineIsFoundByWhatIsShownAndByWhatIsDialled) {
    const Helplines lines;
    for (const auto& line : lines.all()) {
        for (const auto& number : {line.dial, line.shown, line.text_to}) {
            if (number.empty()) continue;
            EXPECT_THAT(owners(number, line.country), Contains(line.name)) << number;
        }
    }
}

TEST(ListedNumbers, NameTheOwner) {
    EXPECT_THAT(owners("1-800-662-HELP"), ElementsAre("SAMHSA National Helpline"));
    EXPECT_THAT(owners("1 800 487 4889"), ElementsAre("SAMHSA National Helpline"));
    EXPECT_THAT(owners("HELP4U"), ElementsAre("SAMHSA HELP4U text locator"));
    EXPECT_THAT(owners("(818) 773-9999"), ElementsAre("Narcotics Anonymous"));
    EXPECT_THAT(owners("116 123"), ElementsAre("Samaritans"));
    EXPECT_THAT(owners("1-833-555-0100"), IsEmpty());
}

TEST(OftenWrong, EachSaysWhatItIsAndHowSureWeAre) {
    EXPECT_GE(often_wrong().size(), 8U);
    for (const auto& item : often_wrong()) {
        EXPECT_FALSE(item.source.empty()) << item.id;
        EXPECT_TRUE(item.seen_on.ok()) << item.id;
        EXPECT_TRUE(item.really.en.ends_with('.') && item.really.es.ends_with('.')) << item.id;
    }
    const auto* iwk = often_wrong(wanted("1-902-470-8888", "CA"));
    ASSERT_NE(iwk, nullptr);
    EXPECT_FALSE(iwk->is_confirmed);
}

TEST(OftenWrong, IsKnownHoweverItIsTyped) {
    EXPECT_EQ(often_wrong(wanted("+1 (800) 668 6868"))->id, "kids-help-phone");
    EXPECT_EQ(often_wrong(wanted("hep4u"))->id, "hep4u");
    EXPECT_EQ(often_wrong(wanted("247247", "CA"))->id, "connexontario-text");
    EXPECT_EQ(often_wrong(wanted("1-833-555-0100"))->id, "toll-free-833");
    EXPECT_EQ(often_wrong(wanted("1-800-662-4357")), nullptr);
}

TEST(Naloxone, EveryStateHasItsFactsOrSaysThatTheyAreNotKnown) {
    const auto& states = naloxone_rules().states;
    EXPECT_EQ(states.size(), 52U) << "50 states, the District of Columbia and Puerto Rico";
    EXPECT_EQ(std::ranges::count_if(states, [](const auto& s) { return s.updated_on.has_value(); }),
              50);
    for (const auto& state : states)
        EXPECT_EQ(naloxone_access(state.state), &state);
}

TEST(Naloxone, HoldsYesNoAndUnknownApart) {
    EXPECT_EQ(naloxone_access("pa")->standing_order, true);
    EXPECT_EQ(naloxone_access("WY")->standing_order, false);
    EXPECT_EQ(naloxone_access("PR")->standing_order, std::nullopt);
    EXPECT_EQ(naloxone_access("ZZ"), nullptr);
    EXPECT_EQ(naloxone_rules().over_the_counter_since, 2023);
    EXPECT_EQ(naloxone_rules().mail.front().name, "NEXT Distro");
}

}  // namespace
}  // namespace waymark::content
