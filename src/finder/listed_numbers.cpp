#include "finder/listed_numbers.h"

#include <optional>
#include <set>
#include <string>
#include <utility>

namespace waymark::finder {
namespace {

using directory::Facility;
using directory::ListedNumber;
using directory::Meeting;
using directory::NumberKind;
using directory::Source;

std::optional<Date> day_of(const std::optional<Instant>& instant) {
    if (!instant) return std::nullopt;
    return Date{std::chrono::floor<std::chrono::days>(*instant)};
}

ListedNumber listed(const Source* source, std::string_view country) {
    ListedNumber number;
    number.country = country;
    if (source != nullptr) {
        number.source = source->name;
        number.date = day_of(source->fetched_at);
    }
    return number;
}

void add_place(std::vector<ListedNumber>& numbers, const Facility& place,
               const ListedNumber& from) {
    for (const auto& phone : place.phones) {
        if (phone.kind == "fax") continue;
        numbers.push_back(from);
        numbers.back().owner = place.name;
        numbers.back().kind = NumberKind::place;
        numbers.back().number = phone.number;
        numbers.back().href = "/places/" + std::to_string(place.id.value);
    }
}

}  // namespace

std::vector<ListedNumber> listed_numbers(const Snapshot& directory, std::string_view country) {
    std::vector<ListedNumber> numbers;
    std::set<std::pair<std::string_view, std::string_view>> offices;
    for (const Meeting& meeting : directory.meetings()) {
        const auto from = listed(directory.source(meeting.source), country);
        if (!meeting.online.phone.empty()) {
            numbers.push_back(from);
            numbers.back().owner = meeting.name;
            numbers.back().kind = NumberKind::meeting;
            numbers.back().number = meeting.online.phone;
            numbers.back().href = "/meetings/" + std::to_string(meeting.id.value);
        }
        const auto& office = meeting.entity;
        const bool is_new = !office.phone.empty() && !office.name.empty() &&
                            offices.emplace(office.name, office.phone).second;
        if (is_new) {
            numbers.push_back(from);
            numbers.back().owner = office.name;
            numbers.back().kind = NumberKind::programme;
            numbers.back().number = office.phone;
        }
    }
    for (const Facility& place : directory.facilities().list())
        add_place(numbers, place, listed(directory.source(place.source), country));
    return numbers;
}

}  // namespace waymark::finder
