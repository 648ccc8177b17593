#include "content/programmes.h"
#include "core/phrase.h"
#include "web/pages/pages.h"
#include "web/words.h"

namespace waymark::web {
namespace {

using directory::Programme;
using html::Data;

std::string_view language_of(const Visit& visit) {
    return locale::code_of(visit.speak.language());
}

Data steps_of(const directory::ProgrammeWords& words) {
    Data::List steps;
    for (const auto& step : words.first_visit)
        steps.push_back(Data::object({{"step", step}}));
    return steps;
}

Data sources_of(const Visit& visit, const Programme& programme) {
    Data::List sources;
    for (const auto& source : programme.sources) {
        const auto seen =
            visit.speak.say(phrase("seen on {date}", {{"date", visit.speak.date(source.seen_on)}}));
        sources.push_back(
            Data::object({{"title", source.title}, {"url", source.url}, {"seen", seen}}));
    }
    return sources;
}

Data facts_of(const Visit& visit, const Programme& programme) {
    const auto& words = programme.words(language_of(visit));
    const auto& info = directory::info(programme.fellowship);
    return Data::object({{"name", info.name},
                         {"code", info.code},
                         {"what", words.what},
                         {"whom", words.whom},
                         {"cost", words.cost},
                         {"medication", words.medication},
                         {"is_certain", programme.is_medication_certain},
                         {"first_visit", steps_of(words)},
                         {"finder", programme.finder_url},
                         {"phone", programme.phone},
                         {"dial", dial_link(programme.phone)},
                         {"sources", sources_of(visit, programme)},
                         {"reviewed", visit.speak.date(programme.reviewed_on)}});
}

}  // namespace

Page programme(const Visit& visit, const http::PathParams& path) {
    const auto fellowship = directory::fellowship_of_code(path["id"]);
    const auto* found = fellowship ? content::programme(*fellowship) : nullptr;
    if (found == nullptr) return error_page(visit, 404);
    return {.view = "programme",
            .title = visit.speak.say("Details"),
            .tab = Tab::find,
            .data = facts_of(visit, *found),
            .keep = http::Keep::revalidate};
}

Page programmes(const Visit& visit, const http::PathParams&) {
    Data::List list;
    for (const auto& programme : content::programmes()) {
        const auto& info = directory::info(programme.fellowship);
        list.push_back(Data::object({{"code", info.code},
                                     {"name", info.name},
                                     {"whom", programme.words(language_of(visit)).whom}}));
    }
    return {.view = "programmes",
            .title = visit.speak.say("Find"),
            .tab = Tab::find,
            .data = Data::object({{"programmes", std::move(list)}}),
            .keep = http::Keep::revalidate};
}

}  // namespace waymark::web
