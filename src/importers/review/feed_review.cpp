#include "importers/review/feed_review.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "importers/import.h"
#include "importers/review/national_lists.h"
#include "importers/row_limits.h"

namespace waymark::importers {
namespace {

using directory::Facility;
using directory::Meeting;

bool sends_elsewhere(const RowFacts& now, const RowFacts& earlier) {
    return now.phones != earlier.phones || now.hosts != earlier.hosts ||
           now.website != earlier.website || now.address != earlier.address;
}

std::string change_of(const Facility& proposed, const Facility& now) {
    for (const auto aspect : {Aspect::phones, Aspect::hosts}) {
        const auto old_words = words_of(now, aspect);
        const auto new_words = words_of(proposed, aspect);
        if (old_words == new_words) continue;
        return sentence_of({.aspect = aspect, .name = now.name, .now = new_words}, old_words);
    }
    const bool is_moved = address_key(proposed.place) != address_key(now.place);
    return sentence_of({.aspect = Aspect::point,
                        .name = now.name,
                        .now = is_moved ? address_key(proposed.place) : proposed.website},
                       is_moved ? address_key(now.place) : now.website);
}

}  // namespace

FeedReview::FeedReview(const directory::Store& store, const directory::Source& source, Instant now,
                       std::int64_t refused_before)
    : store_(store), source_(source), now_(now), refused_before_(refused_before) {
    if (source_.id.value != 0) {
        const auto add = [&](const auto& listing) {
            const auto contacts = contacts_of(listing);
            before_.add(facts_of(listing, contacts), contacts);
        };
        store_.each_meeting_of(source_.id, [&](const Meeting& meeting) { add(meeting); });
        store_.each_facility_of(source_.id, [&](const Facility& facility) { add(facility); });
        before_.settle();
    }
    begin();
}

void FeedReview::begin() {
    comparison_ = std::make_unique<Comparison>(before_);
    held_.clear();
    held_words_.clear();
    treatment_places_ = 0;
}

void FeedReview::take(const Meeting& meeting) {
    if (comparison_->is_flood()) {
        if (const auto* earlier = before_.find(key_of(meeting))) comparison_->pass(*earlier);
        return;
    }
    const auto contacts = contacts_of(meeting);
    const auto now = facts_of(meeting, contacts);
    comparison_->take(meeting, now, contacts, before_.find(now.key));
}

void FeedReview::take(std::deque<Facility>& places) {
    const auto suspects = compare(places);
    // A national list is the one that others are held against.
    if (!suspects.empty() && !is_national(source_)) hold(places, suspects);
}

std::vector<FeedReview::Suspect> FeedReview::compare(const std::deque<Facility>& places) {
    std::vector<Suspect> suspects;
    std::vector<std::pair<std::size_t, RowFacts>> newcomers;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto contacts = contacts_of(places[i]);
        const auto now = facts_of(places[i], contacts);
        if (now.is_treatment) ++treatment_places_;
        const auto* earlier = before_.find(now.key);
        if (earlier == nullptr) {
            newcomers.emplace_back(i, now);
            continue;
        }
        comparison_->take(places[i], now, contacts, earlier);
        const bool is_treatment = now.is_treatment || earlier->is_treatment;
        if (is_treatment && sends_elsewhere(now, *earlier)) suspects.push_back({i, earlier});
    }
    // Where keys are made of names and addresses, a place with a new address is
    // gone and another one of its name has come: it is the same place.
    std::multimap<Fingerprint, const RowFacts*> gone;
    for (const auto& row : before_.rows()) {
        if (row.is_treatment && !newcomers.empty() && !comparison_->has_come(row))
            gone.emplace(row.name, &row);
    }
    for (const auto& [i, now] : newcomers) {
        const auto found = gone.find(now.name);
        const auto* earlier = found == gone.end() ? nullptr : found->second;
        if (earlier != nullptr) {
            gone.erase(found);
            if (sends_elsewhere(now, *earlier)) suspects.push_back({i, earlier});
        }
        comparison_->take(places[i], now, contacts_of(places[i]), earlier);
    }
    return suspects;
}

void FeedReview::hold(std::deque<Facility>& places, const std::vector<Suspect>& suspects) {
    std::unordered_map<Fingerprint, Facility> earlier;
    for (const auto& suspect : suspects)
        earlier.emplace(suspect.earlier->key, Facility{});
    store_.each_facility_of(source_.id, [&](Facility facility) {
        const auto found = earlier.find(key_of(facility));
        if (found != earlier.end()) found->second = std::move(facility);
    });
    std::vector<const Facility*> about;
    for (const auto& suspect : suspects) {
        about.push_back(&places[suspect.place]);
        about.push_back(&earlier.at(suspect.earlier->key));
    }
    const NationalLists national{store_, about};
    for (const auto& suspect : suspects) {
        auto& place = places[suspect.place];
        auto& now = earlier.at(suspect.earlier->key);
        if (national.agree(place, now)) continue;
        if (held_words_.size() < kExamplesMax) held_words_.push_back(change_of(place, now));
        place.id = now.id;
        place.source = now.source;
        // Let through, it takes the place of the row it was.
        place.source_key = now.source_key;
        held_.push_back({std::exchange(place, std::move(now)), "contact-changed", now_});
    }
}

Alarm FeedReview::completed(Finding finding) const {
    if (finding.examples.empty()) return std::move(finding.alarm);
    std::unordered_map<Fingerprint, std::vector<Example*>> wanted;
    for (auto& example : finding.examples)
        wanted[example.key].push_back(&example);
    const auto look = [&](const auto& listing) {
        const auto found = wanted.find(key_of(listing));
        if (found == wanted.end()) return;
        for (auto* example : found->second) {
            if (example->name.empty()) example->name = listing.name;
            finding.alarm.examples.push_back(
                sentence_of(*example, words_of(listing, example->aspect)));
        }
        wanted.erase(found);
    };
    store_.each_meeting_of(source_.id, [&](const Meeting& meeting) { look(meeting); });
    store_.each_facility_of(source_.id, [&](const Facility& facility) { look(facility); });
    for (const auto& [key, examples] : wanted) {
        for (const auto* example : examples)
            finding.alarm.examples.push_back(sentence_of(*example, {}));
    }
    std::ranges::sort(finding.alarm.examples);
    return std::move(finding.alarm);
}

std::vector<Alarm> FeedReview::alarms(const ImportReport& report) {
    std::vector<Alarm> found;
    const auto taken = report.added + report.changed + report.unchanged;
    for (auto& finding : comparison_->findings(taken))
        found.push_back(completed(std::move(finding)));
    if (!before_.rows().empty()) {
        if (auto alarm = rules::row_errors({report.refused, report.rows}, refused_before_)) {
            for (const auto& refusal : report.refusals) {
                if (alarm->examples.size() == kExamplesMax) break;
                alarm->examples.push_back(
                    shortened(std::to_string(refusal.row) + ": " + refusal.reason));
            }
            found.push_back(*std::move(alarm));
        }
    }
    if (!held_.empty()) {
        found.push_back({"contact-changed", static_cast<std::int64_t>(held_.size()),
                         treatment_places_, held_words_, false});
    }
    const auto premium = report.warnings.find(premium_left_out());
    if (premium != report.warnings.end())
        found.push_back({"premium-number", premium->second, report.rows, {}, false});
    return found;
}

}  // namespace waymark::importers
