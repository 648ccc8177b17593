#include "web/overdose_card.h"

#include <array>
#include <string>
#include <utility>

#include "web/helplines.h"
#include "web/pages/pages.h"

namespace waymark::web {
namespace {

using html::Data;
using locale::Language;

std::string emergency_digits(const Visit& visit) {
    return emergency_of(visit, country_of(visit)).for_overdose();
}

locale::Speaker speaker_of(const Visit& visit, Language language) {
    return locale::Speaker{language, visit.speak.manners()};
}

Data card_in(const Visit& visit, Language language) {
    const auto speak = speaker_of(visit, language);
    const std::string code{locale::code_of(language)};
    const std::string number = emergency_digits(visit);
    const std::string file =
        "/now/card.svg?language=" + code + "&country=" + country_of(visit) + "&side=";
    return Data::object({{"code", code},
                         {"language", locale::name_of(language)},
                         {"front", overdose_card(speak, number, CardSide::front)},
                         {"back", overdose_card(speak, number, CardSide::back)},
                         {"front_label", speak.say("The front, as a drawing (SVG)")},
                         {"back_label", speak.say("The back, as a drawing (SVG)")},
                         {"front_href", file + "front"},
                         {"back_href", file + "back"}});
}

}  // namespace

Page overdose_card_page(const Visit& visit, const http::PathParams&) {
    const Language own = visit.speak.language();
    Data::List cards{card_in(visit, own)};
    for (const Language language : locale::kLanguages) {
        if (language != own) cards.push_back(card_in(visit, language));
    }
    return {.view = "overdose_card",
            .title = visit.speak.say("Details"),
            .tab = Tab::now,
            .data = Data::object({{"cards", std::move(cards)}}),
            .keep = http::Keep::revalidate};
}

http::Response overdose_card_file(const Visit& visit) {
    const auto side = visit.param("side") == "back" ? CardSide::back : CardSide::front;
    const auto drawn = overdose_card(visit.speak, emergency_digits(visit), side);
    http::Response response{
        .content_type = "image/svg+xml", .body = drawn.markup(), .keep = http::Keep::revalidate};
    response.headers.emplace_back("Content-Language",
                                  std::string{locale::code_of(visit.speak.language())});
    return response;
}

}  // namespace waymark::web
