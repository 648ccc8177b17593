#include "finder/roster.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/text.h"
#include "finder/same_building.h"

namespace waymark::finder {
namespace {

using directory::Building;
using directory::BuildingId;
using directory::Group;
using directory::GroupId;
using directory::Meeting;

// What makes a group within its source; "" for a meeting that names none.
std::string mark_of(const Meeting& meeting) {
    if (!meeting.world_id.empty()) return "id " + ascii_upper(meeting.world_id);
    const std::string name = fold(meeting.group);
    return name.empty() ? name : "name " + name + '\n' + fold(meeting.group_notes);
}

std::vector<std::uint32_t> number_groups(std::span<const Meeting> meetings) {
    std::unordered_map<std::string, std::uint32_t> known;
    std::vector<std::uint32_t> numbers;
    numbers.reserve(meetings.size());
    for (const Meeting& meeting : meetings) {
        std::string mark = mark_of(meeting);
        if (mark.empty()) {
            numbers.push_back(0);
            continue;
        }
        mark += '\n' + std::to_string(meeting.source.value);
        const auto next = static_cast<std::uint32_t>(known.size() + 1);
        numbers.push_back(known.try_emplace(std::move(mark), next).first->second);
    }
    return numbers;
}

std::string_view name_of(const Meeting& meeting) {
    return meeting.group.empty() ? meeting.name : meeting.group;
}

}  // namespace

std::span<const Meeting* const> Roster::Lists::of(std::size_t number) const {
    return std::span{meetings}.subspan(begins[number - 1], begins[number] - begins[number - 1]);
}

// Counts, then places each row behind those before it: no list grows by itself.
Roster::Lists Roster::lists_of(std::span<const Meeting> meetings,
                               std::vector<std::uint32_t> number_of_row) {
    const auto last = number_of_row.empty() ? 0U : *std::ranges::max_element(number_of_row);
    std::vector<std::uint32_t> begins(last + 1, 0);
    for (const std::uint32_t number : number_of_row) {
        if (number != 0) ++begins[number];
    }
    for (std::size_t number = 1; number <= last; ++number)
        begins[number] += begins[number - 1];
    std::vector<const Meeting*> members(begins[last]);
    auto ends = begins;
    for (std::size_t row = 0; row < meetings.size(); ++row) {
        const std::uint32_t number = number_of_row[row];
        if (number != 0) members[ends[number - 1]++] = &meetings[row];
    }
    return {.number_of_row = std::move(number_of_row),
            .meetings = std::move(members),
            .begins = std::move(begins)};
}

Roster::Roster(std::span<const Meeting> meetings)
    : by_group_(lists_of(meetings, number_groups(meetings))),
      by_building_(lists_of(meetings, number_buildings(meetings))) {
    groups_.reserve(by_group_.begins.size() - 1);
    for (std::size_t number = 1; number < by_group_.begins.size(); ++number) {
        const auto members = by_group_.of(number);
        groups_.push_back({.id = GroupId{static_cast<std::int64_t>(number)},
                           .source = members.front()->source,
                           .name = name_of(*members.front()),
                           .meetings = members});
    }
    buildings_.reserve(by_building_.begins.size() - 1);
    for (std::size_t number = 1; number < by_building_.begins.size(); ++number) {
        const auto members = by_building_.of(number);
        buildings_.push_back({.id = BuildingId{static_cast<std::int64_t>(number)},
                              .place = &members.front()->place,
                              .meetings = members});
    }
}

const Group* Roster::group_of(std::size_t row) const {
    const std::uint32_t number = by_group_.number_of_row[row];
    return number == 0 ? nullptr : &groups_[number - 1];
}

const Building* Roster::building_of(std::size_t row) const {
    const std::uint32_t number = by_building_.number_of_row[row];
    return number == 0 ? nullptr : &buildings_[number - 1];
}

}  // namespace waymark::finder
