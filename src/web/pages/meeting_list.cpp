// A search on paper: a list in large type, and one that folds for the pocket.
#include "web/meeting_list.h"

#include <string>
#include <utility>
#include <vector>

#include "core/text.h"
#include "http/origin.h"
#include "paper/pocket.h"
#include "paper/qr.h"
#include "web/handout.h"
#include "web/helplines.h"
#include "web/page.h"
#include "web/pages/pages.h"

namespace waymark::web {
namespace {

using html::Data;

std::string emergency(const Visit& visit) {
    return emergency_of(visit, country_of(visit)).number;
}

// Today where the server's host is at home would be a guess; the day in UTC is
// at most one off, and a printed list is days old soon.
std::string printed_words(const Visit& visit) {
    const Date today{std::chrono::floor<std::chrono::days>(visit.now)};
    return visit.speak.say(phrase("Printed on {date}. Check times before you go: they change.",
                                  {{"date", visit.speak.date(today)}}));
}

std::string left_out_words(const Visit& visit, const MeetingList& list) {
    if (list.left_out == 0) return {};
    const auto count = static_cast<std::int64_t>(list.left_out);
    return visit.speak.say(
        phrase("{count} more are not on this list. Ask for less to see them.", {{"count", count}}));
}

std::string own_address(const Visit& visit, const MeetingList& list) {
    return http::own_origin(visit.request) + "/find" + list.options;
}

Data code_of(const Visit& visit, const MeetingList& list) {
    const auto code = paper::qr_code(own_address(visit, list));
    if (!code) return false;
    return paper::qr_svg(*code, visit.speak.say("Code of this page"));
}

Data lines_of(const std::vector<std::string>& lines) {
    Data::List list;
    for (const auto& line : lines)
        list.push_back(Data::object({{"text", line}}));
    return list;
}

Data days_of(const MeetingList& list) {
    Data::List days;
    for (const auto& day : list.days) {
        Data::List meetings;
        for (const auto& meeting : day.meetings) {
            meetings.push_back(Data::object({{"time", meeting.time},
                                             {"name", meeting.name},
                                             {"href", meeting.href},
                                             {"kind", meeting.kind},
                                             {"lines", lines_of(meeting.lines)}}));
        }
        days.push_back(Data::object({{"day", day.day}, {"meetings", std::move(meetings)}}));
    }
    return days;
}

Data legend_of(const MeetingList& list) {
    Data::List legend;
    for (const auto& [letters, name] : list.legend)
        legend.push_back(Data::object({{"letters", letters}, {"means", name}}));
    return legend;
}

std::string with(const std::string& options, const std::string& more) {
    return options + (options.empty() ? "?" : "&") + more;
}

paper::PocketList on_paper(const Visit& visit, const MeetingList& list) {
    const auto& speak = visit.speak;
    paper::PocketList pocket{
        .title = list.heading,
        .subtitle = printed_words(visit),
        .alarm = speak.say(phrase("In danger, or someone not waking up: {number}",
                                  {{"number", emergency(visit)}})),
        .legend_title = list.legend.empty() ? std::string{} : speak.say("What the letters mean"),
        .code_words = speak.say("This code opens the search these are from.")};
    for (const auto& day : list.days) {
        paper::PocketSection section{.title = day.day};
        for (const auto& meeting : day.meetings) {
            paper::PocketEntry entry{
                .time = meeting.time, .title = meeting.name, .lines = {meeting.kind}};
            entry.lines.insert(entry.lines.end(), meeting.lines.begin(), meeting.lines.end());
            section.entries.push_back(std::move(entry));
        }
        pocket.sections.push_back(std::move(section));
    }
    for (const auto& [letters, name] : list.legend)
        pocket.legend.push_back(letters + "  " + name);
    if (list.left_out > 0) pocket.notes.push_back(left_out_words(visit, list));
    if (auto code = paper::qr_code(own_address(visit, list))) pocket.code = *std::move(code);
    return pocket;
}

}  // namespace

Page find_list(const Visit& visit, const http::PathParams&) {
    const auto list = meeting_list(visit);
    if (!list) return error_page(visit, 400);
    const std::string size{sheet_size(visit)};
    const std::string other = size == "a4" ? "letter" : "a4";
    return {
        .view = "meeting_list",
        .title = visit.speak.say("Find"),
        .tab = Tab::find,
        .data = Data::object({{"heading", list->heading},
                              {"size", size},
                              {"is_a4", size == "a4"},
                              {"back", "/find" + list->options},
                              {"other", "/find/list" + with(list->options, "size=" + other)},
                              {"pocket", "/find/pocket.pdf" + with(list->options, "size=" + size)},
                              {"none", list->days.empty()},
                              {"days", days_of(*list)},
                              {"legend", legend_of(*list)},
                              {"left_out", left_out_words(visit, *list)},
                              {"number", emergency(visit)},
                              {"printed", printed_words(visit)},
                              {"code", code_of(visit, *list)}}),
        .style = "paper.css"};
}

http::Response pocket_list(const Visit& visit, const http::PathParams&) {
    const auto list = meeting_list(visit);
    if (!list) return render(visit, error_page(visit, 400));
    const auto sheet = sheet_size(visit) == "a4" ? paper::Sheet::a4 : paper::Sheet::letter;
    http::Response response{
        .content_type = "application/pdf",
        .body = paper::pocket_pdf(on_paper(visit, *list), sheet, visit.speak.say("Notes"))};
    response.headers.emplace_back("Content-Disposition", "inline; filename=\"list.pdf\"");
    response.headers.emplace_back("Content-Language",
                                  std::string{locale::code_of(visit.speak.language())});
    return response;
}

}  // namespace waymark::web
