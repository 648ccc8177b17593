#include "compat/bmlt/identity.h"

#include <algorithm>
#include <bit>

#include "core/number.h"
#include "exchange/bmlt.h"

namespace waymark::compat::bmlt {

using directory::Source;

const Source* home_of(const finder::Snapshot& snapshot) {
    const auto sources = snapshot.sources();
    const auto found = std::ranges::find(sources, exchange::kBmlt, &Source::format);
    return found == sources.end() ? nullptr : &*found;
}

Identity identity_of(const directory::Meeting& meeting, const Source* home) {
    Identity identity{.is_home = home != nullptr && meeting.source == home->id};
    const auto said = identity.is_home ? parse_number<BodyId>(meeting.service_body).value_or(0) : 0;
    identity.has_own_body = said > 0;
    identity.body = said > 0 ? said : kForeignBodies + meeting.source.value;
    const auto days = std::max(1, std::popcount(meeting.schedule.days.bits()));
    for (int day = 0; day < days; ++day) {
        // The first day keeps the source's key.
        const auto own = identity.is_home && day == 0
                             ? parse_number<std::int64_t>(meeting.source_key).value_or(0)
                             : 0;
        identity.ids.push_back(own > 0 ? own : kForeignIds + meeting.id.value * 8 + day);
    }
    return identity;
}

}  // namespace waymark::compat::bmlt
