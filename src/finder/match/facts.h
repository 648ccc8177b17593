// What content/match/weights.json can ask of a meeting, one word each:
//
//   venue:room, venue:online, venue:online-only    feature:CODE, programme:CODE, family:CODE
//   concern:CODE, medication:CODE                  door:open, door:closed
//   day:weekday, day:weekend                       time:morning (from 5), :afternoon (12),
//   within:5 (kilometres, of a room)                    :evening (17), :night (22)
//   language:es, language:not-said                 transit:named
//   for:relatives, for:others (closed, about another substance)      always
//
// A list that says nothing makes none of them true: that is "not known".
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/geo.h"
#include "directory/meeting_ptr.h"
#include "directory/schedule.h"
#include "directory/venue.h"

namespace waymark::finder::match {

// A meeting as the person asking could take part in it this week.
struct Candidate {
    directory::MeetingPtr meeting{};
    std::optional<Kilometers> distance{};  // Of a room within reach.
    directory::Occurrence next{};
    directory::VenueKind venue{};  // On that day; `online` when its room is out of reach.
    directory::WeekdaySet days{};  // On the clock of the person asking.
    std::chrono::minutes start{};
};

class Fact {
  public:
    // Nothing for a code that is none of the above.
    static std::optional<Fact> of_code(std::string_view code);

    bool holds_for(const Candidate& candidate) const;
    bool is_always() const { return kind_ == Kind::always; }

  private:
    enum class Kind {
        always,
        room,
        online,
        online_only,
        feature,
        programme,
        family,
        concern,
        medication,
        weekday,
        weekend,
        time,
        within,
        language,
        language_not_said,
        transit,
        relatives,
        others,
    };
    explicit Fact(Kind kind, int value = 0, std::string language = {})
        : kind_(kind), value_(value), language_(std::move(language)) {}

    static std::optional<Fact> of_group(std::string_view group, std::string_view name);
    static std::optional<Fact> of_directory(std::string_view group, std::string_view name);

    Kind kind_;
    int value_;  // Of the directory's enum, an hour, or kilometres.
    std::string language_;
};

// Facts that must all hold: "day:weekend+time:morning".
using Condition = std::vector<Fact>;
std::optional<Condition> condition_of(std::string_view codes);

// Whether one of them holds.
bool any_holds(const std::vector<Condition>& conditions, const Candidate& candidate);

}  // namespace waymark::finder::match
