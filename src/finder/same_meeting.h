// Which listings of different lists are one and the same meeting, and which of
// them is shown.
//
// Two listings are the same meeting when their programme is the same (and known),
// they are of different sources, weekly with the same season and closed days,
// have a day in common, start within five minutes of each other, and are held
// behind the same door (within 150 m, neither only about right, one can walk in
// to both) or in the same room online (the same number, or the same address up
// to its query, in the same time zone). One of the two must offer all that the
// other does: its days, its door, its way in online. So hiding the other hides
// no meeting.
//
// Of listings that are the same one is shown: the one that offers most; among
// those one that was known to be true in the 30 (then in the 90) days before
// the newest reading of any list; then one whose source lets its rows be handed
// on; then the one that a person confirmed last; then the one of the lower
// source, and the lower id. It never depends on the order in which they came, nor
// on which list was read an hour earlier. A meeting is as fresh as the freshest
// of its listings (Snapshot::known_true), so hiding one never makes it old.
//
// Every hidden listing is itself the same meeting as the one shown: there are no
// chains. One shown stands for at most one of each source, so that two rows of
// one source are never joined; listings of the same name find each other first.
//
// Takes a time that grows with the number of listings: of a crowd of more than
// kCrowdMax at one door and hour only the first so many are compared with each.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "directory/meeting.h"
#include "directory/source.h"
#include "engine/listings.h"

namespace waymark::finder {

inline constexpr std::chrono::minutes kStartsApartMax{5};
inline constexpr double kDoorsApartMax = 150;  // Metres.
inline constexpr std::size_t kCrowdMax = 32;

// Why two listings are the same meeting.
struct Sameness {
    std::chrono::weekday day{};  // The first that both have, from Sunday.
    std::chrono::minutes apart{};
    std::optional<double> meters{};  // Between their doors, where that is the reason.
    bool is_same_room = false;       // Online.
    friend bool operator==(const Sameness&, const Sameness&) = default;
};

struct Double {
    directory::MeetingId hidden{};
    directory::MeetingId shown{};
    Sameness why{};
    friend bool operator==(const Double&, const Double&) = default;
};

// By the hidden one's id. A source that is not among `sources` counts as never
// read, and free to be handed on.
std::vector<Double> find_doubles(const engine::Listings& meetings,
                                 std::span<const directory::Source> sources);

// Nothing when they are not the same meeting.
std::optional<Sameness> sameness_of(const directory::Meeting& a, const directory::Meeting& b);

}  // namespace waymark::finder
