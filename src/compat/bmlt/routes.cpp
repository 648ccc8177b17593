#include "compat/bmlt/routes.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "compat/bmlt/naws.h"
#include "compat/bmlt/switchers.h"
#include "compat/bmlt/tsml.h"
#include "core/text.h"
#include "finder/made_once.h"
#include "http/kept_answers.h"
#include "http/origin.h"

namespace waymark::compat::bmlt {
namespace {

using http::PathParams;
using http::Request;
using http::Response;

constexpr std::string_view kRoot = "/main_server";
constexpr std::size_t kCallbackMax = 128;
constexpr const char* kJsonType = "application/json";
constexpr const char* kScriptType = "text/javascript; charset=utf-8";

// Answers larger than this are kept until the directory changes: whole lists, which
// other servers fetch again and again.
constexpr std::size_t kLargeBytes = std::size_t{1} << 20;
constexpr std::size_t kLargeKept = 8, kLargeKeptBytes = std::size_t{96} << 20;

// What is made of a snapshot.
struct Prepared {
    Prepared(const finder::Snapshot& snapshot, Instant now) : table(snapshot, now) {}
    // `snapshot` must be the one this is of.
    const ChangeLog& changes(const finder::Snapshot& snapshot) {
        std::call_once(changes_once, [&] { change_log.emplace(snapshot); });
        return *change_log;
    }
    Table table;
    std::once_flag changes_once{};
    std::optional<ChangeLog> change_log{};
    http::KeptAnswers large{kLargeKept, kLargeKeptBytes};
};

struct Server {
    std::function<finder::SnapshotPtr()> snapshot{};
    const Clock& clock;
    finder::MadeOnce<Prepared> prepared{};  // Of the latest snapshot, as of today.
};

// One request, with all that its question looks at kept alive.
struct Asked {
    Asked(Server& server, const Request& request)
        : snapshot(server.snapshot()),
          now(server.clock.now()),
          prepared(server.prepared.of_day(
              snapshot, now,
              [this](const auto& of) { return std::make_shared<Prepared>(of, now); })),
          parameters(request.query),
          question{.table = prepared->table,
                   .parameters = parameters,
                   .root = http::own_origin(request).append(kRoot),
                   .snapshot = *snapshot,
                   .changes = [this]() -> const ChangeLog& { return prepared->changes(*snapshot); },
                   .now = now} {}
    Asked(const Asked&) = delete;
    Asked& operator=(const Asked&) = delete;

    finder::SnapshotPtr snapshot;
    Instant now;
    std::shared_ptr<Prepared> prepared;
    Parameters parameters;
    Question question;
};

Response open_answer(int status, std::string content_type, std::string body) {
    Response response;
    response.status = status;
    response.content_type = std::move(content_type);
    response.body = std::move(body);
    response.is_open_to_other_origins = true;
    return response;
}

Response json_answer(int status, std::string body) {
    return open_answer(status, kJsonType, std::move(body));
}

Response problem(int status, std::string_view message) {
    std::string body;
    json::Writer out{body};
    out.begin_object().key("message").string(message).end_object();
    return json_answer(status, std::move(body));
}

// In the words of BMLT, which clients show.
Response unknown_endpoint() {
    std::string message =
        "Invalid data format or endpoint name. Valid endpoint names for the json and jsonp data "
        "formats are: ";
    for (const auto& switcher : switchers())
        message.append(&switcher == switchers().data() ? "" : ", ").append(switcher.name);
    message += ". ";
    message +=
        "Valid endpoint names for the csv format are: GetNAWSDump. Valid endpoint names for the "
        "tsml format are: GetSearchResults.";
    return problem(422, message);
}

// A name, or names joined by dots: nothing that could run as a program.
bool is_callback(std::string_view name) {
    return !name.empty() && name.size() <= kCallbackMax && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '$' || c == '.';
    }) && !(name.front() >= '0' && name.front() <= '9');
}

// U+2028 and U+2029 end a line in older scripts, and stand in no JSON string there.
std::string as_script(std::string_view callback, std::string_view body) {
    std::string script{"/**/"};
    script.append(callback).push_back('(');
    for (std::size_t i = 0; i < body.size(); ++i) {
        const auto three = body.substr(i, 3);
        if (three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9") {
            script += three.back() == '\xA8' ? "\\u2028" : "\\u2029";
            i += 2;
        } else {
            script.push_back(body[i]);
        }
    }
    return script + ");";
}

Response answer_json(const Question& question, bool is_script) {
    const auto name = question.parameters.text("switcher");
    const auto found = std::ranges::find_if(switchers(), [&](const Switcher& each) {
        return ascii_lower(each.name) == ascii_lower(name);
    });
    if (found == switchers().end()) return unknown_endpoint();
    const auto asked = question.parameters.text("callback");
    const std::string_view callback = asked.empty() ? "callback" : asked;
    if (is_script && !is_callback(callback)) {
        return problem(422, "The callback must be a plain name.");
    }
    auto body = found->answer(question);
    if (!body) return problem(400, body.error().message);
    if (!is_script) return json_answer(200, *std::move(body));
    return open_answer(200, kScriptType, as_script(callback, *body));
}

// What a list is kept by; nothing for a question that could tell of who asks, such
// as one with a place or words: those are not even kept in memory.
std::optional<std::string> name_to_keep(const Question& question, const Request& request) {
    constexpr std::array<std::string_view, 7> kPlain{
        "switcher", "data_field_key", "sort_keys",       "sort_key",
        "callback", "lang_enum",      "get_used_formats"};
    std::string name = std::string{request.path} + '\n' + question.root;
    for (const auto& [key, value] : request.query) {
        if (std::ranges::find(kPlain, key) == kPlain.end()) return std::nullopt;
        name.append("\n").append(key).append("=").append(value);
    }
    return name;
}

Response answer_json_once(Prepared& prepared, const Question& question, const Request& request,
                          bool is_script) {
    const auto name = name_to_keep(question, request);
    auto made = name ? prepared.large.find(*name) : nullptr;
    Response response;
    if (made == nullptr) {
        response = answer_json(question, is_script);
        if (!name || response.status != 200 || response.body.size() < kLargeBytes) return response;
        made = prepared.large.keep(*name, std::exchange(response.body, {}));
    } else {
        response = open_answer(200, is_script ? kScriptType : kJsonType, {});
    }
    response.made = std::move(made);
    response.keep = http::Keep::revalidate;
    return response;
}

Response file_answer(NawsFile file) {
    auto response = open_answer(200, "text/csv; charset=utf-8", std::move(file.text));
    response.headers.emplace_back("Content-Disposition",
                                  "attachment; filename=\"" + file.name + "\"");
    return response;
}

Response answer_csv(const Question& question) {
    auto dump = naws_dump(question);
    if (dump) return file_answer(*std::move(dump));
    return problem(dump.error().kind == ErrorKind::not_found ? 404 : 422, dump.error().message);
}

Response answer_tsml(const Question& question) {
    auto body = get_tsml(question);
    if (!body) return problem(400, body.error().message);
    return json_answer(200, *std::move(body));
}

Response server_version() {
    return open_answer(200, "application/xml",
                       std::string{"<?xml version=\"1.0\" encoding=\"utf-8\"?><bmltInfo>"
                                   "<serverVersion><readableString>"}
                           .append(kVersion)
                           .append("</readableString></serverVersion></bmltInfo>"));
}

Response answer(Server& server, const Request& request, std::string_view rest) {
    // Old clients send "//client_interface", and "index.php" after the format.
    std::vector<std::string_view> parts;
    for (const auto part : split(rest, '/')) {
        if (!part.empty() && part != "index.php") parts.push_back(part);
    }
    if (parts.size() != 2 || parts[0] != "client_interface") return unknown_endpoint();
    if (parts[1] == "serverInfo.xml") return server_version();

    const Asked asked{server, request};
    const auto& question = asked.question;
    const auto name = ascii_lower(asked.parameters.text("switcher"));
    if (name == "getnawsdump" && parts[1] != "csv") {
        return problem(422, "GetNAWSDump is only valid for csv format.");
    }
    if (parts[1] == "json" || parts[1] == "jsonp") {
        return answer_json_once(*asked.prepared, question, request, parts[1] == "jsonp");
    }
    if (parts[1] == "csv" && name == "getnawsdump") return answer_csv(question);
    if (parts[1] == "tsml" && name == "getsearchresults") return answer_tsml(question);
    return unknown_endpoint();
}

Response answer_feed(Server& server, const Request& request) {
    const Asked asked{server, request};
    auto feed = naws_feed(asked.question, request.query);
    if (!feed) {
        return {.status = 400,
                .content_type = "text/plain; charset=utf-8",
                .body = feed.error().message + "\n",
                .is_open_to_other_origins = true};
    }
    auto response = file_answer(*std::move(feed));
    response.keep = http::Keep::revalidate;
    return response;
}

}  // namespace

std::vector<http::Route> routes(std::function<finder::SnapshotPtr()> snapshot, const Clock& clock) {
    const auto server = std::make_shared<Server>(finder::for_others(std::move(snapshot)), clock);
    std::vector<http::Route> routes{
        {.pattern = "/feeds/naws.csv",
         .action = [server](const Request& request,
                            const PathParams&) { return answer_feed(*server, request); },
         .cost = http::Cost::search}};
    // Slashes that are there twice stand for an empty part, which no hole takes.
    for (const auto* slashes : {"/", "//", "///"}) {
        routes.push_back({.method = http::Method::get,
                          .pattern = std::string{kRoot}.append(slashes).append("*rest"),
                          .action =
                              [server](const Request& request, const PathParams& path) {
                                  return answer(*server, request, path["rest"]);
                              },
                          .cost = http::Cost::search});
    }
    return routes;
}

}  // namespace waymark::compat::bmlt
