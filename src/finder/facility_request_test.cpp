// The words of the search for places of help.

#include "finder/facility_request.h"

#include <gtest/gtest.h>

namespace waymark::finder {
namespace {

using directory::Trait;
using directory::TraitKind;
using directory::TraitSet;

FacilityRequest read(const Options& options) {
    return parse_facility_request(options).value().request;
}

TEST(FacilityRequestWords, TakeEveryCodeOfEveryKind) {
    for (const auto& each : directory::traits()) {
        const std::string kind{directory::code_of(each.kind)};
        EXPECT_EQ(read({{kind, std::string{each.code}}}).of(each.kind), TraitSet{each.trait})
            << each.code;
    }
}

TEST(FacilityRequestWords, TakeListsAndForgiveCaseAndSpace) {
    EXPECT_EQ(read({{"serves", " Pregnant, veterans "}}).of(TraitKind::serves),
              (TraitSet{Trait::pregnant, Trait::veterans}));
    EXPECT_EQ(read({{"payment", ""}}).of(TraitKind::payment), TraitSet{});
}

TEST(FacilityRequestWords, TelehealthYesIsEitherKind) {
    EXPECT_EQ(read({{"telehealth", "yes"}}).of(TraitKind::telehealth),
              TraitSet::of_kind(TraitKind::telehealth));
}

TEST(FacilityRequestWords, ThePlaceBringsItsState) {
    const auto parsed = parse_facility_request({{"near", "19104"}, {"radius", "10mi"}}).value();
    EXPECT_EQ(parsed.request.area, "US-PA");
    EXPECT_TRUE(parsed.place.has_value());
    EXPECT_EQ(read({{"near", "39.95,-75.16"}}).area, "US-PA");
}

TEST(FacilityRequestWords, NameTheOptionThatIsWrong) {
    const auto field = [](const Options& options) {
        return parse_facility_request(options).error().field;
    };
    EXPECT_EQ(field({{"medication", "aspirin"}}), "medication");
    EXPECT_EQ(field({{"colour", "red"}}), "colour");
    EXPECT_EQ(field({{"limit", "0"}}), "limit");
    EXPECT_EQ(field({{"hours", "always"}}), "hours");
    EXPECT_EQ(field({{"sort", "soonest"}}), "sort");
    EXPECT_EQ(field({{"lang", "not a tag!"}}), "lang");
    EXPECT_EQ(field({{"near", "zzzzqqq"}}), "near");
}

}  // namespace
}  // namespace waymark::finder
