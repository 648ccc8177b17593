#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "content/helplines.h"
#include "core/phrase.h"
#include "web/helplines.h"
#include "web/pages/pages.h"

namespace waymark::web {
namespace {

using directory::EmergencyNumber;
using directory::Helpline;
using html::Data;

using Lines = std::vector<const Helpline*>;

std::string_view language_of(const Visit& visit) {
    return locale::code_of(visit.speak.language());
}

// A section that is left out when there is nothing for it.
Data section(const Visit& visit, const Lines& lines) {
    if (lines.empty()) return false;
    return Data::object({{"list", helpline_list(visit, lines)}});
}

std::string emergency_words(const Visit& visit, const EmergencyNumber& emergency) {
    if (emergency.ambulance.empty()) return emergency.number;
    return visit.speak.say(
        phrase("{number}, ambulance {ambulance}",
               {{"number", emergency.number}, {"ambulance", emergency.ambulance}}));
}

Data countries(const Visit& visit, const std::string& current) {
    std::vector<std::pair<std::string, const EmergencyNumber*>> sorted;
    for (const auto& number : visit.site.helplines.emergency_numbers()) {
        sorted.emplace_back(number.name.in(language_of(visit)), &number);
    }
    std::ranges::sort(sorted, {}, &decltype(sorted)::value_type::first);
    Data::List list;
    for (const auto& [name, number] : sorted) {
        list.push_back(Data::object({{"code", number->country},
                                     {"name", name},
                                     {"emergency", number->for_overdose()},
                                     {"is_current", number->country == current}}));
    }
    return list;
}

Data other_countries(const Visit& visit, const std::string& current) {
    Data::List list;
    for (const auto& number : visit.site.helplines.emergency_numbers()) {
        const auto lines = visit.site.helplines.of_country(number.country);
        if (number.country == current || lines.empty()) continue;
        list.push_back(Data::object({{"name", number.name.in(language_of(visit))},
                                     {"emergency", emergency_words(visit, number)},
                                     {"lines", helpline_list(visit, lines)}}));
    }
    return Data::object({{"list", std::move(list)}});
}

std::string choose_link(const std::string& country) {
    return "/country?to=" + country + "&back=%2Fnow%23numbers";
}

// How to go on from a country that is not the host's: back to the host's, or,
// where only this page's address names it, to have it on every page.
Data elsewhere(const Visit& visit, const std::string& country) {
    const std::string& host = visit.site.settings.country;
    if (country == host && usual_country(visit) == host) return false;
    const auto& home = emergency_of(visit, host).name.in(language_of(visit));
    const bool is_kept = country == usual_country(visit) || country == host;
    return Data::object({{"keep", is_kept ? std::string{} : choose_link(country)},
                         {"home", home},
                         {"home_href", choose_link(host)}});
}

}  // namespace

Page now(const Visit& visit, const http::PathParams&) {
    const std::string country = country_of(visit);
    const auto& emergency = emergency_of(visit, country);
    const Lines lines = visit.site.helplines.of_country(country);
    const auto of_kind = [&](std::string_view kind) {
        return visit.site.helplines.for_everybody(country, kind);
    };
    const Lines referral = of_kind("treatment-referral");
    return {
        .view = "now",
        .title = visit.speak.say("Now"),
        .tab = Tab::now,
        .data = Data::object(
            {{"number", emergency.for_overdose()},
             {"country", emergency.name.in(language_of(visit))},
             {"emergency_words", emergency_words(visit, emergency)},
             {"emergency_seen", seen_words(visit, emergency.seen_on, emergency.owner_checked_on)},
             {"beside", helpline_list(visit, of_kind("overdose-spotting"))},
             {"referral", referral.empty() ? Data{false} : helpline_data(visit, *referral.front())},
             {"crisis_lines", section(visit, of_kind("crisis"))},
             {"lines", section(visit, lines)},
             {"elsewhere", elsewhere(visit, country)},
             {"countries", countries(visit, country)},
             {"others", other_countries(visit, country)}}),
        .has_crisis_line = false,
        .keep = http::Keep::revalidate};
}

}  // namespace waymark::web
