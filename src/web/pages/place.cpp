// One place of help: everything known of it, what is not, and who says so.
#include <algorithm>
#include <cmath>
#include <optional>

#include "core/number.h"
#include "core/text.h"
#include "html/safe.h"
#include "web/facility_words.h"
#include "web/pages/pages.h"
#include "web/place_card.h"
#include "web/place_questions.h"
#include "web/place_times.h"
#include "web/report.h"
#include "web/share.h"
#include "web/words.h"

namespace waymark::web {
namespace {

using directory::Facility;
using directory::FacilityId;
using directory::GeoPrecision;
using directory::TraitKind;
using finder::FacilityMatch;
using html::Data;
using locale::Speaker;

Data texts(std::vector<std::string> items) {
    if (items.empty()) return false;
    Data::List list;
    for (auto& item : items)
        list.push_back(Data::object({{"text", std::move(item)}}));
    return Data::object({{"list", std::move(list)}});
}

std::string phone_kind_words(const Speaker& speak, std::string_view kind) {
    if (kind == "intake") return speak.say("to start or ask for a place");
    if (kind == "hotline") return speak.say("hotline");
    if (kind == "text") return speak.say("by text");
    if (kind == "textphone") return speak.say("for the deaf (TTY)");
    if (kind == "fax") return speak.say("fax");
    return {};
}

Data phones_of(const Speaker& speak, const Facility& facility) {
    Data::List list;
    for (const auto& phone : facility.phones) {
        const Dial dial = dial_of(speak, phone);
        const bool is_fax = phone.kind == "fax";
        list.push_back(Data::object({{"dial", is_fax ? std::string{} : dial.href},
                                     {"shown", dial.shown},
                                     {"phone_kind", phone_kind_words(speak, phone.kind)},
                                     {"about", phone.description}}));
    }
    return list.empty() ? Data{false} : Data::object({{"list", std::move(list)}});
}

// Apps show the point and a pin on it; only of a door that is known.
std::string geo_link(const Facility& facility) {
    const bool is_exact =
        facility.precision == GeoPrecision::rooftop || facility.precision == GeoPrecision::street;
    const auto& point = facility.place.point;
    if (!is_exact || !point || !facility.confidential.empty()) return {};
    const auto number = [](double degrees) {
        const std::string text = std::to_string(degrees);
        return text.substr(0, text.find('.') + 6);
    };
    const std::string at = number(point->latitude) + "," + number(point->longitude);
    return "geo:" + at + "?q=" + at;
}

Data where_of(const Visit& visit, const Facility& facility) {
    const bool is_private = !facility.confidential.empty();
    return Data::object({{"building", facility.place.name},
                         {"address", whereabouts_words(visit.speak, facility)},
                         {"notes", facility.place.notes},
                         {"transit", facility.place.transit},
                         {"is_private", is_private},
                         {"geo", geo_link(facility)}});
}

std::string amount_words(const Speaker& speak, const directory::CostOption& cost) {
    if (!cost.amount) return {};
    const auto cents = std::llround(std::abs(*cost.amount) * 100);
    std::string amount = speak.number(cents / 100);
    if (cents % 100 != 0) {
        amount += "." + std::string(cents % 100 < 10 ? "0" : "") + std::to_string(cents % 100);
    }
    return cost.currency.empty() ? amount : amount + " " + cost.currency;
}

std::vector<std::string> costs_of(const Speaker& speak, const Facility& facility) {
    std::vector<std::string> lines;
    for (const auto& cost : facility.costs) {
        std::string line = cost.option;
        for (const auto& part : {amount_words(speak, cost), cost.description}) {
            if (!part.empty()) line += (line.empty() ? "" : ": ") + part;
        }
        if (!line.empty()) lines.push_back(std::move(line));
    }
    if (!facility.fees.empty()) lines.push_back(facility.fees);
    return lines;
}

std::vector<std::string> levels_of(const Speaker& speak, const Facility& facility) {
    std::vector<std::string> lines;
    for (const auto& level : facility.levels) {
        std::string line = speak.say(phrase(
            "Level {level}, {edition}, certified by {certifier}.",
            {{"level", level.level}, {"edition", level.edition}, {"certifier", level.certifier}}));
        if (level.valid_from) {
            line +=
                " " + speak.say(phrase("From {date}.", {{"date", speak.date(*level.valid_from)}}));
        }
        if (level.valid_to) {
            line +=
                " " + speak.say(phrase("Until {date}.", {{"date", speak.date(*level.valid_to)}}));
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

// What it ticked itself is no certificate: settings by name, never as a level.
std::string likely_words(const Speaker& speak, const FacilityMatch& match) {
    const auto names = trait_names(speak, match.traits->yes, TraitKind::setting);
    if (names.empty()) return {};
    return speak.say(phrase("Likely offers: {settings} (self-reported; nobody certified it here).",
                            {{"settings", joined(names, ", ")}}));
}

std::string ages_words(const Speaker& speak, const Facility& facility) {
    const auto years = [](int age) { return std::int64_t{age}; };
    if (facility.minimum_age && facility.maximum_age) {
        return speak.say(
            phrase("From {from} to {to} years.",
                   {{"from", years(*facility.minimum_age)}, {"to", years(*facility.maximum_age)}}));
    }
    if (facility.minimum_age)
        return speak.say(phrase("From {from} years.", {{"from", years(*facility.minimum_age)}}));
    if (facility.maximum_age)
        return speak.say(phrase("Up to {to} years.", {{"to", years(*facility.maximum_age)}}));
    return {};
}

std::string web_link(std::string_view url) {
    const bool is_web = url.starts_with("https://") || url.starts_with("http://");
    return is_web && html::is_safe_href(url) ? std::string{url} : std::string{};
}

Data contact_of(const Visit& visit, const Facility& facility) {
    const auto first = first_phone(visit.speak, facility);
    const std::string open = open_words(visit, facility);
    const bool is_open = directory::is_open(facility.hours, visit.now).value_or(false);
    return Data::object(
        {{"call", first
                      ? Data::object({{"dial", first->href},
                                      {"words", visit.speak.say(phrase(
                                                    "Call {number}", {{"number", first->shown}}))}})
                      : Data{false}},
         {"open", is_open ? open : std::string{}},
         {"shut", is_open ? std::string{} : open},
         {"phones", phones_of(visit.speak, facility)},
         {"hours", texts(hours_lines(visit.speak, facility.hours))},
         {"where", where_of(visit, facility)},
         {"website", web_link(facility.website)}});
}

Data texts_of(const Visit& visit, const FacilityMatch& match) {
    const auto& speak = visit.speak;
    const auto& facility = *match.facility;
    return Data::object({{"description", facility.description},
                         {"languages", language_words(speak, facility.languages)},
                         {"costs", texts(costs_of(speak, facility))},
                         {"capacities", texts(capacity_lines(visit, facility))},
                         {"levels", texts(levels_of(speak, facility))},
                         {"likely", likely_words(speak, match)},
                         {"ages", ages_words(speak, facility)},
                         {"documents", texts(facility.required_documents)},
                         {"accessibility", texts(facility.accessibility)},
                         {"eligibility", facility.eligibility},
                         {"how_to_apply", facility.how_to_apply},
                         {"wait", facility.wait},
                         {"accreditations", facility.accreditations},
                         {"supplies_note", facility.supplies_note}});
}

Page facility_page(const Visit& visit, const FacilityMatch& match) {
    const auto& facility = *match.facility;
    const std::string number = std::to_string(facility.id.value);
    const std::string run_by =
        facility.organization.name == facility.name ? std::string{} : facility.organization.name;
    return {.view = "place",
            .title = visit.speak.say("Details"),
            .tab = Tab::find,
            .data = Data::object({{"name", facility.name},
                                  {"program", facility.program},
                                  {"run_by", run_by},
                                  {"warning", match.has_evidence_warning},
                                  {"closed", status_words(visit.speak, facility)},
                                  {"alert", facility.alert},
                                  {"contact", contact_of(visit, facility)},
                                  {"keep", keep_button(visit, facility, "/places/" + number)},
                                  {"first_call", "/treatment/first-call?id=" + number},
                                  {"common", common_source(visit, facility, *match.traits)},
                                  {"answers", main_answers(visit, facility, *match.traits)},
                                  {"others", other_facts(visit, facility, *match.traits)},
                                  {"texts", texts_of(visit, match)},
                                  {"report", report_href(visit, "/places/" + number)},
                                  {"share", share_links(visit, "/places/" + number)},
                                  {"is_joined", sources_of(facility).size() > 1},
                                  {"freshness", freshness_words(visit, facility)},
                                  {"call_first", is_marked(visit, facility)}})};
}

Page gone_page(const Visit& visit, const directory::Tombstone& gone) {
    const Date day{std::chrono::floor<std::chrono::days>(gone.removed_at)};
    return {.view = "place_gone",
            .title = visit.speak.say("Details"),
            .tab = Tab::find,
            .data = Data::object({{"name", gone.name}, {"date", visit.speak.date(day)}}),
            .status = 410};
}

}  // namespace

Page place(const Visit& visit, const http::PathParams& path) {
    const auto number = parse_number<std::int64_t>(path["id"]);
    if (!number) return error_page(visit, 404);
    const auto& facilities = visit.directory->facilities();
    const FacilityId id{*number};
    if (const auto* facility = facilities.facility(id)) {
        return facility_page(visit, finder::match_alone(*visit.directory, *facility, visit.now));
    }
    const auto gone = std::ranges::find(facilities.removed(), id, &directory::Tombstone::id);
    return gone == facilities.removed().end() ? error_page(visit, 404) : gone_page(visit, *gone);
}

}  // namespace waymark::web
