#include "sample/types.h"

#include <algorithm>
#include <array>
#include <span>

#include "sample/chance.h"

namespace waymark::sample {
namespace {

using directory::Family;
using directory::Fellowship;

struct Chance {
    std::string_view code;
    double probability;
};

struct Spoken {
    std::string_view country;
    std::string_view code;
};

constexpr auto kSpoken = std::to_array<Spoken>({
    {"AR", "S"},   {"AT", "DE"},  {"BE", "FR"},  {"BG", "BG"}, {"BO", "S"},   {"BR", "POR"},
    {"CH", "DE"},  {"CL", "S"},   {"CO", "S"},   {"CR", "S"},  {"CU", "S"},   {"DE", "DE"},
    {"DK", "DA"},  {"DO", "S"},   {"EC", "S"},   {"EG", "AR"}, {"ES", "S"},   {"ET", "AM"},
    {"FI", "FI"},  {"FR", "FR"},  {"GE", "KA"},  {"GR", "EL"}, {"GT", "S"},   {"HN", "S"},
    {"HR", "HR"},  {"HU", "HU"},  {"IL", "HE"},  {"IN", "HI"}, {"IR", "FA"},  {"IS", "IS"},
    {"IT", "ITA"}, {"JP", "JA"},  {"KR", "KOR"}, {"LT", "LT"}, {"MA", "AR"},  {"MT", "MT"},
    {"MX", "S"},   {"NI", "S"},   {"NL", "NL"},  {"NO", "NO"}, {"NP", "NE"},  {"PA", "S"},
    {"PE", "S"},   {"PH", "TL"},  {"PL", "POL"}, {"PR", "S"},  {"PT", "POR"}, {"PY", "S"},
    {"RU", "RUS"}, {"SA", "AR"},  {"SE", "SV"},  {"SI", "SL"}, {"SK", "SK"},  {"SV", "S"},
    {"TH", "TH"},  {"TR", "TUR"}, {"UA", "UK"},  {"UY", "S"},  {"VE", "S"},
});

constexpr auto kAmericanMinorities =
    std::to_array<std::string_view>({"POL", "RUS", "POR", "FR", "KOR", "PUN", "FA"});

// One of each of these at most.
constexpr auto kAudiences = std::to_array<Weighted<std::string_view>>({
    {"", 74},
    {"W", 7},
    {"M", 6},
    {"Y", 5},
    {"LGBTQ", 4},
    {"SEN", 1.5},
    {"POC", 1.2},
    {"T", 0.7},
    {"P", 0.6},
    {"NDG", 0.5},
});
constexpr auto kDoors = std::to_array<Weighted<std::string_view>>({{"O", 55}, {"C", 40}, {"", 5}});

constexpr auto kInRoom = std::to_array<Chance>({
    {"X", 0.4},
    {"XB", 0.12},
    {"BA", 0.02},
    {"CF", 0.04},
    {"FF", 0.03},
    {"SM", 0.02},
    {"OUT", 0.01},
    {"TC", 0.01},
    {"ASL", 0.01},
});
constexpr auto kAnyForm = std::to_array<Chance>({
    {"D", 0.45},
    {"SP", 0.12},
    {"BE", 0.15},
    {"LIT", 0.1},
    {"MED", 0.07},
    {"CAN", 0.03},
    {"DD", 0.02},
    {"H", 0.02},
    {"DB", 0.04},
    {"XT", 0.02},
});
constexpr auto kStepForm = std::to_array<Chance>({{"ST", 0.18}, {"TR", 0.04}, {"11", 0.04}});
constexpr auto kAlcoholForm =
    std::to_array<Chance>({{"B", 0.15}, {"12x12", 0.06}, {"DR", 0.04}, {"GR", 0.02}});

void add(std::vector<std::string_view>& types, std::string_view code) {
    if (code.empty() || std::ranges::find(types, code) != types.end()) return;
    types.push_back(code);
}

void add_some(std::vector<std::string_view>& types, std::span<const Chance> chances,
              Random& random) {
    for (const auto& [code, probability] : chances) {
        if (random.chance(probability)) add(types, code);
    }
}

}  // namespace

std::string_view language_spoken(std::string_view country, std::string_view region,
                                 Random& random) {
    const double at = random.unit();
    if (country == "US") {
        if (at < 0.88) return "EN";
        return at < 0.98 ? "S" : any_of(kAmericanMinorities, random);
    }
    if (country == "CA") return at < (region == "QC" ? 0.85 : 0.04) ? "FR" : "EN";
    const auto found = std::ranges::find(kSpoken, country, &Spoken::country);
    if (found == kSpoken.end() || at < 0.07) return "EN";
    return found->code;
}

std::vector<std::string_view> lasting_types(const TypeDraw& draw, Random& random) {
    std::vector<std::string_view> types;
    add(types, choose<std::string_view>(kDoors, random));
    add(types, draw.language);
    const bool is_for_women = draw.fellowship == Fellowship::women_for_sobriety;
    const auto audience = choose<std::string_view>(kAudiences, random);
    add(types, is_for_women ? "W" : audience);
    if (directory::can_walk_in(draw.venue)) add_some(types, kInRoom, random);
    const bool is_secular = directory::info(draw.fellowship).family == Family::secular;
    if (is_secular && random.chance(0.5)) add(types, "A");
    return types;
}

void add_form_types(std::vector<std::string_view>& types, const TypeDraw& draw, Random& random) {
    add_some(types, kAnyForm, random);
    const Family family = directory::info(draw.fellowship).family;
    if (family == Family::twelve_step || family == Family::relatives) {
        add_some(types, kStepForm, random);
    }
    if (draw.fellowship == Fellowship::aa) add_some(types, kAlcoholForm, random);
}

}  // namespace waymark::sample
