#include "finder/lists_near.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/text.h"
#include "places/areas.h"
#include "places/gazetteer.h"
#include "places/key.h"

namespace waymark::finder {
namespace {

using content::KnownList;
using places::AreaNumber;
using places::Areas;

constexpr Kilometers kTownNearby{80};

std::string shown_name(const Areas& areas, AreaNumber area) {
    if (areas.region(area).empty()) return std::string{areas.shown(area)};
    std::string name{areas.shown(area)};
    for (AreaNumber other = 0; other < areas.size(); ++other) {
        const bool is_its_country =
            areas.region(other).empty() && areas.country(other) == areas.country(area);
        if (is_its_country) name.append(", ").append(areas.shown(other));
    }
    return name;
}

Community area_named(const Areas& areas, AreaNumber area) {
    return {.name = shown_name(areas, area),
            .country = std::string{areas.country(area)},
            .region = std::string{areas.region(area)}};
}

// "US-PA" as ISO 3166-2 writes it.
std::optional<Community> area_of_code(const Areas& areas, std::string_view typed) {
    const auto code = ascii_upper(typed);
    for (AreaNumber area = 0; area < areas.size(); ++area) {
        if (areas.region(area).empty()) continue;
        if (fmt::format("{}-{}", areas.country(area), areas.region(area)) == code)
            return area_named(areas, area);
    }
    return std::nullopt;
}

// A whole state or country, when nothing else was typed.
std::optional<Community> area_in(std::string_view typed) {
    const Areas& areas = Areas::all();
    if (const auto coded = area_of_code(areas, typed)) return coded;
    const auto meanings = areas.called(places::key_of(typed));
    const auto meant = std::ranges::min_element(meanings, {}, &places::Meaning::rank);
    if (meant == meanings.end()) return std::nullopt;
    return area_named(areas, meant->area);
}

// A point typed as two numbers has no town of its own.
Community at_point(const places::Place& place) {
    const auto towns = places::towns_around(place.point, kTownNearby, 1);
    if (towns.empty()) return {.name = place.name, .point = place.point};
    return {.name = towns[0].name,
            .country = towns[0].country,
            .region = towns[0].region,
            .point = place.point};
}

// Nothing when no area of the list has anything of the community.
std::optional<Reach> reach_of(const KnownList& list, const Community& community) {
    std::optional<Reach> best;
    const auto offer = [&](Reach reach) { best = std::min(best.value_or(reach), reach); };
    for (const auto& area : list.areas) {
        if (area == "*") offer(Reach::world);
        if (community.country.empty() || !area.starts_with(community.country)) continue;
        const bool is_whole_country = area.size() == community.country.size();
        const auto region = is_whole_country ? "" : area.substr(community.country.size() + 1);
        if (is_whole_country)
            offer(Reach::country);
        else if (community.region.empty() || region == "*" || region == community.region)
            offer(Reach::region);
    }
    return best;
}

void fill(std::string& text, std::string_view hole, std::string_view value) {
    const auto at = text.find(hole);
    if (at != text.npos) text.replace(at, hole.size(), value);
}

// Fills what the community tells; false, and says what is missing, when it does not.
bool complete(ListOffer& offer, const Community& community, ListOffers& found) {
    const auto& list = *offer.list;
    if (!list.state_numbers.empty()) {
        const auto number = list.state_numbers.find(community.region);
        if (number == list.state_numbers.end()) {
            found.are_more_by_state = found.are_more_by_state || community.region.empty();
            return false;
        }
        fill(offer.url, "{state_number}", std::to_string(number->second));
        fill(offer.source, "{state}", ascii_lower(community.region));
    }
    if (offer.url.find("{latitude}") == offer.url.npos) return true;
    if (!community.point) {
        found.are_more_by_town = true;
        return false;
    }
    fill(offer.url, "{latitude}", fmt::format("{:.2f}", community.point->latitude));
    fill(offer.url, "{longitude}", fmt::format("{:.2f}", community.point->longitude));
    return true;
}

// A list of one region is none for its whole country.
bool has_own(const std::vector<ListOffer>& offers, const KnownList& stand_in,
             const Community& community) {
    return std::ranges::any_of(offers, [&](const ListOffer& offer) {
        const bool covers_it = offer.reach == Reach::country ||
                               (offer.reach == Reach::region && !community.region.empty());
        return covers_it && offer.list->fellowship == stand_in.fellowship;
    });
}

// As a shell takes it literally.
std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? std::string{"'\\''"} : std::string{c};
    return out + '\'';
}

}  // namespace

Result<Community> community_of(std::string_view typed) {
    const auto text = trimmed(typed);
    if (!text.empty() && is_utf8(text)) {
        if (auto area = area_in(text)) return *std::move(area);
    }
    const auto answer = TRY(places::locate(text));
    const auto& place = answer.best;
    if (place.precision == places::Precision::exact) return at_point(place);
    return Community{
        .name = place.name, .country = place.country, .region = place.region, .point = place.point};
}

ListOffers lists_near(std::span<const KnownList> lists, const Community& community) {
    ListOffers found;
    for (const bool is_standing_in : {false, true}) {
        for (const auto& list : lists) {
            if (list.stands_in != is_standing_in) continue;
            const auto reach = reach_of(list, community);
            if (!reach || (list.stands_in && has_own(found.offers, list, community))) continue;
            ListOffer offer{.list = &list, .source = list.id, .url = list.url, .reach = *reach};
            if (complete(offer, community, found)) found.offers.push_back(std::move(offer));
        }
    }
    std::ranges::stable_sort(found.offers, {}, &ListOffer::reach);
    return found;
}

std::string import_command(const ListOffer& offer) {
    const auto& list = *offer.list;
    std::string line =
        fmt::format("waymark import --format {} --source {}", list.format, offer.source);
    if (!list.fellowship.empty() && list.format != "bmlt")
        line += " --fellowship " + list.fellowship;
    if (!list.license.empty()) line += " --license " + quoted(list.license);
    line += list.may_republish ? " --republish yes" : " --republish no";
    return fmt::format("{} --every {}h {}", line, list.every_hours, quoted(offer.url));
}

}  // namespace waymark::finder
