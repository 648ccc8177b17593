#include "compat/meeting_guide/feed.h"

#include <algorithm>
#include <utility>

#include "compat/meeting_guide/readers.h"
#include "core/text.h"
#include "crypto/hash.h"
#include "directory/venue.h"
#include "exchange/meeting_guide.h"
#include "finder/index.h"
#include "json/write.h"

namespace waymark::compat::meeting_guide {
namespace {

using directory::Meeting;
using directory::Recurrence;
using directory::Source;
using directory::VenueKind;

constexpr std::size_t kSlugMax = 64 - 2;  // "-3" may come after it, for the day.
constexpr std::size_t kHashDigits = 16;

bool is_slug_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == '~';
}

std::string slug_of(const Source& source, const Meeting& meeting) {
    std::string slug = source.name + "-" + meeting.source_key;
    const bool is_plain = slug.size() <= kSlugMax && std::ranges::all_of(slug, is_slug_character);
    return is_plain ? slug : "m-" + crypto::sha256_hex(slug).substr(0, kHashDigits);
}

// The specification knows weekly meetings alone.
bool can_be_told(const Meeting& meeting) {
    return meeting.schedule.recurrence.kind == Recurrence::Kind::weekly &&
           directory::usual_venue(meeting) != VenueKind::suspended;
}

bool is_asked_for(const FeedRequest& request, const Meeting& meeting, const Source& source) {
    const auto has = [](const auto& list, const auto& value) {
        return list.empty() || std::ranges::find(list, value) != list.end();
    };
    const bool is_of_region =
        request.region.empty() || std::ranges::any_of(meeting.regions, [&](const auto& region) {
            return fold(region) == request.region;
        });
    return has(request.fellowships, meeting.fellowship) && has(request.sources, source.name) &&
           is_of_region;
}

// What the feed may say of it: people's own details stay here, and so does
// whatever the source's record held beyond the fields we know.
Meeting for_everybody(const Meeting& meeting, const Source& source) {
    Meeting shown = meeting;
    shown.source_key = slug_of(source, meeting);
    shown.residue.clear();
    shown.contacts.clear();
    shown.email.clear();
    shown.phone.clear();
    shown.feedback_emails.clear();
    if (!shown.freshness.updated) shown.freshness.updated = meeting.modified;
    return shown;
}

class Feed {
  public:
    Feed(const finder::Snapshot& snapshot, const FeedRequest& request, Instant now)
        : snapshot_(snapshot), request_(request), now_(now) {}

    std::string write() const {
        auto feed = json::Value::array();
        const auto& meetings = snapshot_.meetings();
        for (std::size_t row = 0; row < meetings.size(); ++row) {
            const auto meeting = meetings[row];
            if (holds(meeting, row) && !stands_under_another(meeting)) add(feed, meeting);
        }
        return json::write(feed);
    }

  private:
    bool holds(const Meeting& meeting, std::size_t at) const {
        const auto* source = snapshot_.source(meeting.source);
        return source != nullptr && !source->is_fictional && can_be_told(meeting) &&
               !snapshot_.index().is_old_at(at, now_) && is_asked_for(request_, meeting, *source);
    }

    // The same meeting in another list, which is in this feed too.
    bool stands_under_another(const Meeting& meeting) const {
        const auto* found = snapshot_.double_of(meeting.id);
        if (found == nullptr) return false;
        const auto shown = snapshot_.meetings().row_of(found->shown);
        return shown && holds(snapshot_.meetings()[*shown], *shown);
    }

    void add(json::Value& feed, const Meeting& meeting) const {
        for (const auto& one :
             one_a_day(for_everybody(meeting, *snapshot_.source(meeting.source)))) {
            auto record = exchange::write_meeting_guide(one);
            make_readable(record, one);
            feed.push(std::move(record));
        }
    }

    const finder::Snapshot& snapshot_;
    const FeedRequest& request_;
    Instant now_;
};

}  // namespace

std::string write_feed(const finder::Snapshot& snapshot, const FeedRequest& request, Instant now) {
    return Feed{snapshot, request, now}.write();
}

}  // namespace waymark::compat::meeting_guide
