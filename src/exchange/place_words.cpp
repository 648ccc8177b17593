#include "exchange/place_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/text.h"

namespace waymark::exchange {
namespace {

using directory::Trait;
using directory::TraitKind;
using directory::TraitSet;

// A heading, folded, and our field. Fields of one name need no line.
constexpr auto kAliases = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"title", "name"},
    {"key", "id"},
    {"type", "kind"},
    {"category", "kind"},
    {"site type", "kind"},
    {"organisation", "organization"},
    {"agency", "organization"},
    {"address 1", "street"},
    {"town", "city"},
    {"zip", "postcode"},
    {"zip code", "postcode"},
    {"zipcode", "postcode"},
    {"postal code", "postcode"},
    {"lat", "latitude"},
    {"lon", "longitude"},
    {"lng", "longitude"},
    {"long", "longitude"},
    {"telephone", "phone"},
    {"phone number", "phone"},
    {"sms", "text"},
    {"url", "website"},
    {"web", "website"},
    {"link", "website"},
    {"opening hours", "hours"},
    {"hours of operation", "hours"},
    {"timezone", "zone"},
    {"time zone", "zone"},
    {"language", "languages"},
    {"area served", "areas_served"},
    {"24 7 access", "day_and_night"},
    {"24 7", "day_and_night"},
    {"route", "where"},
    {"indoor outdoor", "where"},
    {"indoors outdoors", "where"},
});

constexpr auto kFields = std::to_array<std::string_view>({
    "name",
    "id",
    "kind",
    "program",
    "organization",
    "description",
    "notes",
    "street",
    "address",
    "city",
    "state",
    "postcode",
    "county",
    "country",
    "latitude",
    "longitude",
    "precision",
    "phone",
    "text",
    "hotline",
    "intake",
    "website",
    "email",
    "hours",
    "zone",
    "languages",
    "areas_served",
    "narr_level",
    "accepts_methadone",
    "accepts_buprenorphine",
    "accepts_naltrexone",
    "wheelchair",
    "walk_in",
    "day_and_night",
    "id_required",
    "prescription_required",
    "confidential",
    "verified_on",
    "verified_by",
    "verified_how",
    "eligibility",
    "how_to_apply",
    "fees",
    "wait",
    "where",
    "transit",
    "entrance",
    "alert",
});

struct KindWords {
    std::string_view words{};  // Folded; one of them in the text is enough.
    TraitSet traits{};
};

// State maps have words of their own for the same few things.
const auto& kind_words() {
    using enum Trait;
    static const std::array<KindWords, 22> kWords{{
        {"vending machine", {naloxone_site, vending_machine}},
        {"naloxone box", {naloxone_site, vending_machine}},
        {"nalox box", {naloxone_site, vending_machine}},
        {"naloxbox", {naloxone_site, vending_machine}},
        {"newsstand", {naloxone_site, vending_machine}},
        {"mail", {naloxone_site, by_mail}},
        {"naloxone", {naloxone_site}},
        {"narcan", {naloxone_site}},
        {"syringe", {harm_reduction, syringes}},
        {"needle", {harm_reduction, syringes}},
        {"ssp", {harm_reduction, syringes}},
        {"harm reduction", {harm_reduction}},
        {"mobile", {mobile_site}},
        {"recovery housing", {recovery_housing, sober_housing}},
        {"recovery house", {recovery_housing, sober_housing}},
        {"sober living", {recovery_housing, sober_housing}},
        {"recovery residence", {recovery_housing, sober_housing}},
        {"peer", {peer_centre}},
        {"recovery centre", {peer_centre}},
        {"recovery center", {peer_centre}},
        {"recovery community", {peer_centre}},
        {"job", {work_training}},
    }};
    return kWords;
}

}  // namespace

std::string_view place_field(std::string_view heading) {
    const auto folded = fold(heading);
    const auto alias =
        std::ranges::find(kAliases, folded, [](const auto& pair) { return pair.first; });
    if (alias != kAliases.end()) return alias->second;
    for (const auto field : kFields) {
        if (fold(field) == folded) return field;
    }
    // The vocabularies are fields of their own: "payment", "supplies", "test".
    const auto kind = directory::trait_kind_of_code(folded);
    return kind ? directory::code_of(*kind) : std::string_view{};
}

TraitSet kinds_in(std::string_view text) {
    TraitSet traits;
    std::string codes{text};
    std::ranges::replace_if(
        codes, [](char c) { return c == ',' || c == ';' || c == '|'; }, ' ');
    bool is_all_codes = true;
    for (const auto part : split(codes, ' ')) {
        const auto code = ascii_lower(trimmed(part));
        if (code.empty()) continue;
        if (const auto trait = directory::trait_of_code(TraitKind::kind, code))
            traits.add(*trait);
        else
            is_all_codes = false;
    }
    if (is_all_codes) return traits;
    const auto padded = " " + fold(text) + " ";
    for (const auto& [words, said] : kind_words()) {
        const auto at = padded.find(" " + std::string{words});
        if (at != std::string::npos) traits = traits | said;
    }
    return traits;
}

}  // namespace waymark::exchange
