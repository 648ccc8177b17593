#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "api/answer.h"
#include "api/changes.h"
#include "core/number.h"
#include "finder/listing_json.h"
#include "finder/made_once.h"
#include "http/made_body.h"
#include "json/write.h"

namespace waymark::api {
namespace {

using finder::Snapshot;
using http::Request;
using http::Response;
using json::Writer;

constexpr std::string_view kLines = "application/x-ndjson";

struct Question {
    ChangeKey since{};
    std::size_t limit = kChangesUsual;
    bool in_lines = false;
};

Result<Question> read_question(const Request& request) {
    Question question{.in_lines = request.header("accept").find("ndjson") != std::string::npos};
    for (const auto& [name, value] : request.query) {
        if (name == "since") {
            question.since = TRY(read_cursor(value));
        } else if (name == "limit") {
            const auto limit = parse_number<std::size_t>(value).value_or(0);
            if (limit < 1 || limit > kChangesMax)
                return invalid_input(name, "Ask for 1 to 1000 changes at a time.");
            question.limit = limit;
        } else if (name == "format" && (value == "json" || value == "ndjson")) {
            question.in_lines = value == "ndjson";
        } else if (name == "format") {
            return invalid_input(name, "The format is json or ndjson.");
        } else {
            return invalid_input(name, "Changes take since, limit and format, and nothing else.");
        }
    }
    return question;
}

void write_change(Writer& out, const Snapshot& snapshot, const Change& change) {
    const bool is_meeting = change.key.kind == ListingKind::meeting;
    out.begin_object();
    out.key("kind").string(is_meeting ? "meeting" : "place");
    out.key("id").integer(change.key.id);
    out.key("change").string(change.is_removed ? "removed" : "put");
    out.key(change.is_removed ? "removed_at" : "modified").string(format_instant(change.key.at));
    if (!change.is_removed && is_meeting) {
        out.key("meeting");
        finder::write_meeting(out, snapshot, *snapshot.meeting({change.key.id}));
    }
    if (!change.is_removed && !is_meeting) {
        out.key("place");
        finder::write_facility(out, snapshot, *snapshot.facilities().facility({change.key.id}));
    }
    out.end_object();
}

// Whose rows there are. When these are others than a copy was made of, it begins anew
// with the dump: what came or went with a source did not change at any time.
void write_sources(Writer& out, const Snapshot& snapshot) {
    out.key("sources").begin_array();
    for (const auto& source : snapshot.sources()) {
        out.begin_object();
        out.key("id").integer(source.id.value);
        out.key("name").string(source.name);
        out.key("license");
        source.license.empty() ? out.null() : out.string(source.license);
        out.key("fictional").boolean(source.is_fictional);
        out.key("read_at");
        source.fetched_at ? out.string(format_instant(*source.fetched_at)) : out.null();
        out.end_object();
    }
    out.end_array();
}

struct Page {
    std::span<const Change> changes{};
    ChangeKey next{};
    bool has_more = false;
};

void write_page_facts(Writer& out, const Snapshot& snapshot, const Page& page) {
    out.key("next").string(cursor_of(page.next));
    out.key("more").boolean(page.has_more);
    out.key("revision").integer(snapshot.revision());
    write_sources(out, snapshot);
}

std::string as_json(const Snapshot& snapshot, const Page& page) {
    std::string body;
    Writer out{body};
    out.begin_object().key("changes").begin_array();
    for (const auto& change : page.changes)
        write_change(out, snapshot, change);
    out.end_array();
    write_page_facts(out, snapshot, page);
    out.end_object();
    return body;
}

void write_line(std::string& body, const Snapshot& snapshot, const Change& change) {
    Writer line{body};
    write_change(line, snapshot, change);
    body.push_back('\n');
}

// The changes, and a last line that says where to go on.
std::string as_lines(const Snapshot& snapshot, const Page& page) {
    std::string body;
    for (const auto& change : page.changes)
        write_line(body, snapshot, change);
    Writer out{body};
    out.begin_object().key("kind").string("page");
    write_page_facts(out, snapshot, page);
    out.end_object();
    return body + "\n";
}

Response open_answer(std::string_view type, std::string body) {
    return {.content_type = std::string{type}.append("; charset=utf-8"),
            .body = std::move(body),
            .keep = http::Keep::revalidate,
            .is_open_to_other_origins = true};
}

struct Follow {
    std::function<finder::SnapshotPtr()> snapshot{};
    finder::MadeOnce<const ChangeList> changes{};  // Of the latest snapshot.
    finder::MadeOnce<const http::MadeBody> dump{};

    std::shared_ptr<const ChangeList> changes_of(const finder::SnapshotPtr& now) {
        return changes.of(
            now, [](const auto& each) { return std::make_shared<const ChangeList>(each); });
    }
};

Response answer_changes(Follow& follow, const Request& request) {
    const auto question = read_question(request);
    if (!question) return problem(question.error());
    const auto snapshot = follow.snapshot();
    const auto changes = follow.changes_of(snapshot);
    Page page{.changes = changes->after(question->since, question->limit), .next = question->since};
    if (!page.changes.empty()) page.next = page.changes.back().key;
    page.has_more = page.next < changes->end();
    auto response = question->in_lines ? open_answer(kLines, as_lines(*snapshot, page))
                                       : open_answer("application/json", as_json(*snapshot, page));
    response.headers.emplace_back("Vary", "Accept, Accept-Encoding");
    return response;
}

Response answer_dump(Follow& follow) {
    const auto snapshot = follow.snapshot();
    const auto dump = follow.dump.of(snapshot, [&](const Snapshot& now) {
        return std::make_shared<const http::MadeBody>(
            write_dump(now, *follow.changes_of(snapshot)));
    });
    auto response = open_answer(kLines, {});
    response.made = dump;
    return response;
}

}  // namespace

std::string write_dump(const Snapshot& snapshot, const ChangeList& changes) {
    std::string body;
    const auto is_there = [](const Change& change) { return !change.is_removed; };
    Writer out{body};
    out.begin_object().key("kind").string("header");
    out.key("revision").integer(snapshot.revision());
    out.key("time").string(format_instant(changes.end().at));
    out.key("count").integer(std::ranges::count_if(changes.all(), is_there));
    out.key("next").string(cursor_of(changes.end()));
    write_sources(out, snapshot);
    out.end_object();
    body.push_back('\n');
    for (const auto& change : changes.all()) {
        if (is_there(change)) write_line(body, snapshot, change);
    }
    return body;
}

std::vector<http::Route> change_routes(std::function<finder::SnapshotPtr()> snapshot) {
    const auto follow = std::make_shared<Follow>();
    follow->snapshot = finder::for_others(std::move(snapshot));
    return {{.pattern = "/api/v1/changes",
             .action = [follow](const Request& request,
                                const auto&) { return answer_changes(*follow, request); },
             .cost = http::Cost::search},
            {.pattern = "/api/v1/dump.ndjson",
             .action = [follow](const Request&, const auto&) { return answer_dump(*follow); },
             .cost = http::Cost::search}};
}

}  // namespace waymark::api
