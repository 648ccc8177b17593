#include "testing/memory_store.h"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace waymark::testing {

using directory::Change;
using directory::Meeting;
using directory::Source;
using directory::SourceId;

class MemoryStore::Update final : public directory::SourceUpdate {
  public:
    Update(MemoryStore& store, SourceId source) : store_(store), source_(source) {}

    Change put(const Meeting& meeting) override {
        if (std::exchange(store_.fails_next_put_, false)) {
            throw std::runtime_error("the database is gone");
        }
        if (!keys_.insert(meeting.source_key).second) throw std::logic_error("put twice");
        const auto held = store_.meetings_.find({source_.value, meeting.source_key});
        Meeting wanted = meeting;
        wanted.source = source_;
        if (held == store_.meetings_.end()) {
            wanted.id = {};
            puts_.push_back(std::move(wanted));
            return Change::added;
        }
        wanted.id = held->second.id;
        if (wanted == held->second) return Change::unchanged;
        puts_.push_back(std::move(wanted));
        return Change::changed;
    }

    bool put_already(std::string_view key) const override { return keys_.contains(key); }

    std::int64_t commit(const Source& source) override {
        const auto removed = std::erase_if(store_.meetings_, [&](const auto& entry) {
            return entry.first.first == source_.value && !keys_.contains(entry.first.second);
        });
        for (auto& meeting : puts_) {
            if (meeting.id.value == 0) meeting.id.value = ++store_.last_meeting_;
            store_.meetings_[{source_.value, meeting.source_key}] = meeting;
        }
        if (removed > 0 || !puts_.empty()) ++store_.revision_;
        Source facts = source;
        facts.id = source_;
        store_.sources_[source.name] = facts;
        store_.last_source_ = std::max(store_.last_source_, source_.value);
        return static_cast<std::int64_t>(removed);
    }

  private:
    MemoryStore& store_;
    SourceId source_;
    std::set<std::string, std::less<>> keys_{};
    std::vector<Meeting> puts_{};
};

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
    for (const auto& entry : meetings_)
        list.push_back(entry.second);
    std::ranges::sort(list, {}, &Meeting::id);
    return list;
}

void MemoryStore::each_meeting(const std::function<void(Meeting)>& take) const {
    for (auto& meeting : meetings()) {
        if (meeting.is_published) take(meeting);
    }
}

std::int64_t MemoryStore::meeting_count(SourceId source) const {
    return std::ranges::count(meetings_, source.value,
                              [](const auto& entry) { return entry.first.first; });
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
    held->second = source;
    held->second.id = id;
}

Result<> MemoryStore::remove_source(std::string_view name) {
    const auto held = sources_.find(std::string{name});
    if (held == sources_.end()) return fail(ErrorKind::not_found, "There is no such source.");
    std::erase_if(meetings_,
                  [&](const auto& entry) { return entry.first.first == held->second.id.value; });
    sources_.erase(held);
    ++revision_;
    return {};
}

}  // namespace waymark::testing
