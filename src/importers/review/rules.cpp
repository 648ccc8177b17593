#include "importers/review/rules.h"

#include <algorithm>
#include <array>

namespace waymark::importers::rules {
namespace {

Alarm alarm(std::string code, Share share) {
    return {.code = std::move(code), .count = share.count, .of = share.of};
}

bool are_alike(Share share) {
    return share.of >= kAlikeFewest && share.is_over(kAlikePart);
}

}  // namespace

std::optional<Alarm> mass_removal(Share removed) {
    const bool is_small = removed.of < kSmallList;
    const bool is_mass =
        is_small ? removed.count > kSmallListRemoved || removed.is_over(kSmallListRemovedPart)
                 : removed.is_over(kRemovedPart);
    return is_mass ? std::optional{alarm("mass-removal", removed)} : std::nullopt;
}

std::optional<Alarm> mass_addition(Share added) {
    return added.is_over(kAddedPart) ? std::optional{alarm("mass-addition", added)} : std::nullopt;
}

std::optional<Alarm> contacts_changed(Share phones, Share hosts, Share points) {
    for (const auto& share : {phones, hosts, points}) {
        if (share.is_over(kContactsPart)) return alarm("contacts-changed", share);
    }
    return std::nullopt;
}

bool is_hijack(std::int64_t carriers, std::int64_t unrelated, std::int64_t rows) {
    return unrelated >= kHijackUnrelated ||
           (carriers >= kHijackUnrelated && Share{carriers, rows}.is_over(kHijackPart));
}

std::optional<Alarm> times_shifted(Share alike) {
    return are_alike(alike) ? std::optional{alarm("times-shifted", alike)} : std::nullopt;
}

std::optional<Alarm> days_equal(Share before, Share now) {
    const bool is_new = are_alike(now) && !are_alike(before);
    return is_new ? std::optional{alarm("days-equal", now)} : std::nullopt;
}

std::optional<Alarm> names_equal(Share before, Share now) {
    const bool is_new = are_alike(now) && !are_alike(before);
    return is_new ? std::optional{alarm("names-equal", now)} : std::nullopt;
}

std::optional<Alarm> mixed_script(Share names) {
    if (names.count == 0) return std::nullopt;
    auto found = alarm("mixed-script", names);
    found.holds = names.is_over(kContactsPart);
    return found;
}

std::optional<Alarm> row_errors(Share refused, std::int64_t refused_before) {
    const bool is_new = refused.is_over(kRowErrorsPart) && refused.count > refused_before;
    return is_new ? std::optional{alarm("row-errors", refused)} : std::nullopt;
}

}  // namespace waymark::importers::rules
