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

class Numbers {
  public:
    explicit Numbers(const directory::WantedNumber& wanted) : wanted_(wanted) {}

    void add(ListedNumber number) {
        if (wanted_.is_in(number)) wanted_numbers_.push_back(std::move(number));
    }
    std::vector<ListedNumber> take() && { return std::move(wanted_numbers_); }

  private:
    const directory::WantedNumber& wanted_;
    std::vector<ListedNumber> wanted_numbers_;
};

void add_meeting(Numbers& numbers, const Meeting& meeting, ListedNumber from) {
    if (meeting.online.phone.empty()) return;
    from.owner = meeting.name;
    from.kind = NumberKind::meeting;
    from.number = meeting.online.phone;
    from.href = "/meetings/" + std::to_string(meeting.id.value);
    numbers.add(std::move(from));
}

void add_office(Numbers& numbers, const directory::Entity& office, ListedNumber from) {
    from.owner = office.name;
    from.kind = NumberKind::programme;
    from.number = office.phone;
    numbers.add(std::move(from));
}

void add_place(Numbers& numbers, const Facility& place, const ListedNumber& from) {
    for (const auto& phone : place.phones) {
        if (phone.kind == "fax") continue;
        ListedNumber number{from};
        number.owner = place.name;
        number.kind = NumberKind::place;
        number.number = phone.number;
        number.href = "/places/" + std::to_string(place.id.value);
        numbers.add(std::move(number));
    }
}

}  // namespace

std::vector<ListedNumber> listed_numbers(const Snapshot& directory,
                                         const directory::WantedNumber& wanted,
                                         std::string_view country) {
    Numbers numbers{wanted};
    std::set<std::pair<std::string, std::string>> offices;
    for (const Meeting& meeting : directory.meetings()) {
        const auto from = listed(directory.source(meeting.source), country);
        add_meeting(numbers, meeting, from);
        const auto& office = meeting.entity;
        const bool is_new = !office.phone.empty() && !office.name.empty() &&
                            offices.emplace(office.name, office.phone).second;
        if (is_new) add_office(numbers, office, from);
    }
    for (const Facility& place : directory.facilities().list())
        add_place(numbers, place, listed(directory.source(place.source), country));
    return std::move(numbers).take();
}

}  // namespace waymark::finder
