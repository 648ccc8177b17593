// When a reading of a list is held back: each rule a pure function of counts,
// with its threshold and the reason for it. None of them holds a list that was
// never read before.
//
// One row alone is never more than a share of a small list: a group may change
// its phone, come or go without a person having to look.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "importers/review/reviewer.h"

namespace waymark::importers::rules {

// So many rows of so many.
struct Share {
    std::int64_t count = 0, of = 0;
    bool is_over(double part) const {
        return count > 1 && static_cast<double>(count) > part * static_cast<double>(of);
    }
};

// Groups close one at a time; a tenth at once is a broken export, or somebody
// who wants people to find nothing.
inline constexpr double kRemovedPart = 0.10;
// Of a small list a tenth is soon reached: so many rows, or half of them.
inline constexpr std::int64_t kSmallList = 200;
inline constexpr std::int64_t kSmallListRemoved = 20;
inline constexpr double kSmallListRemovedPart = 0.5;
std::optional<Alarm> mass_removal(Share removed);

// Lists grow slowly; a fifth more at once is another list, or a flood of
// made-up places among the real ones.
inline constexpr double kAddedPart = 0.20;
// From so many new rows that are too many already, nothing more is worth its time
// and memory.
inline constexpr std::int64_t kFloodRows = 20'000;
std::optional<Alarm> mass_addition(Share added);

// People are sent by phone numbers, addresses of the web and points on a map.
// In a week one in twenty of them seldom changes.
inline constexpr double kContactsPart = 0.05;
// A point that moves less than a block or two was only measured anew.
inline constexpr double kMovedKilometers = 0.2;
std::optional<Alarm> contacts_changed(Share phones, Share hosts, Share points);

// One new number on listings that have nothing to do with each other is that
// of somebody who wants all of their calls.
inline constexpr std::int64_t kHijackUnrelated = 5;
inline constexpr double kHijackPart = 0.02;
// Of `rows`, `carriers` have it, so many of them unrelated to each other. The
// part counts only from as many rows as would count if they were unrelated.
bool is_hijack(std::int64_t carriers, std::int64_t unrelated, std::int64_t rows);

// "All", but for a few whom a hurried hand forgot.
inline constexpr double kAlikePart = 0.9;
// Fewer rows may well be alike.
inline constexpr std::int64_t kAlikeFewest = 5;
// `alike`: rows with the same shift (day, name) of all that could have one.
std::optional<Alarm> times_shifted(Share alike);
std::optional<Alarm> days_equal(Share before, Share now);
std::optional<Alarm> names_equal(Share before, Share now);

// Names in letters made to look like others ("Grасe" with a Cyrillic "с") are
// pointed out; as many of them as of contacts_changed are no slip of the keyboard.
std::optional<Alarm> mixed_script(Share names);

// A row refused now and then is passed over; more of them, and more than the
// last time, mean that the list is no longer what we take it for.
inline constexpr double kRowErrorsPart = 0.02;
std::optional<Alarm> row_errors(Share refused, std::int64_t refused_before);

}  // namespace waymark::importers::rules
