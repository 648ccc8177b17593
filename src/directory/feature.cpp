#include "directory/feature.h"

#include <algorithm>
#include <array>

namespace waymark::directory {
namespace {

using enum Feature;
using K = FeatureKind;

constexpr std::array<FeatureInfo, static_cast<std::size_t>(count_)> kFeatures{{
    {wheelchair, "wheelchair", K::need, "Wheelchair access"},
    {accessible_toilet, "accessible-toilet", K::need, "Accessible toilet"},
    {hearing_loop, "hearing-loop", K::need, "Hearing loop"},
    {sign_language, "sign-language", K::need, "Sign language"},
    {child_care, "child-care", K::need, "Child care, or children welcome"},
    {fragrance_free, "fragrance-free", K::need, "Fragrance free"},
    {smoke_free, "smoke-free", K::need, "Smoke free"},
    {dogs_welcome, "dogs", K::need, "Dogs welcome"},
    {women, "women", K::audience, "Women"},
    {men, "men", K::audience, "Men"},
    {lgbtq, "lgbtq", K::audience, "LGBTQ+ people"},
    {transgender, "transgender", K::audience, "Transgender people"},
    {young_people, "young", K::audience, "Young people"},
    {seniors, "seniors", K::audience, "Older people"},
    {people_of_color, "poc", K::audience, "People of colour"},
    {indigenous, "indigenous", K::audience, "Indigenous people"},
    {newcomers, "newcomers", K::audience, "Newcomers"},
    {professionals, "professionals", K::audience, "Professionals"},
    {parents, "parents", K::audience, "Parents"},
    {veterans, "veterans", K::audience, "Veterans"},
    {open, "open", K::door, "Open to anyone"},
    {closed, "closed", K::door, "Closed: for people with the same problem"},
    {speaker, "speaker", K::form, "Speaker"},
    {discussion, "discussion", K::form, "Discussion"},
    {topic, "topic", K::form, "Topic"},
    {step_study, "step", K::form, "Step study"},
    {tradition_study, "tradition", K::form, "Tradition study"},
    {literature, "literature", K::form, "Literature study"},
    {meditation, "meditation", K::form, "Meditation"},
    {question_answer, "questions", K::form, "Questions and answers"},
    {candlelight, "candlelight", K::form, "Candlelight"},
    {sharing_short, "short-sharing", K::form, "Short sharing"},
    {facilitated, "facilitated", K::form, "Led by a trained host"},
    {secular, "secular", K::form, "Secular"},
    {religious, "religious", K::form, "With prayer or worship"},
    {outdoors, "outdoors", K::form, "Outdoors"},
    {birthday, "birthday", K::form, "Anniversaries"},
    {proof_of_attendance, "proof-of-attendance", K::form, "Signs proof of attendance"},
    {smoking_allowed, "smoking", K::form, "Smoking allowed"},
    {literature_sold, "literature-sold", K::form, "Literature to take home"},
    {medication_welcome, "medication-welcome", K::form, "Welcomes people on medication"},
    {captions, "captions", K::need, "Live captions"},
    {dual_diagnosis, "dual-diagnosis", K::audience, "People who also live with a mental illness"},
    {no_children, "no-children", K::form, "No children"},
}};

}  // namespace

std::span<const FeatureInfo> features() {
    return kFeatures;
}

const FeatureInfo& info(Feature feature) {
    return kFeatures[static_cast<std::size_t>(feature)];
}

std::optional<Feature> feature_of_code(std::string_view code) {
    const auto found = std::ranges::find(kFeatures, code, &FeatureInfo::code);
    if (found == kFeatures.end()) return std::nullopt;
    return found->feature;
}

}  // namespace waymark::directory
