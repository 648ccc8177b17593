#include "finder/match/facts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/number.h"
#include "core/text.h"
#include "directory/feature.h"
#include "directory/fellowship.h"

namespace waymark::finder::match {
namespace {

using directory::Concern;
using directory::Family;
using directory::Feature;
using directory::WeekdaySet;
using Attitude = directory::MedicationFact::Attitude;
using std::chrono::hours;

constexpr int kReachMax = 100;
constexpr unsigned kWeekendBits = 0b1000001;  // Saturday and Sunday.

// When the parts of a day begin; the last passes midnight.
constexpr std::array<std::pair<std::string_view, int>, 4> kTimes{
    {{"morning", 5}, {"afternoon", 12}, {"evening", 17}, {"night", 22}}};

int hour_of_part(const Candidate& candidate) {
    const auto hour = std::chrono::floor<hours>(candidate.start).count() % 24;
    int begins = kTimes.back().second;
    for (const auto& [name, from] : kTimes) {
        if (hour >= from) begins = from;
    }
    return begins;
}

// The value whose code it is, of enums that count from 0.
template <class Enum>
std::optional<int> value_of(std::string_view code, int count) {
    for (int i = 0; i < count; ++i) {
        if (code_of(static_cast<Enum>(i)) == code) return i;
    }
    return std::nullopt;
}

bool speaks(const directory::Meeting& meeting, std::string_view wanted) {
    return std::ranges::any_of(meeting.languages, [&](const std::string& language) {
        const auto lower = ascii_lower(language);
        return lower == wanted || lower.starts_with(std::string{wanted} + '-');
    });
}

bool is_for_others(const directory::Meeting& meeting) {
    const auto concern = directory::info(meeting.fellowship).concern;
    const bool is_other = concern == Concern::alcohol || concern == Concern::stimulants ||
                          concern == Concern::cannabis;
    return is_other && !meeting.features.has(Feature::open);
}

bool has_days(const Candidate& candidate, unsigned bits) {
    return (candidate.days.bits() & bits) != 0;
}

}  // namespace

std::optional<Fact> Fact::of_code(std::string_view code) {
    if (code == "always") return Fact{Kind::always};
    const auto colon = code.find(':');
    if (colon == code.npos) return std::nullopt;
    const auto group = code.substr(0, colon);
    const auto name = code.substr(colon + 1);
    if (const auto fact = of_directory(group, name)) return fact;
    return of_group(group, name);
}

std::optional<Fact> Fact::of_directory(std::string_view group, std::string_view name) {
    const auto fact = [](Kind kind, std::optional<int> value) {
        return value ? std::optional{Fact{kind, *value}} : std::nullopt;
    };
    if (group == "feature" || (group == "door" && (name == "open" || name == "closed"))) {
        const auto feature = directory::feature_of_code(name);
        return feature ? fact(Kind::feature, static_cast<int>(*feature)) : std::nullopt;
    }
    if (group == "programme") {
        const auto programme = directory::fellowship_of_code(name);
        return programme ? fact(Kind::programme, static_cast<int>(*programme)) : std::nullopt;
    }
    constexpr int kFamilies = static_cast<int>(Family::relatives) + 1;
    constexpr int kConcerns = static_cast<int>(Concern::relatives) + 1;
    constexpr int kAttitudes = static_cast<int>(Attitude::refuses) + 1;
    if (group == "family") return fact(Kind::family, value_of<Family>(name, kFamilies));
    if (group == "concern") return fact(Kind::concern, value_of<Concern>(name, kConcerns));
    if (group == "medication") {
        return fact(Kind::medication, value_of<Attitude>(name, kAttitudes));
    }
    return std::nullopt;
}

std::optional<Fact> Fact::of_group(std::string_view group, std::string_view name) {
    constexpr std::array<std::pair<std::string_view, Kind>, 9> kPlain{{
        {"venue:room", Kind::room},
        {"venue:online", Kind::online},
        {"venue:online-only", Kind::online_only},
        {"day:weekday", Kind::weekday},
        {"day:weekend", Kind::weekend},
        {"language:not-said", Kind::language_not_said},
        {"transit:named", Kind::transit},
        {"for:relatives", Kind::relatives},
        {"for:others", Kind::others},
    }};
    for (const auto& [code, kind] : kPlain) {
        if (code == std::string{group} + ':' + std::string{name}) return Fact{kind};
    }
    if (group == "time") {
        const auto found = std::ranges::find(kTimes, name, [](const auto& t) { return t.first; });
        if (found != kTimes.end()) return Fact{Kind::time, found->second};
    }
    if (group == "within") {
        const auto reach = parse_number<int>(name);
        if (reach && *reach > 0 && *reach <= kReachMax) return Fact{Kind::within, *reach};
    }
    if (group == "language" && (name.size() == 2 || name.size() == 3)) {
        return Fact{Kind::language, 0, std::string{name}};
    }
    return std::nullopt;
}

bool Fact::holds_for(const Candidate& candidate) const {
    const auto& meeting = *candidate.meeting;
    const auto& programme = directory::info(meeting.fellowship);
    switch (kind_) {
        case Kind::always:
            return true;
        case Kind::room:
            return directory::can_walk_in(candidate.venue);
        case Kind::online:
            return directory::can_join_online(candidate.venue);
        case Kind::online_only:
            return !directory::can_walk_in(candidate.venue);
        case Kind::feature:
            return meeting.features.has(static_cast<Feature>(value_));
        case Kind::programme:
            return static_cast<int>(meeting.fellowship) == value_;
        case Kind::family:
            return static_cast<int>(programme.family) == value_;
        case Kind::concern:
            return static_cast<int>(programme.concern) == value_;
        case Kind::medication:
            return static_cast<int>(directory::medication_attitude(meeting)) == value_;
        case Kind::weekday:
            return has_days(candidate, 0x7fU & ~kWeekendBits);
        case Kind::weekend:
            return has_days(candidate, kWeekendBits);
        case Kind::time:
            return hour_of_part(candidate) == value_;
        case Kind::within:
            return candidate.distance && candidate.distance->value <= value_;
        case Kind::language:
            return speaks(meeting, language_);
        case Kind::language_not_said:
            return meeting.languages.empty();
        case Kind::transit:
            return !meeting.place.transit.empty() && directory::can_walk_in(candidate.venue);
        case Kind::relatives:
            return programme.concern == Concern::relatives;
        case Kind::others:
            return is_for_others(meeting);
    }
    return false;
}

std::optional<Condition> condition_of(std::string_view codes) {
    Condition condition;
    for (const auto code : split(codes, '+')) {
        auto fact = Fact::of_code(code);
        if (!fact) return std::nullopt;
        condition.push_back(*std::move(fact));
    }
    return condition;
}

bool any_holds(const std::vector<Condition>& conditions, const Candidate& candidate) {
    return std::ranges::any_of(conditions, [&](const Condition& condition) {
        return std::ranges::all_of(condition,
                                   [&](const Fact& fact) { return fact.holds_for(candidate); });
    });
}

}  // namespace waymark::finder::match
