#include "content/listed_numbers.h"

#include <algorithm>

#include "content/programmes.h"
#include "directory/fellowship.h"

namespace waymark::content {
namespace {

using directory::Helpline;
using directory::ListedNumber;
using directory::NumberKind;

void add_line(std::vector<ListedNumber>& numbers, const Helpline& line) {
    const auto date = line.owner_checked_on ? line.owner_checked_on : line.seen_on;
    const auto add = [&](std::string_view number, NumberKind kind) {
        if (number.empty()) return;
        numbers.push_back({.owner = line.name,
                           .kind = kind,
                           .number = std::string{number},
                           .country = line.country,
                           .source = line.source,
                           .date = date,
                           .href = "/helplines?country=" + line.country + "#" + line.id});
    };
    add(line.dial, NumberKind::helpline);
    const bool is_one_number = line.tty.find(',') == line.tty.npos;  // "711, then 988" is not.
    if (is_one_number) add(line.tty, NumberKind::helpline);
    if (line.text_to != line.dial) add(line.text_to, NumberKind::text_line);
}

}  // namespace

std::vector<ListedNumber> listed_numbers(const Helplines& lines) {
    std::vector<ListedNumber> numbers;
    for (const auto& emergency : lines.emergency_numbers()) {
        for (const auto* number : {&emergency.number, &emergency.ambulance}) {
            if (number->empty()) continue;
            numbers.push_back({.owner = emergency.name.en,
                               .kind = NumberKind::emergency,
                               .number = *number,
                               .country = emergency.country,
                               .source = emergency.source,
                               .date = emergency.seen_on,
                               .href = "/now?country=" + emergency.country + "#numbers"});
        }
    }
    for (const auto& line : lines.all())
        add_line(numbers, line);
    for (const auto& programme : programmes()) {
        if (programme.phone.empty()) continue;
        const auto& info = directory::info(programme.fellowship);
        numbers.push_back({.owner = std::string{info.name},
                           .kind = NumberKind::programme,
                           .number = programme.phone,
                           .country = "US",
                           .source = programme.sources.front().title,
                           .date = programme.reviewed_on,
                           .href = "/programmes/" + std::string{info.code}});
    }
    return numbers;
}

std::vector<std::string> listed_countries(const Helplines& lines) {
    std::vector<std::string> countries;
    const auto add = [&](const std::string& country) {
        if (std::ranges::find(countries, country) == countries.end()) countries.push_back(country);
    };
    for (const auto& line : lines.all())
        add(line.country);
    for (const auto& emergency : lines.emergency_numbers())
        add(emergency.country);
    return countries;
}

}  // namespace waymark::content
