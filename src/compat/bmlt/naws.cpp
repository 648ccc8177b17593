#include "compat/bmlt/naws.h"

#include <algorithm>
#include <chrono>
#include <functional>

#include "compat/bmlt/identity.h"
#include "core/number.h"
#include "core/text.h"
#include "directory/fellowship.h"

namespace waymark::compat::bmlt {
namespace {

using directory::Fellowship;
using directory::Meeting;
using std::chrono::days;

using Takes = std::function<bool(const Meeting&)>;

// "2026_11_22_10_00_00"
std::string file_time(Instant now) {
    auto text = format_instant(now).substr(0, 19);
    std::ranges::replace_if(
        text, [](char c) { return c < '0' || c > '9'; }, '_');
    return text;
}

// Letters, digits and what joins them: fit for a header and for any disk.
std::string as_file_name(std::string_view text) {
    std::string name;
    for (const char c : text) {
        const bool is_plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        name.push_back(is_plain ? c : '_');
    }
    return name;
}

// Of meetings that are gone, as they were last; LastChanged is when they went.
std::string deleted_lines(const Question& question, const Search& asked, const Takes& takes) {
    finder::Beside past{.lists = question.snapshot.beside().lists};
    for (const auto& gone : question.changes().gone()) {
        if (gone.meeting->world_id.empty() || !takes(*gone.meeting)) continue;
        auto& meeting = past.unpublished.emplace_back(*gone.meeting);
        meeting.freshness.updated.reset();
        meeting.modified = gone.at;
    }
    if (past.unpublished.empty()) return {};
    const auto sources = question.snapshot.sources();
    const finder::Snapshot snapshot{{}, {sources.begin(), sources.end()}, 0, {}, std::move(past)};
    const Table table{snapshot, question.now};
    std::string lines;
    for (const auto& found : search(table, asked))
        lines += naws_line(table, found.row, NawsMark::deleted);
    return lines;
}

Search every_row() {
    return {.published = Published::both, .sort_columns = {weekday_tinyint, start_time, id_bigint}};
}

std::string write_file(const Question& question, Search asked, const Takes& takes) {
    auto text = naws_header();
    auto deleted = deleted_lines(question, asked, takes);
    const auto* home = home_of(question.snapshot);
    const auto take = [&](const auto& meetings) {
        for (const Meeting& meeting : meetings) {
            if (!takes(meeting)) continue;
            const auto identity = identity_of(meeting, home);
            asked.ids.wanted.insert(asked.ids.wanted.end(), identity.ids.begin(),
                                    identity.ids.end());
        }
    };
    take(question.snapshot.meetings());
    take(question.snapshot.beside().unpublished);
    if (asked.ids.wanted.empty()) return text + deleted;
    std::ranges::sort(asked.ids.wanted);
    for (const auto& found : search(question.table, asked))
        text += naws_line(question.table, found.row, NawsMark::none);
    return text + deleted;
}

bool takes_any(const Meeting&) {
    return true;
}

struct FeedAsked {
    std::vector<Fellowship> fellowships{};
    std::vector<directory::SourceId> sources{};
    std::vector<BodyId> bodies{};

    bool takes(const finder::Snapshot& snapshot, const Meeting& meeting) const {
        const auto* source = snapshot.source(meeting.source);
        const auto has = [](const auto& list, const auto& value) {
            return list.empty() || std::ranges::find(list, value) != list.end();
        };
        return source != nullptr && !source->is_fictional && has(fellowships, meeting.fellowship) &&
               has(sources, meeting.source);
    }
};

Result<> read_item(FeedAsked& asked, const Question& question, const std::string& name,
                   std::string_view item) {
    if (name == "fellowship") {
        const auto fellowship = directory::fellowship_of_code(item);
        if (!fellowship) return invalid_input(name, "There is no fellowship of that code.");
        asked.fellowships.push_back(*fellowship);
    } else if (name == "source") {
        const auto sources = question.snapshot.sources();
        const auto found = std::ranges::find(sources, item, &directory::Source::name);
        if (found == sources.end()) return invalid_input(name, "There is no source of that name.");
        asked.sources.push_back(found->id);
    } else {
        const auto id = parse_number<BodyId>(item).value_or(0);
        if (question.table.bodies().find(id) == nullptr)
            return invalid_input(name, "There is no service body of that id.");
        asked.bodies.push_back(id);
    }
    return {};
}

Result<FeedAsked> read_feed(const Question& question, const http::Fields& query) {
    FeedAsked asked;
    for (const auto& [name, value] : query) {
        if (name != "fellowship" && name != "source" && name != "service_body") {
            return invalid_input(
                name, "This feed takes fellowship, source and service_body, and nothing else.");
        }
        for (const auto part : split(value, ','))
            TRY(read_item(asked, question, name, trimmed(part)));
    }
    if (asked.fellowships.empty() && asked.sources.empty())
        asked.fellowships.push_back(Fellowship::na);
    asked.bodies = question.table.bodies().with_descendants(std::move(asked.bodies));
    return asked;
}

}  // namespace

Result<NawsFile> naws_dump(const Question& question) {
    const auto asked = question.parameters.integer("sb_id");
    if (!asked) return invalid_input("sb_id", "Say which service body: sb_id is missing.");
    const auto* body = question.table.bodies().find(*asked);
    if (body == nullptr) {
        return fail(ErrorKind::not_found, "There is no service body of that id.", "sb_id");
    }
    auto rows = every_row();
    rows.bodies.wanted = question.table.bodies().with_descendants({*asked});
    return NawsFile{.name = "BMLT_" + as_file_name(body->world_id) + "_" +
                            as_file_name(ascii_lower(body->name)) + "_" + file_time(question.now) +
                            ".csv",
                    .text = write_file(question, std::move(rows), takes_any)};
}

Result<NawsFile> naws_feed(const Question& question, const http::Fields& query) {
    const auto asked = TRY(read_feed(question, query));
    auto rows = every_row();
    rows.bodies.wanted = asked.bodies;
    return NawsFile{.name = "naws.csv",
                    .text = write_file(question, std::move(rows), [&](const Meeting& meeting) {
                        return asked.takes(question.snapshot, meeting);
                    })};
}

}  // namespace waymark::compat::bmlt
