#include "http/answer.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

#include "http/limits.h"

namespace waymark::http {
namespace {

constexpr int kQuick = 5;  // Pages are compressed while somebody waits.

bool has_body(int status) {
    return status != 204 && status != 304;
}

// Compresses, tags, or leaves out the body.
void shape(Response& response, const Request& request, KeptBodies& kept) {
    const bool is_found = response.status == 200;
    const bool may_gzip = response.body.size() > kGzipWorthBytes &&
                          is_compressible(response.content_type) &&
                          accepts_gzip(request.header("accept-encoding"));
    std::shared_ptr<const KeptBodies::Kept> ready;
    if (is_found && response.keep == Keep::forever) ready = kept.of(request.path, response);

    if (is_found && response.keep != Keep::never) {
        const std::string etag = ready ? ready->etag : etag_of(response.body);
        response.headers.emplace_back("ETag", etag);
        if (matches_etag(request.header("if-none-match"), etag)) {
            response.status = 304;
            response.body.clear();
            return;
        }
    }
    if (!may_gzip) return;
    response.body = ready ? ready->gzipped : gzip(response.body, kQuick);
    response.headers.emplace_back("Content-Encoding", "gzip");
}

}  // namespace

Answer answer_with(Response response, const Request& request, Transport transport, After after,
                   std::string_view date, KeptBodies& kept) {
    shape(response, request, kept);
    if (!has_body(response.status)) {
        response.body.clear();
        response.content_type.clear();
    }

    Answer answer{.status = response.status};
    constexpr std::size_t kHeadBytes = 1500;
    answer.head.reserve(kHeadBytes);
    fmt::format_to(std::back_inserter(answer.head), "HTTP/1.1 {} {}\r\nDate: {}\r\n",
                   response.status, reason_of(response.status), date);
    if (has_body(response.status)) {
        fmt::format_to(std::back_inserter(answer.head), "Content-Length: {}\r\n",
                       response.body.size());
    }
    if (after == After::close) answer.head += "Connection: close\r\n";
    append_headers(answer.head, response, transport);
    answer.head += "\r\n";
    if (request.method != Method::head) answer.body = std::move(response.body);
    return answer;
}

std::string http_date(Instant instant) {
    constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{instant - day};
    return fmt::format(
        "{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", kDays[std::chrono::weekday{day}.c_encoding()],
        static_cast<unsigned>(date.day()), kMonths[static_cast<unsigned>(date.month()) - 1],
        static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
        time.seconds().count());
}

}  // namespace waymark::http
