#include "directory/premium_number.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text.h"

namespace waymark::directory {
namespace {

// Beginnings of numbers billed as services, from each country's numbering plan
// as its regulator notifies it to the ITU (Operational Bulletin, E.164 plans).
constexpr auto kPremium = std::to_array<std::string_view>({
    "+1900",                                    // NANPA: 900 services.
    "+44871",  "+44872",  "+44873",             // Ofcom National Telephone Numbering Plan.
    "+449",                                     // The same: 09.
    "+3389",                                    // Arcep: services à valeur ajoutée, 089.
    "+49900",  "+49137",                        // Bundesnetzagentur: 0900, and 0137 for mass calls.
    "+34803",  "+34806",  "+34807",             // CNMC: tarificación adicional.
    "+34905",  "+34907",                        // The same.
    "+35315",                                   // ComReg: 15xx premium rate.
    "+61190",                                   // ACMA: 190.
    "+64900",                                   // NZ Number Administration: 0900.
    "+52900",                                   // IFT: 900.
    "+3290",                                    // BIPT: 090x.
    "+3190",                                    // ACM: 0900, 0906, 0909.
    "+4190",                                    // BAKOM: 0900, 0901, 0906.
    "+43900",  "+43901",  "+43930",  "+43931",  // RTR: 0900, 0901, 0930, 0931.
    "+3989",                                    // AGCOM: 89x.
    "+35160",  "+351646", "+351648", "+35176",  // ANACOM: 60x, 646, 648, 76x.
    "+46900",  "+46939",  "+46944",             // PTS: 0900, 0939, 0944.
    "+4782",                                    // Nkom: 82x.
    "+4590",                                    // Agency for Digital Government: 90.
    "+358600", "+358700",                       // Traficom: 0600, 0700.
    "+4870",                                    // UKE: 70x.
    "+55900",                                   // Anatel: 0900.
    "+81990",                                   // MIC: 0990.
    "+979",                                     // ITU-T E.169.2: international premium rate.
    "+870",    "+881",    "+882",    "+883",  // ITU-T E.164: satellites and networks of no country.
});

// ITU-T E.164, list of assigned country codes, by their length.
constexpr std::string_view kOneDigit = "1 7";
constexpr std::string_view kTwoDigits =
    "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 "
    "65 66 81 82 84 86 90 91 92 93 94 95 98";
constexpr std::string_view kThreeDigits =
    "211 212 213 216 218 220 221 222 223 224 225 226 227 228 229 230 231 232 233 234 235 236 237 "
    "238 239 240 241 242 243 244 245 246 247 248 249 250 251 252 253 254 255 256 257 258 260 261 "
    "262 263 264 265 266 267 268 269 290 291 297 298 299 350 351 352 353 354 355 356 357 358 359 "
    "370 371 372 373 374 375 376 377 378 380 381 382 383 385 386 387 389 420 421 423 500 501 502 "
    "503 504 505 506 507 508 509 590 591 592 593 594 595 596 597 598 599 670 672 673 674 675 676 "
    "677 678 679 680 681 682 683 685 686 687 688 689 690 691 692 800 808 850 852 853 855 856 870 "
    "878 880 881 882 883 886 888 960 961 962 963 964 965 966 967 968 970 971 972 973 974 975 976 "
    "977 979 992 993 994 995 996 998";

constexpr std::size_t kNorthAmericanKey = 12;  // "+1", area code, exchange, line.

bool lists(std::string_view codes, std::string_view code) {
    const auto all = split(codes, ' ');
    return std::ranges::find(all, code) != all.end();
}

using Named = std::pair<std::string_view, std::string_view>;

constexpr auto kCountryWords = std::to_array<Named>({
    {"us", "US"},
    {"usa", "US"},
    {"united states", "US"},
    {"u s", "US"},
    {"u s a", "US"},
    {"united states of america", "US"},
    {"ca", "CA"},
    {"canada", "CA"},
    {"puerto rico", "PR"},
    {"pr", "PR"},
    {"gb", "GB"},
    {"uk", "GB"},
    {"england", "GB"},
    {"scotland", "GB"},
    {"wales", "GB"},
    {"great britain", "GB"},
    {"united kingdom", "GB"},
    {"northern ireland", "GB"},
    {"ie", "IE"},
    {"ireland", "IE"},
    {"au", "AU"},
    {"australia", "AU"},
    {"nz", "NZ"},
    {"new zealand", "NZ"},
    {"de", "DE"},
    {"germany", "DE"},
    {"deutschland", "DE"},
    {"es", "ES"},
    {"spain", "ES"},
    {"espana", "ES"},
    {"fr", "FR"},
    {"france", "FR"},
    {"mx", "MX"},
    {"mexico", "MX"},
});

// Zones by the beginnings of their names; of America only those that dial +1.
constexpr auto kZones = std::to_array<Named>({
    {"America/New_York", "US"},    {"America/Chicago", "US"},   {"America/Denver", "US"},
    {"America/Los_Angeles", "US"}, {"America/Phoenix", "US"},   {"America/Detroit", "US"},
    {"America/Boise", "US"},       {"America/Indiana/", "US"},  {"America/Kentucky/", "US"},
    {"America/Anchorage", "US"},   {"Pacific/Honolulu", "US"},  {"America/Puerto_Rico", "PR"},
    {"America/Toronto", "CA"},     {"America/Vancouver", "CA"}, {"America/Edmonton", "CA"},
    {"America/Winnipeg", "CA"},    {"America/Regina", "CA"},    {"America/Halifax", "CA"},
    {"America/Moncton", "CA"},     {"America/St_Johns", "CA"},  {"America/Mexico_City", "MX"},
    {"America/Monterrey", "MX"},   {"America/Tijuana", "MX"},   {"Europe/London", "GB"},
    {"Europe/Dublin", "IE"},       {"Europe/Paris", "FR"},      {"Europe/Berlin", "DE"},
    {"Europe/Madrid", "ES"},       {"Atlantic/Canary", "ES"},   {"Australia/", "AU"},
    {"Pacific/Auckland", "NZ"},
});

bool has_zip_code(const Place& place) {
    constexpr std::size_t kDigits = 5;
    return place.state.size() == 2 && place.postcode.size() >= kDigits &&
           place.postcode.find_first_not_of("0123456789") >= kDigits;
}

}  // namespace

std::string country_dialled_in(const Place& place, const Zone* zone) {
    if (!place.country.empty()) {
        const auto word = fold(place.country);
        const auto known = std::ranges::find(kCountryWords, word, &Named::first);
        return known == kCountryWords.end() ? std::string{} : std::string{known->second};
    }
    if (has_zip_code(place)) return "US";
    if (zone == nullptr) return {};
    const auto known = std::ranges::find_if(
        kZones, [&](const Named& one) { return zone->name().starts_with(one.first); });
    return known == kZones.end() ? std::string{} : std::string{known->second};
}

bool is_premium_number(std::string_view key) {
    // 976 as an exchange is billed like 900 (NANPA).
    const bool is_north_american = key.size() == kNorthAmericanKey && key.starts_with("+1");
    if (is_north_american && key.substr(5, 3) == "976") return true;
    return std::ranges::any_of(kPremium,
                               [&](std::string_view begin) { return key.starts_with(begin); });
}

bool has_known_prefix(std::string_view key) {
    if (!key.starts_with('+')) return true;
    if (key.starts_with("+1")) {
        return key.size() == kNorthAmericanKey && key[2] >= '2' && key[2] <= '9';
    }
    return lists(kOneDigit, key.substr(1, 1)) || lists(kTwoDigits, key.substr(1, 2)) ||
           lists(kThreeDigits, key.substr(1, 3));
}

}  // namespace waymark::directory
