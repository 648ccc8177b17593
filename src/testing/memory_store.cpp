#include "testing/memory_store.h"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace waymark::testing {

using directory::Change;
using directory::Facility;
using directory::Meeting;
using directory::Source;
using directory::SourceId;
using directory::Tombstone;

class MemoryStore::Update final : public directory::SourceUpdate {
  public:
    Update(MemoryStore& store, SourceId source) : store_(store), source_(source) {}

    Change put(const Meeting& meeting) override {
        if (std::exchange(store_.fails_next_put_, false)) {
            throw std::runtime_error("the database is gone");
        }
        return put_on(store_.meetings_, meetings_, meeting);
    }

    Change put(const Facility& facility) override {
        return put_on(store_.facilities_, facilities_, facility);
    }

    void put(const directory::SourceLists& lists) override { lists_ = lists; }

    bool put_already(std::string_view key) const override { return meetings_.keys.contains(key); }

    void keep_the_rest() override { keeps_the_rest_ = true; }

    std::int64_t commit(const Source& source, const directory::ReadingNote&) override {
        const Instant now = source.fetched_at.value_or(Instant{});
        keep_earlier(now);
        auto removed = bury_missing(store_.meetings_, meetings_, [&](const auto& key, auto& it) {
            store_.meeting_tombstones_[key] = {it.id, source_, now};
        });
        removed += bury_missing(store_.facilities_, facilities_, [&](const auto& key, auto& it) {
            store_.tombstones_[key] = {it.id, it.ids, it.name, now, source_};
        });
        keep(store_.meetings_, meetings_, store_.meeting_tombstones_, now);
        keep(store_.facilities_, facilities_, store_.tombstones_, now);
        const bool is_changed = removed > 0 || !meetings_.puts.empty() || !facilities_.puts.empty();
        const bool are_lists_new = take_lists();
        if (is_changed || are_lists_new) ++store_.revision_;
        Source facts = source;
        facts.id = source_;
        store_.sources_[source.name] = facts;
        store_.last_source_ = std::max(store_.last_source_, source_.value);
        return removed;
    }

  private:
    template <class Listing>
    struct Puts {
        std::set<std::string, std::less<>> keys{};
        std::vector<Listing> puts{};
    };

    template <class Listing>
    Change put_on(const Shelf<Listing>& shelf, Puts<Listing>& puts, const Listing& listing) {
        if (!puts.keys.insert(listing.source_key).second) throw std::logic_error("put twice");
        const auto held = shelf.held.find({source_.value, listing.source_key});
        Listing wanted = listing;
        wanted.source = source_;
        wanted.modified.reset();
        wanted.id = held == shelf.held.end() ? decltype(wanted.id){} : held->second.id;
        if (held == shelf.held.end()) {
            puts.puts.push_back(std::move(wanted));
            return Change::added;
        }
        if (wanted == held->second) return Change::unchanged;
        puts.puts.push_back(std::move(wanted));
        return Change::changed;
    }

    bool take_lists() {
        if (!lists_) return false;
        lists_->source = source_;
        auto& held = store_.lists_[source_];
        const bool is_new = held != *lists_;
        held = *lists_;
        return is_new;
    }

    template <class Listing>
    bool goes(const Key& key, const Puts<Listing>& puts) const {
        return !keeps_the_rest_ && key.first == source_.value && !puts.keys.contains(key.second);
    }

    // What meetings are before this reading; before the first one nothing was.
    void keep_earlier(Instant now) {
        const auto reading = ++store_.readings_[source_];
        if (reading == 1) return;
        auto& held = store_.meetings_.held;
        for (const auto& [key, meeting] : held) {
            if (goes(key, meetings_))
                store_.earlier_.push_back({meeting.id, source_, reading, now, meeting});
        }
        for (auto& meeting : meetings_.puts) {
            const Key key{source_.value, meeting.source_key};
            give_id(store_.meetings_, key, meeting);
            auto& earlier = store_.earlier_.emplace_back(
                directory::EarlierMeeting{meeting.id, source_, reading, now, {}});
            if (const auto was = held.find(key); was != held.end()) earlier.before = was->second;
        }
    }

    template <class Listing>
    static void give_id(Shelf<Listing>& shelf, const Key& key, Listing& listing) {
        if (listing.id.value != 0) return;
        const auto old = shelf.buried.find(key);
        listing.id.value = old == shelf.buried.end() ? ++shelf.last_id : old->second;
    }

    template <class Listing, class Bury>
    std::int64_t bury_missing(Shelf<Listing>& shelf, const Puts<Listing>& puts, const Bury& bury) {
        return static_cast<std::int64_t>(std::erase_if(shelf.held, [&](auto& entry) {
            if (!goes(entry.first, puts)) return false;
            shelf.buried[entry.first] = entry.second.id.value;
            bury(entry.first, entry.second);
            return true;
        }));
    }

    template <class Listing, class Tombstones>
    void keep(Shelf<Listing>& shelf, Puts<Listing>& puts, Tombstones& tombstones, Instant now) {
        for (auto& listing : puts.puts) {
            const Key key{source_.value, listing.source_key};
            give_id(shelf, key, listing);
            shelf.held[key] = listing;
            shelf.modified[key] = now;
            shelf.buried.erase(key);
            tombstones.erase(key);
        }
    }

    MemoryStore& store_;
    SourceId source_;
    Puts<Meeting> meetings_{};
    Puts<Facility> facilities_{};
    std::optional<directory::SourceLists> lists_{};
    bool keeps_the_rest_ = false;
};

template <class Listing>
std::vector<Listing> MemoryStore::dated(const Shelf<Listing>& shelf) {
    std::vector<Listing> list;
    for (const auto& [key, listing] : shelf.held)
        list.emplace_back(listing).modified = shelf.modified.at(key);
    std::ranges::sort(list, {}, &Listing::id);
    return list;
}

std::vector<Source> MemoryStore::sources() const {
    std::vector<Source> list;
    for (const auto& entry : sources_)
        list.push_back(entry.second);
    return list;
}

std::optional<Source> MemoryStore::source(std::string_view name) const {
    const auto found = sources_.find(std::string{name});
    if (found == sources_.end()) return std::nullopt;
    return found->second;
}

std::vector<Meeting> MemoryStore::meetings() const {
    std::vector<Meeting> list;
    for (const auto& entry : meetings_.held)
        list.push_back(entry.second);
    std::ranges::sort(list, {}, &Meeting::id);
    return list;
}

void MemoryStore::each_meeting(const std::function<void(Meeting)>& take) const {
    for (auto& meeting : dated(meetings_)) {
        if (meeting.is_published) take(meeting);
    }
}

std::int64_t MemoryStore::meeting_count(SourceId source) const {
    return std::ranges::count(meetings_.held, source.value,
                              [](const auto& entry) { return entry.first.first; });
}

void MemoryStore::each_unpublished(const std::function<void(Meeting)>& take) const {
    for (auto& meeting : dated(meetings_)) {
        if (!meeting.is_published) take(meeting);
    }
}

std::vector<directory::SourceLists> MemoryStore::lists() const {
    std::vector<directory::SourceLists> list;
    for (const auto& entry : lists_)
        list.push_back(entry.second);
    return list;
}

void MemoryStore::each_meeting_of(SourceId source, const std::function<void(Meeting)>& take) const {
    for (auto& meeting : dated(meetings_)) {
        if (meeting.source == source) take(meeting);
    }
}

void MemoryStore::each_facility_of(SourceId source,
                                   const std::function<void(Facility)>& take) const {
    for (auto& facility : dated(facilities_)) {
        if (facility.source == source) take(facility);
    }
}

std::vector<directory::MeetingTombstone> MemoryStore::meeting_tombstones() const {
    std::vector<directory::MeetingTombstone> list;
    for (const auto& entry : meeting_tombstones_)
        list.push_back(entry.second);
    std::ranges::sort(list, {}, &directory::MeetingTombstone::id);
    return list;
}

void MemoryStore::each_earlier_meeting(
    const std::function<void(directory::EarlierMeeting)>& take) const {
    auto list = earlier_;
    std::ranges::reverse(list);
    std::ranges::stable_sort(list, std::ranges::greater{}, &directory::EarlierMeeting::at);
    for (auto& earlier : list)
        take(std::move(earlier));
}

std::vector<Facility> MemoryStore::facilities() const {
    std::vector<Facility> list;
    for (const auto& entry : facilities_.held)
        list.push_back(entry.second);
    std::ranges::sort(list, {}, &Facility::id);
    return list;
}

void MemoryStore::each_facility(const std::function<void(Facility)>& take) const {
    for (auto& facility : dated(facilities_)) {
        if (facility.is_published) take(facility);
    }
}

std::int64_t MemoryStore::facility_count(SourceId source) const {
    return std::ranges::count(facilities_.held, source.value,
                              [](const auto& entry) { return entry.first.first; });
}

std::vector<Tombstone> MemoryStore::tombstones() const {
    std::vector<Tombstone> list;
    for (const auto& entry : tombstones_)
        list.push_back(entry.second);
    std::ranges::sort(list, {}, &Tombstone::id);
    return list;
}

std::unique_ptr<directory::SourceUpdate> MemoryStore::update(const Source& source) {
    const auto held = sources_.find(source.name);
    const SourceId id = held == sources_.end() ? SourceId{last_source_ + 1} : held->second.id;
    return std::make_unique<Update>(*this, id);
}

void MemoryStore::save_source(const Source& source) {
    const auto held = sources_.find(source.name);
    if (held == sources_.end()) return;
    const auto id = held->second.id;
    if (held->second.license != source.license ||
        held->second.may_republish != source.may_republish) {
        ++revision_;
    }
    held->second = source;
    held->second.id = id;
}

Result<> MemoryStore::remove_source(std::string_view name) {
    const auto held = sources_.find(std::string{name});
    if (held == sources_.end()) return fail(ErrorKind::not_found, "There is no such source.");
    const auto is_of_it = [&](const auto& entry) {
        return entry.first.first == held->second.id.value;
    };
    std::erase_if(meetings_.held, is_of_it);
    std::erase_if(facilities_.held, is_of_it);
    std::erase_if(tombstones_, is_of_it);
    std::erase_if(meeting_tombstones_, is_of_it);
    std::erase_if(earlier_, [&](const auto& earlier) { return earlier.source == held->second.id; });
    readings_.erase(held->second.id);
    lists_.erase(held->second.id);
    sources_.erase(held);
    ++revision_;
    return {};
}

}  // namespace waymark::testing
