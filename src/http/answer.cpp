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

void leave_out_body(Response& response) {
    response.body.clear();
    response.made = nullptr;
}

// Tags the response; one that the client has already becomes a 304.
void tag(Response& response, const Request& request) {
    const std::string etag = response.made ? response.made->etag() : etag_of(response.body);
    response.headers.emplace_back("ETag", etag);
    if (!matches_etag(request.header("if-none-match"), etag)) return;
    response.status = 304;
    leave_out_body(response);
}

// Whether it goes out compressed; then says so in its headers.
bool is_to_be_compressed(Response& response, const Request& request) {
    const auto size = response.made ? response.made->text().size() : response.body.size();
    if (size <= kGzipWorthBytes || !is_compressible(response.content_type) ||
        !accepts_gzip(request.header("accept-encoding"))) {
        return false;
    }
    response.headers.emplace_back("Content-Encoding", "gzip");
    return true;
}

// Fills in the answer's bytes.
void take_body(Response& response, const Request& request, KeptBodies& kept, Answer& answer) {
    const bool is_found = response.status == 200;
    if (is_found && !response.made && response.keep == Keep::forever) {
        response.made = kept.of(request.path, response);
    }
    if (is_found && response.keep != Keep::never) tag(response, request);
    if (!has_body(response.status)) leave_out_body(response);
    const bool is_compressed = is_to_be_compressed(response, request);
    if (response.made) {
        answer.made = response.made;
        answer.shared = is_compressed ? response.made->gzipped() : response.made->text();
    } else {
        answer.body = is_compressed ? gzip(response.body, kQuick) : std::move(response.body);
    }
}

}  // namespace

Answer answer_with(Response response, const Request& request, Transport transport, After after,
                   std::string_view date, KeptBodies& kept) {
    Answer answer;
    take_body(response, request, kept, answer);
    answer.status = response.status;
    if (!has_body(response.status)) response.content_type.clear();

    constexpr std::size_t kHeadBytes = 1500;
    answer.head.reserve(kHeadBytes);
    fmt::format_to(std::back_inserter(answer.head), "HTTP/1.1 {} {}\r\nDate: {}\r\n",
                   response.status, reason_of(response.status), date);
    if (has_body(response.status)) {
        fmt::format_to(std::back_inserter(answer.head), "Content-Length: {}\r\n",
                       answer.bytes().size());
    }
    if (after == After::close) answer.head += "Connection: close\r\n";
    append_headers(answer.head, response, transport);
    answer.head += "\r\n";
    if (request.method == Method::head) {
        answer.body.clear();
        answer.made = nullptr;
    }
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
