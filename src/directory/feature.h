// The common vocabulary of what a meeting is like, into which the codes of
// every feed are mapped. The feed's own codes stay beside it (Meeting::codes).
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

namespace waymark::directory {

enum class Feature : std::uint8_t {
    // Needs: what somebody may need in order to come at all.
    wheelchair,
    accessible_toilet,
    hearing_loop,
    sign_language,
    child_care,
    fragrance_free,
    smoke_free,
    dogs_welcome,
    // Audience: whom it is for.
    women,
    men,
    lgbtq,
    transgender,
    young_people,
    seniors,
    people_of_color,
    indigenous,
    newcomers,
    professionals,
    parents,
    veterans,
    // Door.
    open,
    closed,
    // Form.
    speaker,
    discussion,
    topic,
    step_study,
    tradition_study,
    literature,
    meditation,
    question_answer,
    candlelight,
    sharing_short,  // A limit on how long one shares.
    facilitated,
    secular,
    religious,
    outdoors,
    birthday,
    proof_of_attendance,
    smoking_allowed,
    literature_sold,
    medication_welcome,  // Said by the group itself.
    // Later additions stand here: stored sets are bits by this order.
    captions,
    dual_diagnosis,
    no_children,
    count_,
};

enum class FeatureKind : std::uint8_t { need, audience, door, form };

struct FeatureInfo {
    Feature feature{};
    std::string_view code{};  // "wheelchair": in URLs, options and JSON.
    FeatureKind kind{};
    std::string_view name{};  // "Wheelchair access": English, a key of the catalogue.
};

std::span<const FeatureInfo> features();
const FeatureInfo& info(Feature feature);
std::optional<Feature> feature_of_code(std::string_view code);

class FeatureSet {
  public:
    constexpr FeatureSet() = default;
    constexpr FeatureSet(std::initializer_list<Feature> list) {
        for (const Feature feature : list)
            add(feature);
    }
    static constexpr FeatureSet of_bits(std::uint64_t bits) {
        FeatureSet set;
        set.bits_ = bits;
        return set;
    }

    constexpr void add(Feature feature) { bits_ |= bit(feature); }
    constexpr void remove(Feature feature) { bits_ &= ~bit(feature); }
    constexpr bool has(Feature feature) const { return (bits_ & bit(feature)) != 0; }
    constexpr bool has_all(FeatureSet other) const { return (bits_ & other.bits_) == other.bits_; }
    constexpr bool has_any(FeatureSet other) const { return (bits_ & other.bits_) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    constexpr std::uint64_t bits() const { return bits_; }
    friend constexpr bool operator==(FeatureSet, FeatureSet) = default;

  private:
    static constexpr std::uint64_t bit(Feature feature) {
        return std::uint64_t{1} << static_cast<unsigned>(feature);
    }
    std::uint64_t bits_ = 0;
};
static_assert(static_cast<unsigned>(Feature::count_) <= 64);

}  // namespace waymark::directory
