// For tests: a source "nyc" on either database, read again and again. A feed is
// a list of listings; the keys of places of help begin with "place".
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "storage/contract.h"
#include "storage/facility_record.h"
#include "storage/meeting_record.h"

namespace waymark::storage {

struct Listed {
    std::string key{};
    std::string name{};
    bool is_published = true;
};
using Feed = std::vector<Listed>;

inline Instant noon_of(std::int64_t day) {
    return Instant{std::chrono::hours{24 * day + 12}};
}

inline void put(directory::SourceUpdate& update, const Listed& listed) {
    if (listed.key.starts_with("place")) {
        directory::Facility facility{.source_key = listed.key, .name = listed.name};
        facility.is_published = listed.is_published;
        update.put(facility);
    } else {
        directory::Meeting meeting{.source_key = listed.key, .name = listed.name};
        meeting.is_published = listed.is_published;
        update.put(meeting);
    }
}

class BookContract : public OpenContract {
  protected:
    directory::SourceBook& book() { return database_->source_book(); }
    directory::SourceId nyc() { return store().source("nyc")->id; }

    static directory::Source source(std::int64_t day, const std::string& sha256 = {}) {
        return {.name = "nyc",
                .format = "csv",
                .fetched_at = noon_of(day),
                .etag = "\"etag\"",
                .last_modified = "Sat, 21 Nov 2026 18:00:00 GMT",
                .sha256 = sha256.empty() ? "of day " + std::to_string(day) : sha256};
    }

    std::int64_t read(std::int64_t day, const Feed& feed, const directory::ReadingNote& note = {}) {
        auto update = store().update(source(day));
        for (const auto& listed : feed)
            put(*update, listed);
        return update->commit(source(day), note);
    }

    Result<> go_back(std::int64_t number, std::int64_t day) {
        return book().roll_back(nyc(), number, noon_of(day), "host");
    }

    // "1 a Hope; 2 b Dawn (draft); place 1 place-x Hill": all that the source
    // holds, ids and keys too.
    std::string listings() {
        std::string list;
        const auto tell = [&](std::string_view kind, const auto& it) {
            if (!list.empty()) list += "; ";
            list += kind;
            list += std::to_string(it.id.value) + " " + it.source_key + " " + it.name;
            if (!it.is_published) list += " (draft)";
        };
        store().each_meeting_of(nyc(), [&](const auto& meeting) { tell("", meeting); });
        store().each_facility_of(nyc(), [&](const auto& place) { tell("place ", place); });
        return list;
    }

    // "3 published +1 ~0 -2; 2 held +0 ~0 -0; 1 published +3 ~0 -0 <": newest
    // first, "<" where one can go back.
    std::string log() {
        std::string text;
        for (const auto& reading : book().readings(nyc())) {
            if (!text.empty()) text += "; ";
            text += std::to_string(reading.number) + " ";
            text += directory::code_of(reading.note.decision);
            text += " +" + std::to_string(reading.added) + " ~" + std::to_string(reading.changed) +
                    " -" + std::to_string(reading.removed);
            if (reading.can_go_back_here) text += " <";
        }
        return text;
    }
};

}  // namespace waymark::storage
