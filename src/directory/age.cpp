#include "directory/age.h"

#include <algorithm>

namespace waymark::directory {
namespace {

std::optional<Instant> read_at(std::span<const Source> sources, SourceId id) {
    const auto found = std::ranges::lower_bound(sources, id, {}, &Source::id);
    return found != sources.end() && found->id == id ? found->fetched_at : std::nullopt;
}

}  // namespace

std::optional<KnownTrue> known_true(const Meeting& meeting, const Source* source) {
    const auto& confirmed = meeting.freshness.last_confirmed_at;
    const auto read = source == nullptr ? std::nullopt : source->fetched_at;
    if (!confirmed && !read) return std::nullopt;
    const bool is_confirmed = confirmed >= read;
    return KnownTrue{is_confirmed ? *confirmed : *read, is_confirmed};
}

std::optional<Instant> known_true_at(const Facility& facility, std::span<const Source> sources) {
    auto latest = read_at(sources, facility.source);
    for (const auto& provenance : facility.provenances)
        latest = std::max(latest, read_at(sources, provenance.source));
    if (const auto checked = verified_on(facility))
        latest = std::max(latest, std::optional{Instant{std::chrono::sys_days{*checked}}});
    return latest;
}

bool is_older_than(std::chrono::days days, std::optional<Instant> known, Instant now) {
    return known && now - *known > days;
}

std::optional<Date> verified_on(const Facility& facility) {
    std::optional<Date> latest;
    for (const auto& provenance : facility.provenances)
        latest = std::max(latest, provenance.verified_on);
    return latest;
}

}  // namespace waymark::directory
