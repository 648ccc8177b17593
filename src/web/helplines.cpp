#include "web/helplines.h"

#include <stdexcept>
#include <string>

#include "content/helplines.h"
#include "core/phrase.h"
#include "core/text.h"
#include "http/message.h"
#include "web/choice.h"
#include "web/words.h"

namespace waymark::web {
namespace {

using directory::Helpline;
using html::Data;

std::string sms_link(const Helpline& line) {
    if (line.text_to.empty()) return {};
    const std::string link = "sms:" + line.text_to;
    // "?&body=" is read by iPhones and Androids alike.
    return line.text_body.empty() ? link : link + "?&body=" + http::url_encode(line.text_body);
}

std::string text_words(const Visit& visit, const Helpline& line) {
    if (line.text_to.empty()) return {};
    if (line.text_body.empty()) {
        return visit.speak.say(phrase("Text {number}", {{"number", line.text_to}}));
    }
    return visit.speak.say(
        phrase("Text {word} to {number}", {{"word", line.text_body}, {"number", line.text_to}}));
}

// When that changes: "Until: Tomorrow 12:00 AM, New York time."
std::string change_words(const Visit& visit, const Helpline& line, const Zone& clock) {
    if (line.is_always_open || !line.open.is_known()) return {};
    const std::string zone = zone_words(visit.speak, clock);
    const auto now = clock.to_local(visit.now);
    if (const auto closes = closes_at(line.open, visit.now)) {
        const std::string when = visit.speak.when(clock.to_local(*closes), now);
        return visit.speak.say(phrase("Until: {when}, {zone}.", {{"when", when}, {"zone", zone}}));
    }
    const auto opens = next_opening(line.open, visit.now);
    if (!opens) return {};
    const std::string when = visit.speak.when(clock.to_local(*opens), now);
    return visit.speak.say(phrase("Opens: {when}, {zone}.", {{"when", when}, {"zone", zone}}));
}

// "https://www.example.org/chat" as people say it: "example.org".
std::string site_name(std::string_view url) {
    const std::size_t scheme = url.find("://");
    std::string_view host = scheme == url.npos ? url : url.substr(scheme + 3);
    host = host.substr(0, host.find('/'));
    return std::string{host.starts_with("www.") ? host.substr(4) : host};
}

}  // namespace

std::string seen_words(const Visit& visit, const std::optional<Date>& seen_on,
                       const std::optional<Date>& checked_on) {
    if (checked_on) {
        return visit.speak.say(
            phrase("Checked by a person on {date}.", {{"date", visit.speak.date(*checked_on)}}));
    }
    if (!seen_on) return visit.speak.say("Added by this site's host.");
    return visit.speak.say(
        phrase("Seen in a public source on {date}.", {{"date", visit.speak.date(*seen_on)}}));
}

Data helpline_data(const Visit& visit, const Helpline& line) {
    const auto language = locale::code_of(visit.speak.language());
    return Data::object({{"anchor", ""},
                         {"more", false},
                         {"line_name", line.name},
                         {"region", line.region},
                         {"dial", line.dial},
                         {"shown", line.shown},
                         {"sms", sms_link(line)},
                         {"text_words", text_words(visit, line)},
                         {"audience", line.audience.in(language)},
                         {"hours", line.hours.in(language)},
                         {"note", line.note.in(language)},
                         {"seen", seen_words(visit, line.seen_on, line.owner_checked_on)}});
}

Data helpline_in_full(const Visit& visit, const Helpline& line, const Zone& clock) {
    const auto open = is_open(line, visit.now);
    const std::string languages = language_words(visit.speak, line.languages);
    Data full = helpline_data(visit, line);
    full.set("anchor", line.id);
    full.set("more",
             Data::object(
                 {{"is_for_youth", line.is_for_youth},
                  {"is_open", open.value_or(false)},
                  {"is_closed", open.has_value() && !*open},
                  {"chat", line.chat},
                  {"chat_words",
                   visit.speak.say(phrase("On the web: {site}", {{"site", site_name(line.chat)}}))},
                  {"change", change_words(visit, line, clock)},
                  {"spoken",
                   visit.speak.say(phrase("Languages: {languages}.", {{"languages", languages}}))},
                  {"tty", line.tty}}));
    return full;
}

Data helpline_list(const Visit& visit, const std::vector<const Helpline*>& lines) {
    Data::List list;
    for (const auto* line : lines)
        list.push_back(helpline_data(visit, *line));
    return list;
}

bool is_known_country(const Visit& visit, std::string_view country) {
    return visit.site.helplines.emergency_number(country) != nullptr;
}

std::string usual_country(const Visit& visit) {
    std::string chosen = visit.request.cookie(kCountryCookie);
    return is_known_country(visit, chosen) ? chosen : visit.site.settings.country;
}

std::string country_of(const Visit& visit) {
    std::string asked = ascii_upper(visit.param("country"));
    return is_known_country(visit, asked) ? asked : usual_country(visit);
}

const directory::EmergencyNumber& emergency_of(const Visit& visit, const std::string& country) {
    for (const auto& code : {country, visit.site.settings.country}) {
        if (const auto* number = visit.site.helplines.emergency_number(code)) return *number;
    }
    throw std::logic_error("the host's country has no emergency number");
}

}  // namespace waymark::web
