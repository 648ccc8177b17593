#include <optional>
#include <string>
#include <utility>

#include "core/phrase.h"
#include "core/result.h"
#include "web/pages/pages.h"
#include "web/report.h"

namespace waymark::web {
namespace {

using html::Data;

int status_of(const std::optional<Error>& wrong) {
    if (!wrong) return 200;
    return wrong->kind == ErrorKind::limit_reached ? 503 : 400;
}

std::string wrong_field(const Visit& visit, const std::optional<Error>& wrong,
                        std::string_view field) {
    return wrong && wrong->field == field ? visit.speak.say(wrong->message) : std::string{};
}

// What was typed stays typed, whatever was wrong with it.
Page form_page(const Visit& visit, const Reported& about, const std::optional<Error>& wrong) {
    return {.view = "report",
            .title = visit.speak.say("Details"),
            .tab = Tab::find,
            .data = Data::object({{"name", about.name},
                                  {"where", about.where},
                                  {"action", about.href + "/report"},
                                  {"back", about.href},
                                  {"mistakes", mistake_choices(visit)},
                                  {"mistake_wrong", wrong_field(visit, wrong, "mistake")},
                                  {"words", visit.request.field("words").value_or("")},
                                  {"words_wrong", wrong_field(visit, wrong, "words")},
                                  {"problem", wrong_field(visit, wrong, "")}}),
            .status = status_of(wrong)};
}

// Why the queue did not take it, and what can be done.
Error kindly(const Error& refused) {
    if (refused.kind != ErrorKind::limit_reached) return refused;
    return fail(ErrorKind::limit_reached,
                "Many reports wait here already, so this one was not kept. Try again tomorrow, or "
                "tell the group or the place itself.")
        .value();
}

}  // namespace

Page report(const Visit& visit, const http::PathParams&) {
    const auto about = reported(visit);
    return about ? form_page(visit, *about, std::nullopt) : error_page(visit, 404);
}

http::Response send_report(const Visit& visit, const http::PathParams&) {
    const auto about = reported(visit);
    if (!about) return render(visit, error_page(visit, 404));
    const auto report = read_report(visit, *about);
    if (!report) return render(visit, form_page(visit, *about, report.error()));
    const auto kept = visit.site.reports->add(*report);
    if (kept) return http::redirect(about->href + "/report/sent");
    if (kept.error().kind == ErrorKind::not_found) return render(visit, error_page(visit, 404));
    return render(visit, form_page(visit, *about, kindly(kept.error())));
}

Page report_sent(const Visit& visit, const http::PathParams&) {
    const auto about = reported(visit);
    if (!about) return error_page(visit, 404);
    return {.view = "report_sent",
            .title = visit.speak.say("Details"),
            .tab = Tab::find,
            .data = Data::object({{"back", about->href}})};
}

Page too_many_reports(const Visit& visit) {
    const auto about = reported(visit);
    if (!about) return error_page(visit, 429);
    const auto often = fail(ErrorKind::limit_reached,
                            "We take five reports an hour from one network. Yours was not kept: "
                            "send it again in an hour.");
    Page page = form_page(visit, *about, often.value());
    page.status = 429;
    return page;
}

}  // namespace waymark::web
