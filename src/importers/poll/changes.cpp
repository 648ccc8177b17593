#include "importers/poll/changes.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <deque>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "core/text.h"
#include "importers/fetch/kept_copy.h"
#include "importers/poll/feed_copy.h"

namespace waymark::importers {
namespace {

using directory::Facility;
using directory::Meeting;
using directory::Place;
using directory::Source;

std::string listed(std::vector<std::string> texts, std::string_view separator) {
    std::erase(texts, "");
    return joined(texts, separator);
}

std::string days_of(const directory::Schedule& schedule) {
    static constexpr std::array kNames{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    std::vector<std::string> days;
    for (unsigned day = 0; day < kNames.size(); ++day) {
        if (schedule.days.has(std::chrono::weekday{day})) days.emplace_back(kNames[day]);
    }
    return joined(days, " ");
}

std::string place_of(const Place& place) {
    const auto line = place.address.empty()
                          ? listed({place.street, place.town, place.state, place.postcode}, ", ")
                          : place.address;
    return listed({place.name, line}, ", ");
}

std::string phones_of(const Facility& facility) {
    std::vector<std::string> phones;
    for (const auto& phone : facility.phones)
        phones.push_back(listed({phone.number, phone.extension}, " ext. "));
    return listed(phones, "; ");
}

class Differences {
  public:
    Differences& look(std::string field, std::string before, std::string after) {
        if (before != after)
            found_.push_back({std::move(field), std::move(before), std::move(after)});
        return *this;
    }
    std::vector<FieldChange> found() { return std::move(found_); }

  private:
    std::vector<FieldChange> found_{};
};

// Ids and times of reading are the directory's own, not the list's.
template <class Listing>
bool says_the_same(Listing before, Listing after) {
    after.id = before.id;
    after.source = before.source;
    after.modified = before.modified;
    return before == after;
}

template <class Listing>
using ByKey = std::map<std::string, Listing, std::less<>>;

template <class Listing>
void compare(const ByKey<Listing>& before, const ByKey<Listing>& after,
             std::vector<RowChange>& changes) {
    using Kind = RowChange::Kind;
    for (const auto& [key, was] : before) {
        const auto now = after.find(key);
        if (now == after.end()) {
            changes.push_back({.kind = Kind::removed, .key = key, .name = was.name});
        } else if (!says_the_same(was, now->second)) {
            changes.push_back({.kind = Kind::changed,
                               .key = key,
                               .name = now->second.name,
                               .fields = differences(was, now->second)});
        }
    }
    for (const auto& [key, now] : after) {
        if (before.contains(key)) continue;
        changes.push_back({.kind = Kind::added, .key = key, .name = now.name});
    }
    std::ranges::stable_sort(changes, {}, &RowChange::key);
}

// Takes every row of a reading and lets nothing of it be published.
class Onlooker final : public Reviewer {
  public:
    void begin() override {
        meetings.clear();
        places.clear();
    }
    void take(const Meeting& meeting) override { meetings[meeting.source_key] = meeting; }
    void take(std::deque<Facility>& taken) override {
        for (const auto& place : taken)
            places[place.source_key] = place;
    }
    std::vector<Alarm> alarms(const ImportReport&) override { return {{.code = "looked-at"}}; }
    std::int64_t removed() const override { return 0; }
    std::vector<directory::HeldRow> held_rows() const override { return {}; }

    ByKey<Meeting> meetings{};
    ByKey<Facility> places{};
};

ByKey<Meeting> meetings_of(const Source& source, const directory::Store& store) {
    ByKey<Meeting> meetings;
    store.each_meeting_of(source.id, [&](Meeting meeting) {
        meetings.emplace(meeting.source_key, std::move(meeting));
    });
    return meetings;
}

ByKey<Facility> places_of(const Source& source, const directory::Store& store) {
    ByKey<Facility> places;
    store.each_facility_of(
        source.id, [&](Facility place) { places.emplace(place.source_key, std::move(place)); });
    return places;
}

}  // namespace

std::string_view code_of(RowChange::Kind kind) {
    switch (kind) {
        case RowChange::Kind::added:
            return "added";
        case RowChange::Kind::removed:
            return "removed";
        case RowChange::Kind::changed:
            return "changed";
    }
    return {};
}

std::vector<FieldChange> differences(const Meeting& before, const Meeting& after) {
    const auto time = [](const Meeting& meeting) {
        return meeting.schedule.days.empty() ? std::string{}
                                             : format_time_of_day(meeting.schedule.start);
    };
    const auto phones = [](const Meeting& meeting) {
        return listed({meeting.phone, meeting.online.phone}, "; ");
    };
    const auto links = [](const Meeting& meeting) {
        return listed({meeting.online.url, meeting.website}, " ");
    };
    return Differences{}
        .look("name", before.name, after.name)
        .look("day", days_of(before.schedule), days_of(after.schedule))
        .look("time", time(before), time(after))
        .look("place", place_of(before.place), place_of(after.place))
        .look("phones", phones(before), phones(after))
        .look("links", links(before), links(after))
        .found();
}

std::vector<FieldChange> differences(const Facility& before, const Facility& after) {
    const auto name = [](const Facility& place) {
        return listed({place.name, place.program}, ", ");
    };
    const auto links = [](const Facility& place) {
        return listed({place.website, place.organization.website}, " ");
    };
    return Differences{}
        .look("name", name(before), name(after))
        .look("place", place_of(before.place), place_of(after.place))
        .look("phones", phones_of(before), phones_of(after))
        .look("links", links(before), links(after))
        .found();
}

Result<std::vector<RowChange>> changes_waiting(const Source& source, const Desk& desk) {
    auto body = read_copy(desk.data, source.name, Copy::held);
    if (!body) return fail(ErrorKind::not_found, "No reading of this list waits for a decision.");
    const FeedCopy copy{.feed = {.body = std::move(*body)}};
    Onlooker onlooker;
    TRY(import_copy(copy, options_of(source, desk.book.timetable(source.id)), desk, &onlooker));
    std::vector<RowChange> changes;
    compare(meetings_of(source, desk.store), onlooker.meetings, changes);
    std::vector<RowChange> of_places;
    compare(places_of(source, desk.store), onlooker.places, of_places);
    std::ranges::move(of_places, std::back_inserter(changes));
    return changes;
}

Result<std::vector<RowChange>> changes_of_reading(const Source& source, std::int64_t number,
                                                  const Desk& desk) {
    const auto readings = desk.book.readings(source.id);
    const auto reading = std::ranges::find(readings, number, &directory::Reading::number);
    if (reading == readings.end()) {
        return fail(ErrorKind::not_found, "There is no reading of that number in the log.");
    }
    // From how things are now, back through later readings to right after it.
    std::map<directory::MeetingId, Meeting> after;
    desk.store.each_meeting_of(source.id,
                               [&](Meeting meeting) { after[meeting.id] = std::move(meeting); });
    ByKey<Meeting> was;
    ByKey<Meeting> is;
    desk.store.each_earlier_meeting([&](directory::EarlierMeeting earlier) {
        if (earlier.source != source.id || earlier.reading < number) return;
        const auto now = after.find(earlier.id);
        if (earlier.reading == number) {
            if (now != after.end()) is[now->second.source_key] = now->second;
            if (earlier.before) was[earlier.before->source_key] = std::move(*earlier.before);
            return;
        }
        if (earlier.before)
            after[earlier.id] = std::move(*earlier.before);
        else if (now != after.end())
            after.erase(now);
    });
    std::vector<RowChange> changes;
    compare(was, is, changes);
    return changes;
}

}  // namespace waymark::importers
