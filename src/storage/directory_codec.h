// How the directory's own kinds of value stand in a record: enumerations by
// their codes, never by their position.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "core/geo.h"
#include "core/zone.h"
#include "directory/meeting.h"
#include "storage/record_codec.h"

namespace waymark::storage {

// The codes of an enumeration, in its order.
template <class Enum, const auto& kCodes>
struct CodesCodec {
    static void write(json::Writer& out, Enum value) {
        out.string(kCodes[static_cast<std::size_t>(value)]);
    }
    static bool is_sure(Enum value) { return static_cast<std::size_t>(value) < kCodes.size(); }
    static bool read(json::Value& from, Enum& to) {
        const auto* text = from.string();
        if (text == nullptr) return false;
        const auto found = std::ranges::find(kCodes, std::string_view{*text});
        if (found == kCodes.end()) return false;
        to = static_cast<Enum>(found - kCodes.begin());
        return true;
    }
};

using Codes3 = std::array<std::string_view, 3>;
using Codes5 = std::array<std::string_view, 5>;
inline constexpr Codes3 kAttitudes{"unknown", "welcomes", "refuses"};
inline constexpr Codes3 kRecurrences{"weekly", "every-n-weeks", "nth-of-month"};
inline constexpr Codes5 kPasscodes{"unknown", "none", "shown", "ask", "members"};

template <>
struct Codec<directory::MedicationFact::Attitude>
    : CodesCodec<directory::MedicationFact::Attitude, kAttitudes> {};
template <>
struct Codec<directory::Recurrence::Kind> : CodesCodec<directory::Recurrence::Kind, kRecurrences> {
};
template <>
struct Codec<directory::Online::Passcode> : CodesCodec<directory::Online::Passcode, kPasscodes> {};

template <>
struct Codec<directory::Fellowship> {
    static void write(json::Writer& out, directory::Fellowship fellowship) {
        out.string(directory::info(fellowship).code);
    }
    static bool is_sure(directory::Fellowship) { return true; }
    static bool read(json::Value& from, directory::Fellowship& to) {
        const auto* text = from.string();
        const auto found = text == nullptr ? std::nullopt : directory::fellowship_of_code(*text);
        if (found) to = *found;
        return found.has_value();
    }
};

template <>
struct Codec<directory::VenueKind> {
    static void write(json::Writer& out, directory::VenueKind kind) {
        out.string(directory::code_of(kind));
    }
    static bool is_sure(directory::VenueKind) { return true; }
    static bool read(json::Value& from, directory::VenueKind& to) {
        const auto* text = from.string();
        const auto found = text == nullptr ? std::nullopt : directory::venue_of_code(*text);
        if (found) to = *found;
        return found.has_value();
    }
};

template <>
struct Codec<directory::FeatureSet> {
    static void write(json::Writer& out, directory::FeatureSet features) {
        out.begin_array();
        for (const auto& info : directory::features()) {
            if (features.has(info.feature)) out.string(info.code);
        }
        out.end_array();
    }
    static bool is_sure(directory::FeatureSet) { return true; }
    static bool read(json::Value& from, directory::FeatureSet& to) {
        const auto* codes = from.items();
        if (codes == nullptr) return false;
        for (const auto& code : *codes) {
            if (code.string() == nullptr) return false;
            const auto feature = directory::feature_of_code(*code.string());
            if (!feature) return false;
            to.add(*feature);
        }
        return true;
    }
};

// Sunday is bit 0.
template <>
struct Codec<directory::WeekdaySet> {
    static void write(json::Writer& out, directory::WeekdaySet days) { out.integer(days.bits()); }
    static bool is_sure(directory::WeekdaySet) { return true; }  // Seven bits at most.
    static bool read(json::Value& from, directory::WeekdaySet& to) {
        const auto* bits = from.integer();
        if (bits == nullptr || *bits < 0 || *bits > 0x7f) return false;
        to = directory::WeekdaySet::of_bits(static_cast<unsigned>(*bits));
        return true;
    }
};

template <>
struct Codec<Zone> {
    static void write(json::Writer& out, const Zone& zone) { out.string(zone.name()); }
    static bool is_sure(const Zone&) { return true; }  // It was found by its name.
    static bool read(json::Value& from, Zone& to) {
        thread_local Zone last;  // Neighbours in a list mostly share one.
        const auto* name = from.string();
        if (name == nullptr) return false;
        if (last.name() != *name) {
            const auto zone = Zone::named(*name);
            if (!zone) return false;
            last = *zone;
        }
        to = last;
        return true;
    }
};

template <>
struct Codec<GeoPoint> {
    static void write(json::Writer& out, const GeoPoint& point) {
        out.begin_array().real(point.latitude).real(point.longitude).end_array();
    }
    static bool is_sure(const GeoPoint& point) {
        return Codec<double>::is_sure(point.latitude) && Codec<double>::is_sure(point.longitude);
    }
    static bool read(json::Value& from, GeoPoint& to) {
        auto* numbers = from.items();
        return numbers != nullptr && numbers->size() == 2 &&
               Codec<double>::read((*numbers)[0], to.latitude) &&
               Codec<double>::read((*numbers)[1], to.longitude);
    }
};

// A name and what stands under it.
template <>
struct Codec<std::pair<std::string, std::string>> {
    static void write(json::Writer& out, const std::pair<std::string, std::string>& pair) {
        out.begin_array().string(pair.first).string(pair.second).end_array();
    }
    static bool is_sure(const std::pair<std::string, std::string>&) { return true; }
    static bool read(json::Value& from, std::pair<std::string, std::string>& to) {
        auto* texts = from.items();
        return texts != nullptr && texts->size() == 2 &&
               Codec<std::string>::read((*texts)[0], to.first) &&
               Codec<std::string>::read((*texts)[1], to.second);
    }
};

}  // namespace waymark::storage
