#include "web/helplines.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "content/zones.h"
#include "core/phrase.h"
#include "web/helpline_choice.h"
#include "web/pages/pages.h"
#include "web/words.h"

namespace waymark::web {
namespace {

using directory::EmergencyNumber;
using directory::Helpline;
using html::Data;

using Lines = std::vector<const Helpline*>;

// What one look at the page is about.
struct Asked {
    std::string country{};
    HelplineChoice choice{};
    Zone zone{};
};

std::string_view language_of(const Visit& visit) {
    return locale::code_of(visit.speak.language());
}

// Lines for the young only stand after those for everybody.
Lines fitting(const Visit& visit, const Asked& asked, std::string_view country) {
    Lines lines = visit.site.helplines.of_country(country);
    std::erase_if(lines,
                  [&](const Helpline* line) { return !asked.choice.fits(*line, visit.now); });
    std::ranges::stable_partition(lines, [](const Helpline* line) { return !line->is_for_youth; });
    return lines;
}

Data in_full(const Visit& visit, const Asked& asked, const Lines& lines) {
    Data::List list;
    for (const auto* line : lines)
        list.push_back(helpline_in_full(visit, *line, asked.zone));
    return list;
}

Data option(std::string_view value, std::string label, bool is_chosen) {
    return Data::object({{"value", value}, {"label", std::move(label)}, {"is_chosen", is_chosen}});
}

Data needs(const Visit& visit, const Asked& asked) {
    Data::List list;
    for (auto& [code, label] : helpline_needs(visit))
        list.push_back(option(code, std::move(label), code == asked.choice.need));
    return list;
}

Data languages(const Visit& visit, const Asked& asked) {
    std::set<std::string> codes;
    for (const auto& line : visit.site.helplines.all())
        codes.insert(line.languages.begin(), line.languages.end());
    Data::List list;
    for (const auto& code : codes)
        list.push_back(
            option(code, language_words(visit.speak, {code}), code == asked.choice.language));
    return list;
}

Data countries(const Visit& visit, const Asked& asked) {
    std::vector<std::pair<std::string, std::string>> named;
    for (const auto& number : visit.site.helplines.emergency_numbers())
        named.emplace_back(number.name.in(language_of(visit)), number.country);
    std::ranges::sort(named);
    Data::List list;
    for (const auto& [name, code] : named)
        list.push_back(option(code, name, code == asked.country));
    return list;
}

// Only what was asked by name is kept when the form is sent again: a country's
// usual clock changes with the country.
Data zones(const Visit& visit, const Asked& asked) {
    const auto& usual = content::zones_of(asked.country);
    std::vector<Zone> offered = usual;
    if (std::ranges::find(offered, asked.zone) == offered.end()) offered.push_back(asked.zone);
    Data::List list;
    for (const auto& zone : offered) {
        const bool is_usual = !usual.empty() && zone == usual.front();
        list.push_back(option(is_usual ? std::string_view{} : zone.name(),
                              zone_words(visit.speak, zone), zone == asked.zone));
    }
    return list;
}

// The reader's country. What we lack is said, and nobody else's stands for it.
Data own_country(const Visit& visit, const Asked& asked) {
    const auto* emergency = visit.site.helplines.emergency_number(asked.country);
    if (emergency == nullptr) return false;
    const auto all = visit.site.helplines.of_country(asked.country);
    const auto lines = fitting(visit, asked, asked.country);
    const bool is_kept = asked.country == usual_country(visit);
    return Data::object(
        {{"code", asked.country},
         {"name", emergency->name.in(language_of(visit))},
         {"number", emergency->for_overdose()},
         {"emergency_seen", seen_words(visit, emergency->seen_on, emergency->owner_checked_on)},
         {"has_none", all.empty()},
         {"none_fits", !all.empty() && lines.empty()},
         {"keep", is_kept ? std::string{} : "/country?to=" + asked.country + "&back=%2Fhelplines"},
         {"lines", in_full(visit, asked, lines)}});
}

Data other_countries(const Visit& visit, const Asked& asked) {
    Data::List list;
    for (const auto& number : visit.site.helplines.emergency_numbers()) {
        if (number.country == asked.country) continue;
        const auto lines = fitting(visit, asked, number.country);
        if (lines.empty()) continue;
        const auto count = static_cast<std::int64_t>(lines.size());
        list.push_back(Data::object(
            {{"name", number.name.in(language_of(visit))},
             {"count", visit.speak.say(locale::counted(
                           count, phrase("1 line"), phrase("{count} lines", {{"count", count}})))},
             {"number", number.for_overdose()},
             {"lines", in_full(visit, asked, lines)}}));
    }
    return list.empty() ? Data{false} : Data::object({{"list", std::move(list)}});
}

std::string clock_words(const Visit& visit, const Zone& zone) {
    const auto local = zone.to_local(visit.now);
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    const TimeOfDay time{std::chrono::floor<std::chrono::minutes>(local - midnight)};
    return visit.speak.say(phrase("Hours are told in {zone}. There it is {time} now.",
                                  {{"zone", zone_words(visit.speak, zone)}, {"time", time}}));
}

}  // namespace

Page helplines(const Visit& visit, const http::PathParams&) {
    const Asked asked{.country = country_of(visit),
                      .choice = helpline_choice(visit),
                      .zone = zone_of(visit, country_of(visit))};
    Visit there = visit;
    there.speak = locale::Speaker{visit.speak.language(), locale::manners_of(asked.country)};
    const auto asked_zone = visit.param("zone");
    const bool is_zone_unknown = !asked_zone.empty() && asked_zone != asked.zone.name();
    return {.view = "helplines",
            .title = visit.speak.say("Details"),
            .tab = Tab::now,
            .data = Data::object({{"needs", needs(there, asked)},
                                  {"languages", languages(there, asked)},
                                  {"countries", countries(there, asked)},
                                  {"zones", zones(there, asked)},
                                  {"is_by_text", asked.choice.by_text},
                                  {"is_open_now", asked.choice.open_now},
                                  {"is_zone_unknown", is_zone_unknown},
                                  {"clock", clock_words(there, asked.zone)},
                                  {"own", own_country(there, asked)},
                                  {"others", other_countries(there, asked)}})};
}

}  // namespace waymark::web
