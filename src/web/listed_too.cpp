#include "web/listed_too.h"

#include <string>
#include <utility>

namespace waymark::web {
namespace {

using directory::Meeting;
using html::Data;

std::string list_name(const Visit& visit, const Meeting& meeting) {
    if (!meeting.entity.name.empty()) return meeting.entity.name;
    const auto* source = visit.directory->source(meeting.source);
    return source == nullptr ? std::string{} : source->name;
}

std::string page_of(const Meeting& meeting) {
    return "/meetings/" + std::to_string(meeting.id.value);
}

}  // namespace

Data shown_instead(const Visit& visit, const Meeting& meeting) {
    const auto* found = visit.directory->double_of(meeting.id);
    const auto shown = found == nullptr ? nullptr : visit.directory->meeting(found->shown);
    if (shown == nullptr) return false;
    return Data::object(
        {{"words", visit.speak.say(phrase("The same meeting is listed by “{name}” too.",
                                          {{"name", list_name(visit, *shown)}}))},
         {"href", page_of(*shown)}});
}

Data also_in(const Visit& visit, const Meeting& meeting) {
    Data::List list;
    for (const auto& each : visit.directory->doubles_behind(meeting.id)) {
        const auto other = visit.directory->meeting(each.hidden);
        list.push_back(
            Data::object({{"words", visit.speak.say(phrase("Also in the list of “{name}”",
                                                           {{"name", list_name(visit, *other)}}))},
                          {"href", page_of(*other)}}));
    }
    return list.empty() ? Data{false} : Data::object({{"lists", std::move(list)}});
}

bool is_same_meeting(const Visit& visit, const Meeting& a, const Meeting& b) {
    const auto stands_for = [&](const Meeting& shown, const Meeting& hidden) {
        const auto* found = visit.directory->double_of(hidden.id);
        return found != nullptr && found->shown == shown.id;
    };
    return stands_for(a, b) || stands_for(b, a);
}

}  // namespace waymark::web
