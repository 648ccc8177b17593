// Whoever begins with the dump and takes in every change after it has the directory
// as it is, whatever becomes of the lists meanwhile: told by a follower that asks at
// any moment, in pages of any size, of a real database.

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "api/changes.h"
#include "app/data.h"
#include "core/random.h"
#include "core/text.h"
#include "http/made_body.h"
#include "json/parse.h"
#include "json/write.h"
#include "testing/temporary_folder.h"

namespace waymark::app {
namespace {

using directory::Facility;
using directory::Meeting;
using directory::Source;

class Chance {
  public:
    explicit Chance(std::uint64_t seed) : random_(seed) {}
    int below(int end) { return static_cast<int>(random_.below(static_cast<std::uint64_t>(end))); }
    bool one_in(int count) { return below(count) == 0; }

  private:
    Random random_;
};

// A directory that changes as it likes.
class Changing {
  public:
    explicit Changing(std::uint64_t seed)
        : chance_(seed), database_(*open_data({.dir = folder_.path().string()})) {
        update();
        update();
    }

    finder::SnapshotPtr snapshot() const { return load_snapshot(database_->directory()); }
    Chance& chance() { return chance_; }

    void change() {
        if (chance_.one_in(12))
            turn_publishing();
        else if (chance_.one_in(12))
            remove();
        else if (chance_.one_in(6))
            roll_back();
        else
            update();
    }

  private:
    std::string any_name() { return chance_.one_in(2) ? "north" : "south"; }

    // Clocks of several programs that read lists are not quite the same.
    Instant now() {
        clock_ += std::chrono::seconds{chance_.below(3)};
        return clock_ - std::chrono::seconds{chance_.one_in(4) ? 5 : 0};
    }

    void update() {
        auto source = database_->directory().source(any_name()).value_or(Source{});
        if (source.name.empty()) source = {.name = any_name(), .format = "csv"};
        source.fetched_at = now();
        auto update = database_->directory().update(source);
        for (int key = 0; key < 12; ++key) {
            if (!chance_.one_in(4)) update->put(meeting(key));
            if (!chance_.one_in(4)) update->put(place(key));
        }
        update->commit(source);
    }

    Meeting meeting(int key) {
        Meeting m;
        m.source_key = "m" + std::to_string(key);
        m.name = "Meeting " + std::to_string(chance_.below(3));
        m.schedule.zone = Zone::named("America/New_York").value();
        m.is_published = !chance_.one_in(5);
        return m;
    }

    // Of both lists: places of one key are one site.
    Facility place(int key) {
        Facility f;
        f.source_key = "p" + std::to_string(key);
        f.name = "Door " + std::to_string(key);
        f.program = "Program " + std::to_string(chance_.below(3));
        f.ids.service_at_location = "site-" + std::to_string(key % 6);
        f.provenances = {{.record = "SA"}};
        return f;
    }

    void turn_publishing() {
        auto source = database_->directory().source(any_name());
        if (!source) return;
        source->may_republish = !source->may_republish;
        database_->directory().save_source(*source);
    }

    void remove() { std::ignore = database_->directory().remove_source(any_name()); }

    void roll_back() {
        const auto source = database_->directory().source(any_name());
        if (!source) return;
        const auto readings = database_->source_book().readings(source->id);
        const auto back =
            readings[static_cast<std::size_t>(chance_.below(static_cast<int>(readings.size())))];
        if (back.can_go_back_here)
            std::ignore =
                database_->source_book().roll_back(source->id, back.number, now(), "host");
    }

    testing::TemporaryFolder folder_{};
    Chance chance_;
    std::unique_ptr<storage::Database> database_;
    Instant clock_ = parse_instant("2026-11-22T10:00:00Z").value();
};

using Copy = std::map<std::string, std::string>;  // "meeting 5": the listing as JSON.

class Follower {
  public:
    explicit Follower(Changing& directory)
        : directory_(directory),
          router_(api::change_routes([this] { return directory_.snapshot(); }), {}) {
        begin_anew();
    }

    void begin_anew() {
        copy_.clear();
        const auto dump = get("/api/v1/dump.ndjson", {});
        for (const auto line : split(dump, '\n')) {
            if (line.empty()) continue;
            const auto each = json::parse(line).value();
            if (each.text_or("kind") == "header")
                take_facts(each);
            else
                take(each);
        }
    }

    // One page; whether there is more.
    bool ask(int limit) {
        const auto answer = json::parse(get("/api/v1/changes",
                                            {{"since", since_}, {"limit", std::to_string(limit)}}))
                                .value();
        if (!take_facts(answer)) {
            begin_anew();
            return true;
        }
        for (const auto& change : *answer.find("changes")->items())
            take(change);
        return *answer.find("more")->boolean();
    }

    const Copy& copy() const { return copy_; }

  private:
    std::string get(std::string path, http::Fields query) {
        http::Request request{.method = http::Method::get};
        request.path = std::move(path);
        request.query = std::move(query);
        const auto response = router_.answer(request);
        EXPECT_EQ(response.status, 200) << response.body;
        return response.made ? std::string{response.made->text()} : response.body;
    }

    // Whether the sources are those it knew.
    bool take_facts(const json::Value& facts) {
        since_ = facts.text_or("next");
        std::set<std::int64_t> named;
        for (const auto& source : *facts.find("sources")->items())
            named.insert(*source.find("id")->integer());
        return std::exchange(sources_, named) == named;
    }

    void take(const json::Value& change) {
        const std::string kind{change.text_or("kind")};
        const auto name = kind + " " + std::to_string(*change.find("id")->integer());
        if (change.text_or("change") == "put")
            copy_[name] = json::write(*change.find(kind));
        else
            copy_.erase(name);
    }

    Changing& directory_;
    http::Router router_;
    std::set<std::int64_t> sources_{};
    std::string since_{};
    Copy copy_{};
};

TEST(Follower, HasTheDirectoryAsItIs) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        SCOPED_TRACE(seed);
        Changing directory{seed};
        Follower follower{directory};
        for (int step = 0; step < 30; ++step) {
            directory.change();
            if (directory.chance().one_in(2)) follower.ask(1 + directory.chance().below(9));
        }
        while (follower.ask(1 + directory.chance().below(9))) {
        }
        Follower fresh{directory};
        ASSERT_EQ(follower.copy(), fresh.copy());
    }
}

}  // namespace
}  // namespace waymark::app
