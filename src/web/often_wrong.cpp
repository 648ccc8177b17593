#include "web/often_wrong.h"

#include "core/phrase.h"

namespace waymark::web {

html::Data often_wrong_data(const Visit& visit, const content::OftenWrong& item) {
    const auto language = locale::code_of(visit.speak.language());
    const std::string said_to_be = item.said_to_be.in(language);
    return html::Data::object(
        {{"wrong_number", item.shown},
         {"said_to_be", visit.speak.say(phrase("Lists call it {what}.", {{"what", said_to_be}}))},
         {"really", item.really.in(language)},
         {"is_confirmed", item.is_confirmed},
         {"wrong_source", visit.speak.say(phrase("Source: {source}, seen on {date}.",
                                                 {{"source", item.source},
                                                  {"date", visit.speak.date(item.seen_on)}}))},
         {"right_line", item.line.empty() || visit.site.helplines.line(item.line) == nullptr
                            ? std::string{}
                            : "/helplines?country=" + item.country + "#" + item.line}});
}

}  // namespace waymark::web
