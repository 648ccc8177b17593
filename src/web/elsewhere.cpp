#include "web/elsewhere.h"

namespace waymark::web {

using html::Data;

Data elsewhere(const Visit& visit, const finder::Coverage& coverage) {
    Data::List programmes;
    for (const auto fellowship : coverage.not_covered) {
        programmes.push_back(
            Data::object({{"name", visit.speak.say(directory::info(fellowship).name)},
                          {"url", ""},
                          {"phone", ""},
                          {"dial", ""}}));
    }
    if (programmes.empty()) return false;
    return Data::object({{"programmes", std::move(programmes)}});
}

}  // namespace waymark::web
