#include "exchange/features.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "exchange/bmlt_formats.h"
#include "json/parse.h"

namespace waymark::exchange {
namespace {

using directory::Feature;
using directory::FeatureSet;
using directory::Fellowship;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

FeatureSet features_of(std::string_view code, Fellowship fellowship) {
    const auto meaning = meaning_of_type(code, fellowship);
    return meaning ? meaning->features : FeatureSet{};
}

TEST(Types, SameLettersMeanDifferentThingsInDifferentFellowships) {
    EXPECT_EQ(features_of("POA", Fellowship::aa), FeatureSet{Feature::proof_of_attendance});
    EXPECT_EQ(features_of("POA", Fellowship::al_anon), FeatureSet{Feature::parents});
    EXPECT_EQ(features_of("WA", Fellowship::recovery_dharma), FeatureSet{Feature::wheelchair});
    EXPECT_EQ(meaning_of_type("IS", Fellowship::aa)->language, "is");
    EXPECT_EQ(features_of("IS", Fellowship::recovery_dharma), FeatureSet{Feature::step_study});
    EXPECT_EQ(features_of("S", Fellowship::aca), FeatureSet{Feature::speaker});
    EXPECT_EQ(meaning_of_type("S", Fellowship::unknown)->language, "es");
    EXPECT_EQ(features_of("T", Fellowship::aca), FeatureSet{Feature::literature});
    EXPECT_EQ(features_of("GL", Fellowship::ha), FeatureSet{Feature::lgbtq});
}

TEST(Types, AreTakenInAnyCaseBracketedOrByName) {
    EXPECT_EQ(features_of("[open]", Fellowship::aa), FeatureSet{Feature::open});
    EXPECT_EQ(features_of(" wheelchair access ", Fellowship::aa), FeatureSet{Feature::wheelchair});
    EXPECT_EQ(meaning_of_type("onl", Fellowship::aa)->venue, VenueMark::online);
    EXPECT_EQ(type_of_name("Location Temporarily Closed", Fellowship::aa), "TC");
    EXPECT_EQ(type_of_name("Dog Friendly", Fellowship::recovery_dharma), "DF");
    EXPECT_EQ(type_of_name("Pottery", Fellowship::aa), std::nullopt);
}

TEST(Types, ReadTogetherGiveFeaturesLanguagesAndMarks) {
    const auto all = meaning_of_types({"O", "S", "X", "TC", "?!", "EN", "S"}, Fellowship::aa);
    EXPECT_EQ(all.features, (FeatureSet{Feature::open, Feature::wheelchair}));
    EXPECT_THAT(all.languages, ElementsAre("es", "en"));
    EXPECT_TRUE(all.temporarily_closed);
    EXPECT_FALSE(all.online);
}

TEST(Types, WrittenReadBackTheSame) {
    for (const auto& info : directory::features()) {
        const auto codes = types_of({info.feature}, {});
        if (codes.empty()) continue;  // The specification has no word for it.
        EXPECT_EQ(meaning_of_types(codes, Fellowship::aa).features, FeatureSet{info.feature})
            << info.code;
    }
    EXPECT_THAT(types_of({}, {"es", "ja", "tlh"}), ElementsAre("S", "JA"));
}

TEST(Formats, SayEverythingWeKnowAndReadBackTheSame) {
    for (const auto& info : directory::features()) {
        const auto keys = formats_of({info.feature}, {});
        ASSERT_EQ(keys.size(), 1u) << info.code;
        EXPECT_EQ(BmltFormats::stock().meaning(keys[0])->features, FeatureSet{info.feature})
            << info.code;
    }
    EXPECT_THAT(formats_of({}, {"es", "sl"}), ElementsAre("ES", "lang-sl"));
    EXPECT_EQ(BmltFormats::stock().meaning("lang-sl")->language, "sl");
    EXPECT_EQ(BmltFormats::stock().meaning("SL")->features, FeatureSet{Feature::sign_language});
}

TEST(Formats, AreReadByWorldIdWhateverTheServerCallsThem) {
    const auto list = json::parse(R"([
        {"id":"88","key_string":"RST","world_id":"WCHR","name_string":"Rollstuhl"},
        {"id":"89","key_string":"Cast","world_id":"LANG","name_string":"Español"},
        {"id":"90","key_string":"Pro","world_id":"","name_string":"Proof of Attendance"},
        {"id":"91","key_string":"B","world_id":"","name_string":"Something local"},
        {"key_string":""}, 7])");
    const auto formats = BmltFormats::of(*list);
    EXPECT_EQ(formats.meaning("RST")->features, FeatureSet{Feature::wheelchair});
    EXPECT_EQ(formats.meaning("Cast")->language, "es");
    EXPECT_EQ(formats.meaning("Pro")->features, FeatureSet{Feature::proof_of_attendance});
    EXPECT_EQ(formats.meaning("nothing"), std::nullopt);
    EXPECT_EQ(formats.key_of("88"), "RST");
    EXPECT_EQ(formats.key_of("17"), "O");
}

TEST(Formats, OfOldServersTellSpeakerOnlyFromSpeakerAndDiscussion) {
    EXPECT_EQ(meaning_of_format("SD", "SPK")->features,
              (FeatureSet{Feature::speaker, Feature::discussion}));
    EXPECT_EQ(meaning_of_format("So", "SPK")->features, FeatureSet{Feature::speaker});
}

TEST(Naws, CodesLeaveOutWhatHasItsOwnColumn) {
    EXPECT_THAT(naws_of({Feature::open, Feature::closed, Feature::wheelchair}), IsEmpty());
    EXPECT_THAT(naws_of({Feature::literature, Feature::women}), ElementsAre("W", "LIT"));
    EXPECT_EQ(meaning_of_naws("hybr")->venue, VenueMark::hybrid);
    EXPECT_EQ(meaning_of_naws("LANG"), std::nullopt);
}

std::string shared_file(const std::string& path) {
    std::ifstream file(WAYMARK_SOURCE_DIR "/../shared/data/meetings/" + path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(Types, KnowEveryCodeOfTheSpecification) {
    const auto text = shared_file("tsml/spec-types-1.1.9.json");
    if (text.empty()) GTEST_SKIP() << "The folder of real feeds is not beside the repository.";
    const auto spec = json::parse(text);
    ASSERT_EQ(spec->members()->size(), 87u);
    for (const auto& [code, names] : *spec->members()) {
        EXPECT_TRUE(meaning_of_type(code, Fellowship::aa)) << code;
        EXPECT_EQ(type_of_name(names.text_or("en"), Fellowship::aa), code);
    }
}

}  // namespace
}  // namespace waymark::exchange
