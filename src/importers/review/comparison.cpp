#include "importers/review/comparison.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/lookalike.h"

namespace waymark::importers {
namespace {

using directory::Facility;
using directory::Meeting;
using rules::Share;

constexpr int kDayMinutes = 24 * 60;

bool has_moved(const RowFacts& now, const RowFacts& earlier) {
    const auto here = now.point();
    const auto there = earlier.point();
    if (!here || !there) return here.has_value() != there.has_value();
    return distance_between(*here, *there).value > rules::kMovedKilometers;
}

// The rows with the one name (the one day) that most have, of all.
Share most_alike(std::vector<Fingerprint> values) {
    std::ranges::sort(values);
    Share share{.of = static_cast<std::int64_t>(values.size())};
    for (auto begin = values.begin(); begin != values.end();) {
        const auto end = std::find_if(begin, values.end(), [&](auto v) { return v != *begin; });
        share.count = std::max<std::int64_t>(share.count, end - begin);
        begin = end;
    }
    return share;
}

Share most_alike(const std::array<std::int64_t, 128>& counts) {
    return {*std::ranges::max_element(counts), std::reduce(counts.begin(), counts.end())};
}

}  // namespace

Comparison::Comparison(const Version& before)
    : before_(before),
      has_come_(before.rows().size()),
      published_before_(std::ranges::count_if(before.rows(), &RowFacts::is_published)) {}

template <class Listing>
void Comparison::keep(std::vector<Example>& examples, const Listing& listing, Fingerprint key,
                      Aspect aspect) {
    if (examples.size() == kExamplesMax) return;
    examples.push_back({key, aspect, listing.name, words_of(listing, aspect)});
}

template <class Listing>
void Comparison::count(Tally& tally, bool is_there, bool is_other, const Listing& listing,
                       const RowFacts& earlier, Aspect aspect) {
    tally.share.of += is_there ? 1 : 0;
    if (!is_other) return;
    ++tally.share.count;
    keep(tally.examples, listing, earlier.key, aspect);
}

template <class Listing>
void Comparison::compare(const Listing& listing, const RowFacts& now, const RowFacts& earlier) {
    has_come_[before_.number_of(earlier)] = true;
    if (earlier.is_published && !now.is_published) ++withdrawn_;
    count(phones_, now.phones != 0 || earlier.phones != 0, now.phones != earlier.phones, listing,
          earlier, Aspect::phones);
    count(hosts_, now.hosts != 0 || earlier.hosts != 0, now.hosts != earlier.hosts, listing,
          earlier, Aspect::hosts);
    count(points_, now.point() || earlier.point(), has_moved(now, earlier), listing, earlier,
          Aspect::point);
    if (now.start < 0 || earlier.start < 0) return;
    const int later = (now.start - earlier.start + kDayMinutes) % kDayMinutes;
    ++shifts_[later];
    if (later != 0) keep(shifted_, listing, earlier.key, Aspect::time);
}

template <class Listing>
void Comparison::take(const Listing& listing, const RowFacts& now, const Contacts& contacts,
                      const RowFacts* earlier) {
    if (earlier != nullptr) compare(listing, now, *earlier);
    if (now.is_published && (earlier == nullptr || !earlier->is_published)) {
        ++added_.share.count;
        keep(added_.examples, listing, now.key, Aspect::name);
    }
    if (now.is_meeting) ++days_.at(now.days);
    names_.push_back(now.name);
    if ((earlier == nullptr || earlier->name != now.name) && mixes_scripts(listing.name)) {
        ++mixed_;
        keep(odd_names_, listing, now.key, Aspect::name);
    }
    if (before_.rows().empty()) return;
    for (const auto* list : {&contacts.phones, &contacts.hosts}) {
        for (const auto& contact : *list) {
            if (!before_.knows(contact)) new_contacts_.take(now, contact);
        }
    }
}

template void Comparison::take(const Meeting&, const RowFacts&, const Contacts&, const RowFacts*);
template void Comparison::take(const Facility&, const RowFacts&, const Contacts&, const RowFacts*);

bool Comparison::is_flood() const {
    return added_.share.count > rules::kFloodRows && !before_.rows().empty() &&
           Share{added_.share.count, published_before_}.is_over(rules::kAddedPart);
}

std::int64_t Comparison::removed() const {
    return std::ranges::count(has_come_, false);
}

std::vector<Example> Comparison::gone() const {
    std::vector<Example> examples;
    for (const auto& row : before_.rows()) {
        if (examples.size() == kExamplesMax) break;
        if (!has_come(row) && row.is_published) examples.push_back({.key = row.key});
    }
    return examples;
}

Share Comparison::shift() const {
    Share share;
    for (const auto& [later, rows] : shifts_) {
        share.of += rows;
        if (later != 0) share.count = std::max(share.count, rows);
    }
    return share;
}

Finding Comparison::contacts_finding(Alarm alarm) const {
    Finding finding{.alarm = std::move(alarm)};
    for (const auto* tally : {&phones_, &hosts_, &points_}) {
        if (!tally->share.is_over(rules::kContactsPart)) continue;
        std::ranges::copy(tally->examples, std::back_inserter(finding.examples));
    }
    if (finding.examples.size() > kExamplesMax) finding.examples.resize(kExamplesMax);
    return finding;
}

std::vector<Finding> Comparison::findings(std::int64_t rows) const {
    std::vector<Finding> found;
    const auto add = [&](std::optional<Alarm> alarm, std::vector<Example> examples) {
        if (alarm) found.push_back({*std::move(alarm), std::move(examples)});
    };
    add(rules::mixed_script({mixed_, rows}), odd_names_);
    if (before_.rows().empty()) {
        for (auto& finding : found)
            finding.alarm.holds = false;
        return found;
    }

    std::int64_t lost = withdrawn_;
    std::array<std::int64_t, 128> days_before{};
    std::vector<Fingerprint> names_before;
    for (const auto& row : before_.rows()) {
        if (row.is_published && !has_come(row)) ++lost;
        if (row.is_meeting) ++days_before.at(row.days);
        names_before.push_back(row.name);
    }
    add(rules::mass_removal({lost, published_before_}), gone());
    add(rules::mass_addition({added_.share.count, published_before_}), added_.examples);
    if (auto alarm = rules::contacts_changed(phones_.share, hosts_.share, points_.share))
        found.push_back(contacts_finding(*std::move(alarm)));
    add(new_contacts_.hijack(rows), {});
    add(rules::times_shifted(shift()), shifted_);
    add(rules::days_equal(most_alike(days_before), most_alike(days_)), {});
    add(rules::names_equal(most_alike(std::move(names_before)), most_alike(names_)), {});
    return found;
}

}  // namespace waymark::importers
