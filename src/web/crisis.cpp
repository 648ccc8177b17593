#include "web/crisis.h"

#include <string>

#include "web/helplines.h"

namespace waymark::web {

using directory::Helpline;
using html::Data;

namespace {

// The first line that anyone in the country may call in a crisis.
const Helpline* crisis_helpline(const Visit& visit, const std::string& country) {
    for (const auto* line : visit.site.helplines.for_everybody(country, "crisis")) {
        if (!line->dial.empty()) return line;
    }
    return nullptr;
}

Data helpline_link(const Visit& visit, const Helpline& line) {
    const Phrase words =
        line.text_to == line.dial
            ? phrase("{number}: call or text", {{"number", line.shown}})
            : phrase("{name}: {number}", {{"name", line.name}, {"number", line.shown}});
    return Data::object({{"href", "tel:" + line.dial}, {"label", visit.speak.say(words)}});
}

}  // namespace

Data crisis_line(const Visit& visit) {
    const std::string country = usual_country(visit);
    const std::string& number = emergency_of(visit, country).for_overdose();
    const Helpline* helpline = crisis_helpline(visit, country);
    return Data::object(
        {{"emergency", number},
         {"emergency_dial", number},
         {"helpline", helpline == nullptr ? Data{false} : helpline_link(visit, *helpline)}});
}

}  // namespace waymark::web
