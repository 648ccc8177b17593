#include "finder/meeting_pairs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

#include "core/text.h"
#include "finder/same_meeting.h"

namespace waymark::finder {
namespace {

using directory::Meeting;

// A stripe of latitude is a little over 150 m high, so that two doors within
// 150 m stand in one stripe or in two beside each other.
constexpr double kStripesPerDegree = 740;
constexpr double kHalfWayAround = 0.5;
constexpr std::int64_t kHourStep = kStartsApartMax.count();
constexpr std::size_t kRoomNumberMin = 6;

// A place in order: programme, hour in steps of five minutes, stripe, longitude.
// All of it in one number, so that sorting is quick and what is near lies near.
constexpr int kLongitudeBits = 32;
constexpr int kStripeBits = 18;
constexpr int kHourBits = 9;
constexpr double kLongitudes = static_cast<double>(std::numeric_limits<std::uint32_t>::max());
constexpr double kLongitudeStep = 2 / kLongitudes;  // What a key may be off by.

struct Spot {
    std::uint64_t programme = 0, hour = 0, stripe = 0;
    double longitude = 0;  // 0 … 1 around the Earth.

    std::uint64_t key() const {
        const auto along = std::clamp(longitude, 0.0, 1.0) * kLongitudes;
        return (((programme << kHourBits | hour) << kStripeBits | stripe) << kLongitudeBits) |
               static_cast<std::uint64_t>(along);
    }
};

// Its longitude is the least that has this key.
Spot spot_of(std::uint64_t key) {
    const auto bits = [&key](int count) {
        const std::uint64_t low = key & ((std::uint64_t{1} << count) - 1);
        key >>= count;
        return low;
    };
    Spot spot{.longitude = static_cast<double>(bits(kLongitudeBits)) / kLongitudes};
    spot.stripe = bits(kStripeBits);
    spot.hour = bits(kHourBits);
    spot.programme = key;
    return spot;
}

Spot spot_of(const Meeting& meeting) {
    const auto& point = *meeting.place.point;
    return {.programme = static_cast<std::uint64_t>(meeting.fellowship),
            .hour = static_cast<std::uint64_t>(meeting.schedule.start.count() / kHourStep),
            .stripe = static_cast<std::uint64_t>((point.latitude + 90) * kStripesPerDegree) + 1,
            .longitude = (point.longitude + 180) / 360};
}

// How far 150 m reach along a stripe, as a part of the way around the Earth.
double reach_in(std::uint64_t stripe) {
    const double south = (static_cast<double>(stripe) - 1) / kStripesPerDegree - 90;
    const double farthest = std::max(std::abs(south - 0.01), std::abs(south + 0.01));
    const double around = std::cos(std::min(farthest, 90.0) * std::numbers::pi / 180);
    const double reach = 1 / (kStripesPerDegree * 360) / std::max(around, 1e-9);
    return std::min(reach, kHalfWayAround);
}

bool has_door(const Meeting& meeting) {
    return meeting.place.point && !meeting.place.is_approximate &&
           directory::can_walk_in(directory::usual_venue(meeting));
}

PairOfRows in_order(std::uint32_t a, std::uint32_t b) {
    return {std::min(a, b), std::max(a, b)};
}

// One of the stretches of the order in which a listing's neighbours stand. Its
// beginning only moves on, as the listings are taken in that order too.
struct Stretch {
    std::uint64_t hours_later = 0;
    std::int64_t stripes_north = 0;
    std::size_t begin = 0;
};

}  // namespace

class NearPairs::Neighbours {
  public:
    // `placed` is sorted.
    Neighbours(const std::vector<Placed>& placed, const std::function<void(PairOfRows)>& take)
        : placed_(placed), take_(take) {}

    void each_pair() {
        for (std::size_t at = 0; at < placed_.size(); ++at) {
            const Spot here = spot_of(placed_[at].key);
            const double reach = reach_in(here.stripe) + kLongitudeStep;
            Spot last = here;
            last.longitude += reach;
            take_from(at + 1, last.key(), placed_[at].row);
            for (auto& stretch : stretches_)
                take_stretch(stretch, here, reach, placed_[at].row);
        }
    }

  private:
    void take_stretch(Stretch& stretch, const Spot& here, double reach, std::uint32_t row) {
        Spot from = here;
        from.hour += stretch.hours_later;
        from.stripe = static_cast<std::uint64_t>(static_cast<std::int64_t>(here.stripe) +
                                                 stretch.stripes_north);
        Spot last = from;
        from.longitude -= reach;
        last.longitude += reach;
        const auto first = from.key();
        while (stretch.begin < placed_.size() && placed_[stretch.begin].key < first)
            ++stretch.begin;
        take_from(stretch.begin, last.key(), row);
    }

    void take_from(std::size_t begin, std::uint64_t last, std::uint32_t row) const {
        const auto end = std::min(placed_.size(), begin + kCrowdMax);
        for (std::size_t at = begin; at < end && placed_[at].key <= last; ++at)
            take_(in_order(row, placed_[at].row));
    }

    const std::vector<Placed>& placed_;
    const std::function<void(PairOfRows)>& take_;
    std::array<Stretch, 4> stretches_{{{0, 1}, {1, -1}, {1, 0}, {1, 1}}};
};

namespace {

std::string digits_in(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9') digits.push_back(c);
    }
    return digits;
}

// "https://us02web.zoom.us/j/123?pwd=x" is "us02web.zoom.us/j/123". Empty for
// an address that names a site and no room on it.
std::string address_up_to_query(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme != url.npos) url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("?#"));
    while (url.ends_with('/'))
        url.remove_suffix(1);
    const auto slash = url.find('/');
    if (slash == url.npos) return {};
    std::string host = ascii_lower(url.substr(0, slash));
    if (host.starts_with("www.")) host.erase(0, 4);
    return host + std::string{url.substr(slash)};
}

// Zoom serves one room under many hosts.
std::string zoom_number(std::string_view address) {
    const auto slash = address.find('/');
    const auto host = address.substr(0, slash);
    if (host != "zoom.us" && !host.ends_with(".zoom.us")) return {};
    constexpr std::string_view kJoin = "/j/";
    if (!address.substr(slash).starts_with(kJoin)) return {};
    return digits_in(address.substr(slash + kJoin.size()));
}

}  // namespace

std::vector<std::string> rooms_of(const directory::Online& online) {
    std::vector<std::string> rooms;
    const auto address = address_up_to_query(online.url);
    auto number = digits_in(online.meeting_number);
    if (number.empty() && !address.empty()) number = zoom_number(address);
    if (number.size() >= kRoomNumberMin) rooms.push_back("number " + number);
    if (!address.empty()) rooms.push_back("address " + address);
    return rooms;
}

void NearPairs::add(std::uint32_t row, const Meeting& meeting) {
    if (has_door(meeting)) placed_.push_back({spot_of(meeting).key(), row});
    if (!directory::can_join_online(directory::usual_venue(meeting))) return;
    const auto start = static_cast<std::int32_t>(meeting.schedule.start.count());
    for (const auto& room : rooms_of(meeting.online))
        in_rooms_.push_back({std::hash<std::string>{}(room), start, row});
}

void NearPairs::each(const std::function<void(PairOfRows)>& take) {
    std::ranges::sort(placed_);
    Neighbours{placed_, take}.each_pair();
    each_in_a_room(take);
}

void NearPairs::each_in_a_room(const std::function<void(PairOfRows)>& take) {
    std::ranges::sort(in_rooms_);
    for (std::size_t at = 0; at < in_rooms_.size(); ++at) {
        const auto& here = in_rooms_[at];
        const auto end = std::min(in_rooms_.size(), at + 1 + kCrowdMax);
        for (std::size_t next = at + 1; next < end; ++next) {
            const auto& other = in_rooms_[next];
            const bool is_near =
                other.room == here.room && other.start - here.start <= kStartsApartMax.count();
            if (!is_near) break;
            take(in_order(here.row, other.row));
        }
    }
}

}  // namespace waymark::finder
