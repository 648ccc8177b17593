#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "content/listed_numbers.h"
#include "content/often_wrong.h"
#include "core/phrase.h"
#include "core/text.h"
#include "directory/phone_book.h"
#include "finder/listed_numbers.h"
#include "web/helpline_choice.h"
#include "web/helplines.h"
#include "web/often_wrong.h"
#include "web/pages/pages.h"

namespace waymark::web {
namespace {

using directory::ListedNumber;
using directory::NumberKind;
using directory::WantedNumber;
using html::Data;

constexpr std::size_t kOwnersShown = 6;

// Only from the body of a form: a number in an address would stay in histories.
std::string typed_number(const Visit& visit) {
    const auto typed = visit.request.field("number");
    return typed ? std::string{trimmed(*typed)} : std::string{};
}

std::string kind_words(const Visit& visit, const ListedNumber& listed) {
    const auto& speak = visit.speak;
    switch (listed.kind) {
        case NumberKind::emergency:
            return speak.say("emergency number");
        case NumberKind::helpline:
            return speak.say("helpline");
        case NumberKind::text_line:
            return speak.say("helpline, by text message");
        case NumberKind::programme:
            return speak.say("office of a programme");
        case NumberKind::place:
            return speak.say("place of help");
        case NumberKind::meeting:
            break;
    }
    return speak.say("meeting, to join by phone");
}

std::string known_words(const Visit& visit, const ListedNumber& listed) {
    const std::string source{listed.source};
    if (!listed.date) {
        return visit.speak.say(phrase("By this list: {source}.", {{"source", source}}));
    }
    return visit.speak.say(phrase("By this list: {source}, seen on {date}.",
                                  {{"source", source}, {"date", visit.speak.date(*listed.date)}}));
}

Data owner_data(const Visit& visit, const ListedNumber& listed) {
    std::string name{listed.owner};
    if (listed.kind == NumberKind::emergency) {
        const auto* country = visit.site.helplines.emergency_number(listed.country);
        name = country->name.in(locale::code_of(visit.speak.language()));
    }
    return Data::object({{"owner", std::move(name)},
                         {"kind", kind_words(visit, listed)},
                         {"href", listed.href},
                         {"known", known_words(visit, listed)}});
}

std::vector<ListedNumber> owners(const Visit& visit, const WantedNumber& wanted,
                                 const std::string& country) {
    auto listed = content::listed_numbers(visit.site.helplines);
    auto found = finder::listed_numbers(*visit.directory, wanted, visit.site.settings.country);
    listed.insert(listed.end(), std::make_move_iterator(found.begin()),
                  std::make_move_iterator(found.end()));
    auto all = owners_of(wanted, listed);
    std::ranges::stable_partition(all, [&](const auto& one) { return one.country == country; });
    return all;
}

// Who can be called instead: those who find treatment in that country, if any.
Data referral(const Visit& visit, const std::string& country) {
    const HelplineChoice treatment{.need = "treatment"};
    for (const auto* line : visit.site.helplines.of_country(country)) {
        const bool is_for_all = line->region.empty() && !line->dial.empty();
        if (is_for_all && treatment.fits(*line, visit.now)) return helpline_data(visit, *line);
    }
    return false;
}

Data answer(const Visit& visit, const WantedNumber& wanted, const std::string& country) {
    const auto all = owners(visit, wanted, country);
    const auto* wrong = content::often_wrong(wanted);
    // A number is not "one that begins so" when somebody we list answers it.
    if (wrong != nullptr && wrong->dial.empty() && !all.empty()) wrong = nullptr;
    Data::List shown;
    for (std::size_t i = 0; i < std::min(all.size(), kOwnersShown); ++i)
        shown.push_back(owner_data(visit, all[i]));
    const std::size_t more = all.size() - shown.size();
    return Data::object(
        {{"typed", typed_number(visit)},
         {"has_owners", !all.empty()},
         {"owners", std::move(shown)},
         {"more", more == 0
                      ? std::string{}
                      : visit.speak.say(phrase("And {count} more.",
                                               {{"count", static_cast<std::int64_t>(more)}}))},
         {"often_wrong", wrong == nullptr ? Data{false} : often_wrong_data(visit, *wrong)},
         {"is_on_no_list", all.empty()},
         {"referral", all.empty() ? referral(visit, country) : Data{false}}});
}

Data countries(const Visit& visit, const std::string& current) {
    std::vector<std::pair<std::string, std::string>> named;
    for (const auto& number : visit.site.helplines.emergency_numbers())
        named.emplace_back(number.name.in(locale::code_of(visit.speak.language())), number.country);
    std::ranges::sort(named);
    Data::List list;
    for (const auto& [name, code] : named)
        list.push_back(
            Data::object({{"code", code}, {"name", name}, {"is_current", code == current}}));
    return list;
}

}  // namespace

Page number(const Visit& visit, const http::PathParams&) {
    const std::string country = country_of(visit);
    const std::string typed = typed_number(visit);
    const bool is_asked = visit.request.method == http::Method::post;
    Data found = false;
    std::string wrong;
    if (is_asked) {
        const auto others = content::listed_countries(visit.site.helplines);
        const auto wanted = WantedNumber::read(typed, country, others);
        if (wanted) {
            found = answer(visit, *wanted, country);
        } else {
            wrong = visit.speak.say(wanted.error().message);
        }
    }
    const int status = wrong.empty() ? 200 : 400;
    return {.view = "number",
            .title = visit.speak.say("Details"),
            .tab = Tab::none,
            .data = Data::object({{"typed", typed},
                                  {"wrong", std::move(wrong)},
                                  {"countries", countries(visit, country)},
                                  {"answer", std::move(found)}}),
            .status = status};
}

}  // namespace waymark::web
