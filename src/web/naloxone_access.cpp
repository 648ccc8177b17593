#include "web/naloxone_access.h"

#include <optional>
#include <string>
#include <utility>

#include "content/naloxone.h"
#include "core/phrase.h"

namespace waymark::web {
namespace {

using content::NaloxoneAccess;
using html::Data;

Data fact(const Visit& visit, std::string question, const std::optional<bool>& known) {
    std::string answer = visit.speak.say("Not known");
    if (known) answer = *known ? visit.speak.say("Yes") : visit.speak.say("No");
    return Data::object({{"question", std::move(question)},
                         {"answer", std::move(answer)},
                         {"is_known", known.has_value()}});
}

Data facts(const Visit& visit, const NaloxoneAccess& access) {
    const auto& speak = visit.speak;
    return Data::List{
        fact(visit, speak.say("Can a pharmacy give it without a prescription of your own?"),
             access.pharmacy),
        fact(visit, speak.say("Does one order of the state stand for everybody’s prescription?"),
             access.standing_order),
        fact(visit, speak.say("Can you get it for somebody else?"), access.third_party),
        fact(visit, speak.say("Does a law protect those who call for help in an overdose?"),
             access.good_samaritan)};
}

Data chosen(const Visit& visit, const NaloxoneAccess& access) {
    const auto& source = content::naloxone_rules().source;
    const std::string when =
        access.updated_on
            ? visit.speak.say(
                  phrase("Source: {source}, updated on {date}.",
                         {{"source", source.name}, {"date", visit.speak.date(*access.updated_on)}}))
            : visit.speak.say(phrase("Our source says nothing of {state}: {source}.",
                                     {{"state", access.name}, {"source", source.name}}));
    return Data::object({{"state_name", access.name},
                         {"facts", facts(visit, access)},
                         {"access_source", when},
                         {"access_source_url", source.url}});
}

}  // namespace

Data naloxone_access(const Visit& visit, std::string_view action, const http::Fields& keep) {
    const auto& rules = content::naloxone_rules();
    const auto* access = content::naloxone_access(visit.param("state"));
    Data::List states;
    for (const auto& state : rules.states) {
        states.push_back(Data::object(
            {{"code", state.state}, {"name", state.name}, {"is_chosen", access == &state}}));
    }
    Data::List kept;
    for (const auto& [name, value] : keep) {
        if (name != "state") kept.push_back(Data::object({{"name", name}, {"value", value}}));
    }
    Data::List mail;
    for (const auto& program : rules.mail)
        mail.push_back(Data::object({{"name", program.name}, {"url", program.url}}));
    return Data::object({{"action", action},
                         {"keep", std::move(kept)},
                         {"states", std::move(states)},
                         {"chosen", access == nullptr ? Data{false} : chosen(visit, *access)},
                         {"since", rules.over_the_counter_since},
                         {"counter_source", rules.over_the_counter_source.name},
                         {"mail", std::move(mail)}});
}

}  // namespace waymark::web
