#include "workload/records.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "directory/source.h"
#include "exchange/meeting_guide.h"
#include "json/write.h"
#include "sample/chance.h"
#include "sample/names.h"

namespace waymark::workload {
namespace {

using directory::Feature;
using directory::FeatureSet;
using directory::Fellowship;
using directory::Meeting;

constexpr double kRepeats = 0.04;
constexpr std::size_t kRecentMax = 64;
constexpr std::size_t kPieceBytes = 64 * 1024;
constexpr auto kFeatureCount = static_cast<std::size_t>(Feature::count_);

// Which feature is the i-th most frequent: `open` first, then in strides that
// meet each once, so that needs, audiences and forms are all both rare and not.
Feature feature_at(std::size_t place) {
    return static_cast<Feature>((static_cast<std::size_t>(Feature::open) + place * 19) %
                                kFeatureCount);
}

double share_at(std::size_t place) {
    return 0.55 / std::pow(static_cast<double>(place + 1), 0.95);
}

const std::vector<sample::Weighted<Feature>>& weighted_features() {
    static const auto kWeighted = [] {
        std::vector<sample::Weighted<Feature>> weighted;
        for (std::size_t place = 0; place < kFeatureCount; ++place)
            weighted.push_back({feature_at(place), share_at(place)});
        return weighted;
    }();
    return kWeighted;
}

FeatureSet draw_features(Random& random) {
    FeatureSet features;
    for (const auto& [feature, share] : weighted_features()) {
        if (random.chance(share)) features.add(feature);
    }
    return features;
}

struct Spoken {
    std::string_view country{};
    std::string_view language{};
    double share = 1;  // The others speak English.
};

constexpr auto kSpoken = std::to_array<Spoken>({
    {"US", "es", 0.1}, {"CA", "fr", 0.2}, {"FR", "fr"}, {"BE", "fr"},      {"CI", "fr"},
    {"CD", "fr"},      {"MX", "es"},      {"ES", "es"}, {"CO", "es"},      {"AR", "es"},
    {"PE", "es"},      {"VE", "es"},      {"CL", "es"}, {"DE", "de"},      {"AT", "de"},
    {"CH", "de"},      {"BR", "pt"},      {"PT", "pt"}, {"AO", "pt"},      {"IT", "it"},
    {"RU", "ru"},      {"UA", "ru"},      {"KZ", "ru"}, {"IN", "hi", 0.6}, {"IR", "fa"},
    {"AF", "fa"},      {"JP", "ja"},
});

std::string address_of(const sample::Group& group) {
    std::string address = group.street;
    for (const auto part : {group.city.name, group.city.region_name, group.city.country_name}) {
        if (part.empty()) continue;
        if (!address.empty()) address.append(", ");
        address.append(part);
    }
    return address;
}

directory::Place place_of(const sample::Group& group) {
    return {.name = group.location,
            .address = address_of(group),
            .point = group.point,
            .is_approximate = !directory::can_walk_in(group.venue)};
}

std::vector<std::string> regions_of(const sample::City& city) {
    const auto wider = city.region_name.empty() ? city.country_name : city.region_name;
    return {std::string{wider}, std::string{city.name}};
}

}  // namespace

Records::Records(std::uint64_t seed) : random_(seed) {}

void Records::number(Meeting& meeting) {
    meeting.id = {++given_};
    meeting.source_key = fmt::format("m{}", given_);
    meeting.website = fmt::format("https://example.org/meetings/m{}", given_);
}

Meeting Records::of_session(const sample::Session& session) {
    constexpr Instant kNewest = std::chrono::sys_days{std::chrono::year{2026} / 11 / 1};
    Meeting meeting;
    number(meeting);
    meeting.source = {1};
    meeting.name = group_.name;
    meeting.fellowship = group_.fellowship;
    meeting.schedule.days.add(std::chrono::weekday{static_cast<unsigned>(session.day)});
    meeting.schedule.start = session.start;
    meeting.schedule.length = session.length;
    meeting.schedule.zone = group_.city.zone;
    meeting.venue.usual = group_.venue;
    meeting.place = place_of(group_);
    meeting.online = {.url = group_.online_url, .phone = group_.online_phone};
    meeting.features = draw_features(random_);
    meeting.languages.emplace_back(language_of(group_.city, random_));
    meeting.notes = group_.notes;
    meeting.regions = regions_of(group_.city);
    meeting.entity.name = directory::kFictionalEntity;
    meeting.freshness.updated = kNewest - group_.age;
    return meeting;
}

Meeting Records::repeated(const Meeting& earlier) {
    Meeting meeting = earlier;
    number(meeting);
    meeting.notes = sample::notes(random_);
    meeting.features = draw_features(random_);
    return meeting;
}

Meeting Records::next() {
    if (!recent_.empty() && random_.chance(kRepeats)) {
        return repeated(sample::any_of(recent_, random_));
    }
    if (sessions_ == group_.sessions.size()) {
        group_ = sample::draw_group(cities_, ++groups_, random_);
        sessions_ = 0;
    }
    Meeting meeting = of_session(group_.sessions[sessions_++]);
    if (recent_.size() < kRecentMax) {
        recent_.push_back(meeting);
    } else {
        recent_[static_cast<std::size_t>(given_) % kRecentMax] = meeting;
    }
    return meeting;
}

std::vector<Meeting> records(std::size_t count, std::uint64_t seed) {
    Records stream{seed};
    std::vector<Meeting> all;
    all.reserve(count);
    while (all.size() < count)
        all.push_back(stream.next());
    return all;
}

engine::Listings listings(std::size_t count, std::uint64_t seed) {
    Records stream{seed};
    engine::ListingsBuilder packed;
    for (std::size_t made = 0; made < count; ++made)
        packed.add(stream.next());
    return std::move(packed).finish();
}

void write_feed(std::size_t count, std::uint64_t seed,
                const std::function<void(std::string_view)>& take) {
    Records stream{seed};
    std::string piece = "[\n";
    for (std::size_t written = 0; written < count; ++written) {
        if (written > 0) piece.append(",\n");
        piece.append(json::write(exchange::write_meeting_guide(stream.next())));
        if (piece.size() < kPieceBytes) continue;
        take(piece);
        piece.clear();
    }
    piece.append("\n]\n");
    take(piece);
}

double share_of(Feature feature) {
    const auto& weighted = weighted_features();
    return std::ranges::find(weighted, feature, &sample::Weighted<Feature>::thing)->weight;
}

Feature draw_feature(Random& random) {
    return sample::choose<Feature>(weighted_features(), random);
}

std::string_view language_of(const sample::City& city, Random& random) {
    const auto spoken = std::ranges::find(kSpoken, city.country, &Spoken::country);
    if (spoken == kSpoken.end() || !random.chance(spoken->share)) return "en";
    return spoken->language;
}

Fellowship draw_programme(Random& random) {
    static constexpr auto kOthers = std::to_array<Fellowship>(
        {Fellowship::smart, Fellowship::ca, Fellowship::ha, Fellowship::celebrate_recovery,
         Fellowship::al_anon, Fellowship::recovery_dharma, Fellowship::refuge_recovery,
         Fellowship::lifering, Fellowship::nar_anon, Fellowship::women_for_sobriety});
    const double drawn = random.unit();
    if (drawn < 0.40) return Fellowship::na;
    if (drawn < 0.68) return Fellowship::aa;
    return sample::any_of(kOthers, random);
}

}  // namespace waymark::workload
