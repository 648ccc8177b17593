#include <fmt/format.h>

#include <fstream>
#include <stdexcept>

#include "core/text.h"
#include "engine.h"
#include "finder/words.h"
#include "workload/records.h"

namespace waymark::bench {
namespace {

std::int64_t utc_minute(const directory::Schedule& schedule) {
    const auto week = workload::week_of_questions();
    const auto next = directory::next_occurrence(schedule, week).value();
    return (next.starts - week) / std::chrono::minutes{1};
}

std::int64_t weekday_of(const directory::Schedule& schedule) {
    return __builtin_ctz(schedule.days.bits());
}

std::string row_of(const directory::Meeting& meeting) {
    const auto& place = meeting.place;
    const auto& schedule = meeting.schedule;
    return fmt::format(
        "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{:.5f}\t{:.5f}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n",
        meeting.id.value, meeting.name, place.name, place.address, meeting.notes,
        meeting.regions[0], meeting.regions[1], place.point->latitude, place.point->longitude,
        weekday_of(schedule), schedule.start.count(), utc_minute(schedule),
        static_cast<int>(meeting.fellowship), static_cast<int>(meeting.venue.usual),
        meeting.languages.front(), meeting.features.bits(), fold(finder::searchable_text(meeting)));
}

}  // namespace

void write_table(std::size_t meetings, const std::string& file) {
    std::ofstream out{file};
    workload::Records records{};
    for (std::size_t written = 0; written < meetings; ++written)
        out << row_of(records.next());
    out.flush();
    if (!out) throw std::runtime_error{"The table of meetings could not be written to " + file};
}

}  // namespace waymark::bench
