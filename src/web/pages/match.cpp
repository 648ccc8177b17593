// "Which group suits me?": the questions, the groups in order, and three of
// them to try. Answers come in the body of the request and go back in the page.
#include "finder/match/outcome.h"
#include "web/card.h"
#include "web/match_form.h"
#include "web/pages/pages.h"

namespace waymark::web {
namespace {

using directory::Fellowship;
using finder::match::Asked;
using finder::match::Candidate;
using finder::match::Entry;
using finder::match::InLanguages;
using finder::match::Outcome;
using finder::match::Reason;
using finder::match::Request;
using finder::match::Try;
using finder::match::Weights;
using html::Data;

std::string said(const Visit& visit, const InLanguages& text) {
    return text.in(locale::code_of(visit.speak.language()));
}

Page questions_page(const Visit& visit, const Asked& asked, const std::optional<Error>& wrong) {
    const std::string words = wrong ? visit.speak.say(wrong->message) : std::string{};
    const bool is_of_place = wrong && wrong->field == "near";
    const bool is_blank = visit.request.method != http::Method::post;
    return {.view = "match",
            .title = visit.speak.say("Questions"),
            .tab = Tab::find,
            .data = Data::object(
                {{"problem", is_of_place ? std::string{} : words},
                 {"questions", match_questions(visit, asked, is_of_place ? words : std::string{})},
                 {"only", asked.only}}),
            .status = wrong ? 400 : 200,
            .keep = is_blank ? http::Keep::revalidate : http::Keep::never};
}

Data card_of(const Visit& visit, const Request& request, const Candidate& candidate,
             std::size_t number) {
    const finder::Match match{.meeting = candidate.meeting,
                              .distance = candidate.distance,
                              .next = candidate.next,
                              .venue = candidate.venue};
    const auto mark = std::to_string(number);
    return card(visit, match, {.anchor = "g" + mark, .mark = mark, .here = request.here});
}

Data reason_data(const Visit& visit, const Reason& reason) {
    return Data::object({{"what", said(visit, reason.answer->said) + ":"},
                         {"why", said(visit, *reason.said)},
                         {"is_open", reason.verdict == Reason::Verdict::ask},
                         {"is_against", reason.verdict == Reason::Verdict::against}});
}

Data reasons_data(const Visit& visit, const std::vector<Reason>& reasons) {
    Data::List list;
    for (const auto& reason : reasons)
        list.push_back(reason_data(visit, reason));
    return list;
}

Phrase share(int points, int of) {
    return phrase("{points} of {of} points",
                  {{"points", std::int64_t{points}}, {"of", std::int64_t{of}}});
}

// What was answered; the rest is named once, above the list.
Data parts_data(const Visit& visit, const Entry& entry) {
    Data::List parts;
    for (const auto& part : entry.score.parts) {
        if (part.of == 0) continue;
        parts.push_back(Data::object({{"name", said(visit, part.factor->name)},
                                      {"share", visit.speak.say(share(part.points, part.of))},
                                      {"reasons", reasons_data(visit, part.reasons)}}));
    }
    return parts;
}

Data entry_data(const Visit& visit, const Request& request, const Entry& entry,
                std::size_t number) {
    Data data = card_of(visit, request, entry.candidate, number);
    const auto& score = entry.score;
    data.set("variety", entry.is_for_variety)
        .set("must", reasons_data(visit, score.must))
        .set("points",
             score.of > 0 ? visit.speak.say(share(score.points, score.of)) : std::string{})
        .set("is_first", number == 1)
        .set("parts", parts_data(visit, entry));
    return data;
}

std::string skipped_words(const Visit& visit, const Outcome& outcome) {
    if (outcome.entries.empty()) return {};
    const auto& score = outcome.entries.front().score;
    if (score.of == 0) {
        return visit.speak.say(
            "You answered nothing that can be counted, so these stand in the order in which they "
            "start.");
    }
    std::string names;
    for (const auto& part : score.parts) {
        if (part.of == 0) names += (names.empty() ? "" : ", ") + said(visit, part.factor->name);
    }
    if (names.empty()) return {};
    return visit.speak.say(phrase("Not counted, as you skipped it: {names}.", {{"names", names}}));
}

Data programmes(const Visit& visit, const Asked& asked) {
    Data::List list;
    list.push_back(Data::object({{"value", ""},
                                 {"label", visit.speak.say("Any programme")},
                                 {"is_chosen", asked.only.empty()}}));
    for (const auto& programme : directory::fellowships()) {
        if (programme.fellowship == Fellowship::unknown) continue;
        list.push_back(Data::object({{"value", programme.code},
                                     {"label", visit.speak.say(programme.name)},
                                     {"is_chosen", asked.only == programme.code}}));
    }
    return list;
}

Data three_data(const Visit& visit, const Request& request, const std::vector<Try>& three) {
    if (three.size() < 2) return false;
    Data::List list;
    for (const auto& one : three)
        list.push_back(card_of(visit, request, one.candidate, list.size() + 1));
    return Data::object({{"list", std::move(list)}});
}

Data says_data(const Visit& visit, const Outcome& outcome) {
    if (outcome.says.empty()) return false;
    Data::List list;
    for (const auto& words : outcome.says)
        list.push_back(Data::object({{"words", visit.speak.say(words)}}));
    return Data::object({{"list", std::move(list)}});
}

Page outcome_page(const Visit& visit, const Asked& asked, const Request& request) {
    const auto outcome = finder::match::outcome_of(*visit.directory, Weights::own(), request);
    Data::List cards;
    for (const auto& entry : outcome.entries)
        cards.push_back(entry_data(visit, request, entry, cards.size() + 1));
    const auto other = visit.speak.language() == locale::Language::english
                           ? locale::Language::spanish
                           : locale::Language::english;
    const std::string other_code{locale::code_of(other)};
    return {.view = "match_outcome",
            .title = visit.speak.say("Find"),
            .tab = Tab::find,
            .data = Data::object({{"says", says_data(visit, outcome)},
                                  {"three", three_data(visit, request, outcome.three)},
                                  {"skipped", skipped_words(visit, outcome)},
                                  {"cards", std::move(cards)},
                                  {"carried", carried(asked, Carry::everything)},
                                  {"unlimited", carried(asked, Carry::all_but_programme)},
                                  {"programmes", programmes(visit, asked)},
                                  {"other_code", other_code},
                                  {"other_name", std::string{locale::name_of(other)}},
                                  {"own_href", "/match"},
                                  {"other_href", "/match?language=" + other_code}})};
}

Data five_questions(const Visit& visit, const std::string& number) {
    const auto ask = [&](std::string_view name, std::string words) {
        return Data::object(
            {{"name", std::string{name} + '-' + number}, {"ask", std::move(words)}});
    };
    const auto& speak = visit.speak;
    return Data::List{ask("format", speak.say("Did the way it runs suit me?")),
                      ask("dynamics", speak.say("Did people treat each other well, and me?")),
                      ask("philosophy", speak.say("Can I live with what it believes?")),
                      ask("access", speak.say("Can I get there again, and easily?")),
                      ask("resources", speak.say("Does it give me more than the hour itself?"))};
}

Data visit_data(const Visit& visit, std::size_t number, Data meeting) {
    const auto words = std::to_string(number);
    return Data::object(
        {{"number", words},
         {"heading", visit.speak.say(phrase("Visit {number}", {{"number", words}}))},
         {"meeting", std::move(meeting)},
         {"five", five_questions(visit, words)}});
}

Page three_page(const Visit& visit, Data::List meetings) {
    meetings.resize(finder::match::kTries, Data{false});
    Data::List visits;
    for (auto& meeting : meetings)
        visits.push_back(visit_data(visit, visits.size() + 1, std::move(meeting)));
    const bool is_blank = visit.request.method != http::Method::post;
    return {.view = "match_three",
            .title = visit.speak.say("Notes"),
            .tab = Tab::find,
            .data = Data::object({{"visits", std::move(visits)}}),
            .keep = is_blank ? http::Keep::revalidate : http::Keep::never,
            .style = "paper.css"};
}

}  // namespace

Page match(const Visit& visit, const http::PathParams&) {
    const auto asked = read_match_form(visit.request);
    const Asked nothing{.answers = finder::match::Answers{Weights::own()}};
    if (!asked) return questions_page(visit, nothing, asked.error());
    const bool is_asking =
        visit.request.method != http::Method::post || visit.request.field("again").has_value();
    if (is_asking) return questions_page(visit, *asked, std::nullopt);
    const auto request = finder::match::request_of(*asked, visit.now);
    if (!request) return questions_page(visit, *asked, request.error());
    return outcome_page(visit, *asked, *request);
}

Page match_three(const Visit& visit, const http::PathParams&) {
    if (visit.request.method != http::Method::post) return three_page(visit, {});
    const auto asked = read_match_form(visit.request);
    if (!asked) return three_page(visit, {});
    const auto request = finder::match::request_of(*asked, visit.now);
    if (!request) return questions_page(visit, *asked, request.error());
    const auto outcome = finder::match::outcome_of(*visit.directory, Weights::own(), *request);
    Data::List meetings;
    for (const auto& one : outcome.three)
        meetings.push_back(card_of(visit, *request, one.candidate, meetings.size() + 1));
    return three_page(visit, std::move(meetings));
}

}  // namespace waymark::web
