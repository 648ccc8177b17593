#include "exchange/site_key.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/text.h"
#include "crypto/uuid.h"
#include "exchange/links.h"

namespace waymark::exchange {
namespace {

// Waymark's own namespace. Changing it would give every place another id.
constexpr std::string_view kNamespace = "7e5d6b93-ed22-423e-8171-8467e9c51398";

// Of words that the Postal Service shortens, the short form.
constexpr auto kShort = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"street", "st"},     {"avenue", "ave"},     {"av", "ave"},       {"road", "rd"},
    {"drive", "dr"},      {"boulevard", "blvd"}, {"lane", "ln"},      {"court", "ct"},
    {"place", "pl"},      {"plaza", "plz"},      {"highway", "hwy"},  {"parkway", "pkwy"},
    {"circle", "cir"},    {"square", "sq"},      {"terrace", "ter"},  {"trail", "trl"},
    {"turnpike", "tpke"}, {"north", "n"},        {"south", "s"},      {"east", "e"},
    {"west", "w"},        {"northeast", "ne"},   {"northwest", "nw"}, {"southeast", "se"},
    {"southwest", "sw"},  {"saint", "st"},       {"suite", "ste"},    {"building", "bldg"},
});

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

// Small letters and digits with nothing between them, words in their short form.
std::string squeezed(std::string_view text) {
    // Folding asks ICU, which a feed of English names does not need.
    const auto plain = is_ascii(text) ? ascii_lower(text) : fold(text);
    std::string out;
    for (std::size_t at = 0; at < plain.size();) {
        const auto rest = std::string_view{plain}.substr(at);
        const auto length = static_cast<std::size_t>(
            std::ranges::find_if_not(rest, is_letter_or_digit) - rest.begin());
        const auto word = rest.substr(0, length);
        const auto found =
            std::ranges::find(kShort, word, [](const auto& pair) { return pair.first; });
        out += found == kShort.end() ? word : found->second;
        at += std::max<std::size_t>(length, 1);
    }
    return out;
}

// "22902-4414" is "22902"; other countries' postcodes stay whole.
std::string zip5_of(std::string_view postcode) {
    const auto plain = squeezed(postcode);
    const bool is_zip9 = plain.size() == 9 &&
                         std::ranges::all_of(plain, [](char c) { return c >= '0' && c <= '9'; });
    return is_zip9 ? plain.substr(0, 5) : plain;
}

std::string digits_of(std::string_view number) {
    std::string digits;
    std::ranges::copy_if(number, std::back_inserter(digits),
                         [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

std::string host_without_www(std::string_view link) {
    auto host = host_of(link);
    if (host.starts_with("www.")) host.erase(0, 4);
    return host;
}

std::string organization_id(const directory::Facility& facility) {
    const auto& organization = facility.organization;
    auto apart =
        host_without_www(organization.website.empty() ? facility.website : organization.website);
    if (apart.empty() && !facility.phones.empty())
        apart = digits_of(facility.phones.front().number);
    return crypto::uuid_of_name(kNamespace,
                                "organization|" + squeezed(organization.name) + "|" + apart);
}

// What tells two sites of one name in one postcode apart that have no street.
std::string apart_without_street(const directory::Facility& facility) {
    if (!facility.place.street.empty()) return {};
    if (!facility.place.address.empty()) return squeezed(facility.place.address);
    const auto& point = facility.place.point;
    if (point && !facility.place.is_approximate) {
        // Ten metres are fine enough for two doors.
        const auto rounded = [](double degrees) {
            return std::to_string(std::llround(degrees * 10'000));
        };
        return rounded(point->latitude) + "," + rounded(point->longitude);
    }
    if (!facility.phones.empty()) return digits_of(facility.phones.front().number);
    return host_without_www(facility.website);
}

// A secret address must not be found by trying addresses until the key fits.
std::string key_of(const directory::Facility& facility) {
    if (facility.confidential.empty())
        return site_key(facility.name, facility.place, apart_without_street(facility));
    auto open = facility;
    open.place.street.clear();
    open.place.address.clear();
    open.place.postcode.clear();
    open.place.point.reset();
    return site_key(open.name, open.place, apart_without_street(open));
}

}  // namespace

std::string site_key(std::string_view name, const directory::Place& place, std::string_view apart) {
    auto text = squeezed(name);
    for (const auto part : {std::string_view{place.street}, std::string_view{place.town},
                            std::string_view{place.state}}) {
        text.append("|").append(squeezed(part));
    }
    text.append("|").append(zip5_of(place.postcode));
    if (!apart.empty()) text.append("|").append(apart);
    return crypto::uuid_of_name(kNamespace, text);
}

void settle_ids(directory::Facility& facility, std::string_view source) {
    if (facility.source_key.empty()) facility.source_key = key_of(facility);
    const auto own = [&](std::string_view what) {
        const auto base = crypto::is_uuid(facility.source_key)
                              ? facility.source_key
                              : std::string{source}.append("|").append(facility.source_key);
        return crypto::uuid_of_name(kNamespace, std::string{what}.append("|").append(base));
    };
    auto& ids = facility.ids;
    if (ids.organization.empty()) ids.organization = organization_id(facility);
    if (ids.service.empty()) ids.service = own("service");
    if (ids.location.empty() && facility.has_place) ids.location = own("location");
    if (ids.service_at_location.empty() && facility.has_place)
        ids.service_at_location = own("service_at_location");
}

std::string lasting_id(std::string_view own_id, std::string_view what, std::string_view source) {
    if (own_id.empty()) return {};
    if (crypto::is_uuid(own_id)) return ascii_lower(own_id);
    return crypto::uuid_of_name(
        kNamespace, std::string{what}.append("|").append(source).append("|").append(own_id));
}

}  // namespace waymark::exchange
