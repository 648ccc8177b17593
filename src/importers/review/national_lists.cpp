#include "importers/review/national_lists.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/text.h"
#include "importers/review/contacts.h"

namespace waymark::importers {
namespace {

using directory::Facility;

constexpr std::array<std::string_view, 4> kNationalFormats{"findtreatment", "nd-xlsx", "nd-csv",
                                                           "otp-csv"};

bool are_same(std::string_view a, std::string_view b) {
    const auto folded = fold(a);
    return !folded.empty() && folded == fold(b);
}

bool are_one_place(const Facility& a, const Facility& b) {
    constexpr std::size_t kZipDigits = 5;
    return are_same(a.place.street, b.place.street) || are_same(a.place.town, b.place.town) ||
           are_same(a.place.postcode.substr(0, kZipDigits), b.place.postcode.substr(0, kZipDigits));
}

// Whether `said` backs a change from `now` to `proposed`.
bool backs(const std::vector<std::string>& said, const std::vector<std::string>& proposed,
           const std::vector<std::string>& now) {
    const auto has = [](const auto& list, const auto& one) {
        return std::ranges::binary_search(list, one);
    };
    return std::ranges::all_of(proposed,
                               [&](const auto& one) { return has(now, one) || has(said, one); }) &&
           std::ranges::none_of(
               now, [&](const auto& one) { return !has(proposed, one) && has(said, one); });
}

bool backs(const Facility& said, const Facility& proposed, const Facility& now) {
    const auto theirs = contacts_of(said);
    const auto new_ones = contacts_of(proposed);
    const auto old_ones = contacts_of(now);
    const auto address = address_key(proposed.place);
    return backs(theirs.phones, new_ones.phones, old_ones.phones) &&
           backs(theirs.hosts, new_ones.hosts, old_ones.hosts) &&
           (address == address_key(now.place) || address == address_key(said.place));
}

}  // namespace

bool is_national(const directory::Source& source) {
    return std::ranges::find(kNationalFormats, source.format) != kNationalFormats.end();
}

NationalLists::NationalLists(const directory::Store& store,
                             const std::vector<const Facility*>& about) {
    std::multimap<std::string, const Facility*> wanted;
    for (const auto* place : about)
        wanted.emplace(fold(place->name), place);
    for (const auto& source : store.sources()) {
        if (!is_national(source)) continue;
        store.each_facility_of(source.id, [&](Facility said) {
            const auto name = fold(said.name);
            const auto [begin, end] = wanted.equal_range(name);
            const bool is_wanted = std::any_of(
                begin, end, [&](const auto& one) { return are_one_place(*one.second, said); });
            if (is_wanted) by_name_.emplace(name, std::move(said));
        });
    }
}

bool NationalLists::agree(const Facility& proposed, const Facility& now) const {
    for (const auto* place : {&proposed, &now}) {
        const auto [begin, end] = by_name_.equal_range(fold(place->name));
        const bool is_backed = std::any_of(begin, end, [&](const auto& row) {
            return are_one_place(*place, row.second) && backs(row.second, proposed, now);
        });
        if (is_backed) return true;
    }
    return false;
}

}  // namespace waymark::importers
