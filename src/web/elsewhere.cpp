#include "web/elsewhere.h"

#include "content/programmes.h"
#include "web/words.h"

namespace waymark::web {

using html::Data;

Data elsewhere(const Visit& visit, const finder::Coverage& coverage) {
    Data::List programmes;
    for (const auto fellowship : coverage.not_covered) {
        const auto* programme = content::programme(fellowship);
        if (programme == nullptr) continue;  // No finder and no phone to give.
        programmes.push_back(
            Data::object({{"name", visit.speak.say(directory::info(fellowship).name)},
                          {"url", programme->finder_url},
                          {"phone", programme->phone},
                          {"dial", dial_link(programme->phone)}}));
    }
    if (programmes.empty()) return false;
    return Data::object({{"programmes", std::move(programmes)}});
}

}  // namespace waymark::web
