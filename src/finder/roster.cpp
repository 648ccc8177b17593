#include "finder/roster.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/text.h"
#include "finder/same_building.h"

namespace waymark::finder {
namespace {

using directory::Meeting;
using engine::Listings;

// What makes a group within its source; "" for a meeting that names none.
std::string mark_of(const Meeting& meeting) {
    if (!meeting.world_id.empty()) return "id " + ascii_upper(meeting.world_id);
    const std::string name = fold(meeting.group);
    return name.empty() ? name : "name " + name + '\n' + fold(meeting.group_notes);
}

std::vector<std::uint32_t> number_groups(const Listings& meetings) {
    std::unordered_map<std::string, std::uint32_t> known;
    std::vector<std::uint32_t> numbers;
    numbers.reserve(meetings.size());
    for (std::size_t row = 0; row < meetings.size(); ++row) {
        const auto meeting = meetings.part(row, engine::UpTo::heading);
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

}  // namespace

// Counts, then places each row behind those before it: no list grows by itself.
NumberedRows::NumberedRows(std::vector<std::uint32_t> number_of_row)
    : number_of_row_(std::move(number_of_row)) {
    const auto last = number_of_row_.empty() ? 0U : *std::ranges::max_element(number_of_row_);
    begins_.resize(last + 1, 0);
    for (const std::uint32_t number : number_of_row_) {
        if (number != 0) ++begins_[number];
    }
    for (std::size_t number = 1; number <= last; ++number)
        begins_[number] += begins_[number - 1];
    rows_.resize(begins_[last]);
    auto ends = begins_;
    for (std::uint32_t row = 0; row < number_of_row_.size(); ++row) {
        const std::uint32_t number = number_of_row_[row];
        if (number != 0) rows_[ends[number - 1]++] = row;
    }
}

std::span<const std::uint32_t> NumberedRows::rows_of(std::int64_t number) const {
    if (number < 1 || number > static_cast<std::int64_t>(count())) return {};
    const auto at = static_cast<std::size_t>(number);
    return std::span{rows_}.subspan(begins_[at - 1], begins_[at] - begins_[at - 1]);
}

Roster::Roster(const Listings& meetings)
    : groups_(number_groups(meetings)), buildings_(number_buildings(meetings)) {}

std::string_view name_of_group(const Meeting& meeting) {
    return meeting.group.empty() ? meeting.name : meeting.group;
}

}  // namespace waymark::finder
