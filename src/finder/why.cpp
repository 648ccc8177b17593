#include "finder/why.h"

#include <algorithm>
#include <array>

#include "finder/rank.h"

namespace waymark::finder {
namespace {

using directory::Concern;
using directory::Feature;
using directory::FeatureSet;
using Attitude = directory::MedicationFact::Attitude;
using std::chrono::hours;
using std::chrono::minutes;

constexpr hours kSoon{24};
constexpr std::chrono::days kFresh{90};

Phrase when_else(const directory::Occurrence& next, TimeOfDay time) {
    const std::vector<std::pair<std::string, Phrase::Value>> holes{{"time", time}};
    switch (std::chrono::weekday{std::chrono::sys_days{next.date}}.c_encoding()) {
        case 0:
            return phrase("Sunday at {time}", holes);
        case 1:
            return phrase("Monday at {time}", holes);
        case 2:
            return phrase("Tuesday at {time}", holes);
        case 3:
            return phrase("Wednesday at {time}", holes);
        case 4:
            return phrase("Thursday at {time}", holes);
        case 5:
            return phrase("Friday at {time}", holes);
        default:
            return phrase("Saturday at {time}", holes);
    }
}

Phrase when(const Match& match, Instant now) {
    if (!match.next) return phrase("By appointment: contact the group first");
    const auto until = std::chrono::floor<minutes>(match.next->starts - now);
    if (match.next->starts < now) {
        const auto since = std::chrono::floor<minutes>(now - match.next->starts);
        return phrase("Started {span} ago", {{"span", Span{since}}});
    }
    if (until == minutes{0}) return phrase("Starts now");
    if (until < kSoon) return phrase("Starts in {span}", {{"span", Span{until}}});
    const auto local = match.meeting->schedule.zone.to_local(match.next->starts);
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    return when_else(*match.next, {std::chrono::floor<minutes>(local - midnight)});
}

// Empty where the programme is not known.
Phrase about(const directory::Meeting& meeting) {
    const bool is_open = meeting.features.has(Feature::open);
    switch (directory::info(meeting.fellowship).concern) {
        case Concern::opioids:
            return phrase("For people who use heroin or other opioids");
        case Concern::drugs:
            return phrase("For people who use drugs");
        case Concern::any:
            return phrase("For any addiction");
        case Concern::relatives:
            return phrase("For family and friends");
        case Concern::alcohol:
            return is_open
                       ? phrase("About alcohol: open to anyone")
                       : phrase("About alcohol; closed meetings are for people with that problem");
        case Concern::stimulants:
            return is_open
                       ? phrase("About stimulants: open to anyone")
                       : phrase(
                             "About stimulants; closed meetings are for people with that problem");
        case Concern::cannabis:
            return is_open
                       ? phrase("About cannabis: open to anyone")
                       : phrase("About cannabis; closed meetings are for people with that problem");
        case Concern::unknown:
            break;
    }
    return {};
}

void add_features(std::vector<Phrase>& reasons, FeatureSet matched) {
    for (const auto& info : directory::features()) {
        if (matched.has(info.feature)) reasons.push_back(phrase(std::string{info.name}));
    }
}

void add_asked(std::vector<Phrase>& reasons, const Match& match, const SearchRequest& request) {
    const auto features = match.meeting->features.bits();
    add_features(reasons, request.needs);
    add_features(reasons, FeatureSet::of_bits(features & request.audience.bits()));
    if (request.door) add_features(reasons, {*request.door});
    if (!request.languages.empty()) reasons.push_back(phrase("In a language you asked for"));
    if (!request.text.empty()) {
        reasons.push_back(phrase("Matches the words you typed"));
    }
}

void add_medication(std::vector<Phrase>& reasons, const directory::Meeting& meeting) {
    const auto attitude = directory::medication_attitude(meeting);
    if (attitude == Attitude::welcomes) reasons.push_back(phrase("Welcomes people on medication"));
    if (attitude == Attitude::refuses) {
        reasons.push_back(phrase("Does not welcome people on medication"));
    }
}

void add_freshness(std::vector<Phrase>& reasons, const directory::Freshness& fresh, Instant now) {
    const auto is_recent = [&](const std::optional<Instant>& at) {
        return at && now - *at <= kFresh;
    };
    if (is_recent(fresh.last_confirmed_at)) {
        reasons.push_back(phrase("Confirmed in the last 3 months"));
    } else if (is_recent(fresh.updated)) {
        reasons.push_back(phrase("Updated in the last 3 months"));
    }
}

}  // namespace

std::vector<Phrase> why(const Match& match, const SearchRequest& request, Instant now) {
    std::vector<Phrase> reasons;
    if (directory::can_join_online(match.venue) && !directory::can_walk_in(match.venue)) {
        reasons.push_back(phrase("Join online from anywhere"));
    } else if (match.distance) {
        reasons.push_back(phrase("{distance} away", {{"distance", *match.distance}}));
    }
    reasons.push_back(when(match, now));
    add_asked(reasons, match, request);
    if (auto concern = about(*match.meeting); !concern.text.empty()) {
        reasons.push_back(std::move(concern));
    }
    add_medication(reasons, *match.meeting);
    add_freshness(reasons, match.meeting->freshness, now);
    return reasons;
}

}  // namespace waymark::finder
