// Cards for a wallet, to print, cut and fill in by hand.
#include <string>
#include <string_view>
#include <utility>

#include "web/handout.h"
#include "web/helplines.h"
#include "web/overdose_card.h"
#include "web/page.h"
#include "web/pages/pages.h"
#include "web/wallet_cards.h"

namespace waymark::web {
namespace {

using html::Data;

Data card_data(const WalletCard& card) {
    Data::List lines;
    for (const auto& line : card.lines) {
        lines.push_back(Data::object(
            {{"text", line.text}, {"is_strong", line.is_strong}, {"has_blank", line.has_blank}}));
    }
    return Data::object({{"title", card.title}, {"lines", std::move(lines)}});
}

}  // namespace

Page cards(const Visit& visit, const http::PathParams&) {
    const auto number = emergency_of(visit, country_of(visit)).for_overdose();
    const std::string size{sheet_size(visit)};
    Data::List list;
    for (const auto& card : wallet_cards(visit))
        list.push_back(card_data(card));
    Page page{.view = "cards", .title = visit.speak.say("Notes"), .tab = Tab::learn};
    page.keep = http::Keep::revalidate;
    page.style = "paper.css";
    page.data.set("size", size)
        .set("is_a4", size == "a4")
        .set("pdf", "/cards.pdf?size=" + size)
        .set("front", overdose_card(visit.speak, number, CardSide::front))
        .set("back", overdose_card(visit.speak, number, CardSide::back))
        .set("cards", std::move(list));
    return page;
}

http::Response cards_file(const Visit& visit) {
    const auto sheet = sheet_size(visit) == "a4" ? paper::Sheet::a4 : paper::Sheet::letter;
    http::Response response{
        .content_type = "application/pdf",
        .body = paper::cards_pdf(cards_on_paper(visit), sheet, visit.speak.say("Notes")),
        .keep = http::Keep::revalidate};
    response.headers.emplace_back("Content-Language",
                                  std::string{locale::code_of(visit.speak.language())});
    return response;
}

}  // namespace waymark::web
