#include "web/result_parts.h"

#include <algorithm>
#include <string>
#include <utility>

namespace waymark::web {
namespace {

using html::Data;

constexpr std::size_t kOtherPlacesNamed = 3;

std::string place_words(const Visit& visit, const Query& query, const places::Answer& place) {
    const auto& best = place.best;
    if (query.is_precise()) return visit.speak.say("Measured from where you are.");
    if (best.precision == places::Precision::exact) {
        return visit.speak.say("Measured from the point you gave.");
    }
    if (best.precision == places::Precision::postcode) {
        return visit.speak.say(
            phrase("Measured from the middle of the postal area {place}.", {{"place", best.name}}));
    }
    if (!place.corrected.empty()) {
        return visit.speak.say(
            phrase("Read as {place}. Measured from the middle of town.", {{"place", best.name}}));
    }
    return visit.speak.say(phrase("Measured from the middle of {place}.", {{"place", best.name}}));
}

}  // namespace

Data understood_place(const Visit& visit, const Query& query, const places::Answer& place) {
    Data::List others;
    for (const auto& other : place.others) {
        if (others.size() == kOtherPlacesNamed) break;
        others.push_back(
            Data::object({{"name", other.name}, {"href", query.link("near", other.name)}}));
    }
    const bool has_others = !others.empty();
    return Data::object(
        {{"sentence", place_words(visit, query, place)},
         {"others", has_others ? Data::object({{"choices", std::move(others)}}) : Data{false}}});
}

Data old_listings(const Visit& visit, const Query& query, std::int64_t hidden) {
    if (query.has("old", "yes")) {
        return Data::object(
            {{"words", visit.speak.say("Old listings are shown too. Call before you go.")},
             {"href", query.link("old", "")},
             {"label", visit.speak.say("Hide old listings")}});
    }
    if (hidden == 0) return false;
    const auto words = locale::counted(
        hidden, phrase("1 old listing is hidden: nobody has checked it for 90 days."),
        phrase("{count} old listings are hidden: nobody has checked them for 90 days.",
               {{"count", hidden}}));
    return Data::object({{"words", visit.speak.say(words)},
                         {"href", query.link("old", "yes")},
                         {"label", visit.speak.say("Also show old listings")}});
}

Data page_links(const Visit& visit, const Query& query, const Shown& shown) {
    const auto page = shown.offset / shown.limit + 1;
    const bool has_next = shown.offset + shown.shown < shown.total;
    if (page == 1 && !has_next) return false;
    const auto left =
        std::min(shown.limit, shown.total - std::min(shown.total, page * shown.limit));
    const auto link = [&](std::size_t to) {
        return query.link("page", to == 1 ? std::string{} : std::to_string(to));
    };
    return Data::object(
        {{"previous", page > 1 ? Data::object({{"href", link(page - 1)}}) : Data{false}},
         {"next",
          has_next ? Data::object({{"href", link(page + 1)},
                                   {"label", visit.speak.say(phrase(
                                                 "Show {count} more",
                                                 {{"count", static_cast<std::int64_t>(left)}}))}})
                   : Data{false}}});
}

}  // namespace waymark::web
