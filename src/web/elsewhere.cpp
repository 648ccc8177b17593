#include "web/elsewhere.h"

#include "content/programmes.h"
#include "web/words.h"

namespace waymark::web {

using html::Data;

Data elsewhere(const Visit& visit, const finder::Answer& answer) {
    Data::List programmes;
    for (const auto fellowship : answer.coverage.not_covered) {
        const auto* programme = content::programme(fellowship);
        if (programme == nullptr) continue;  // No finder and no phone to give.
        programmes.push_back(
            Data::object({{"code", directory::info(fellowship).code},
                          {"name", visit.speak.say(directory::info(fellowship).name)},
                          {"url", programme->finder_url},
                          {"phone", programme->phone},
                          {"dial", dial_link(programme->phone)}}));
    }
    if (programmes.empty()) return false;
    return Data::object({{"is_open", answer.total == 0}, {"programmes", std::move(programmes)}});
}

}  // namespace waymark::web
