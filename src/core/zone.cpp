#include "core/zone.h"

#include <date/tz.h>

#include <stdexcept>

namespace waymark {
namespace {

date::sys_info info_at(const date::time_zone* zone, Instant instant) {
    return zone->get_info(date::sys_seconds{instant.time_since_epoch()});
}

}  // namespace

Zone::Zone() : zone_(date::locate_zone("Etc/UTC")) {}

Result<Zone> Zone::named(std::string_view name) {
    try {
        return Zone{date::locate_zone(std::string{name})};
    } catch (const std::runtime_error&) {
        return invalid_input("timezone",
                             "This is not a time zone; write one like America/New_York.");
    }
}

std::string_view Zone::name() const {
    return zone_->name();
}

ZonePeriod Zone::period_at(Instant instant) const {
    const auto info = info_at(zone_, instant);
    return {Instant{info.begin.time_since_epoch()}, Instant{info.end.time_since_epoch()},
            info.offset, info.abbrev};
}

std::chrono::seconds Zone::offset_at(Instant instant) const {
    return info_at(zone_, instant).offset;
}

LocalSeconds Zone::to_local(Instant instant) const {
    return LocalSeconds{instant.time_since_epoch() + offset_at(instant)};
}

Instant Zone::to_instant(LocalSeconds local) const {
    const auto info = zone_->get_info(date::local_seconds{local.time_since_epoch()});
    // For a gap, a repeat and a plain time alike, `first` is the earlier offset.
    return Instant{local.time_since_epoch() - info.first.offset};
}

}  // namespace waymark
