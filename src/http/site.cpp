#include "http/site.h"

#include <cxxabi.h>
#include <fmt/format.h>

#include <cstdlib>
#include <exception>
#include <typeinfo>
#include <utility>

#include "core/clock.h"
#include "crypto/random.h"
#include "http/hosts.h"
#include "http/origin.h"

namespace waymark::http {
namespace {

constexpr std::uint64_t kRetryMin = 2;
constexpr std::uint64_t kRetryMax = 10;

double monotonic_seconds() {
    const auto since_start = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double>(since_start).count();
}

Response one_line(int status) {
    Response response{.status = status, .content_type = "text/plain; charset=utf-8"};
    response.body = fmt::format("{} {}\n", status, reason_of(status));
    return response;
}

std::string type_of_current_exception() {
    const std::type_info* type = abi::__cxa_current_exception_type();
    if (type == nullptr) return "unknown";
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> name{
        abi::__cxa_demangle(type->name(), nullptr, nullptr, &status), &std::free};
    return status == 0 ? name.get() : type->name();
}

std::string_view name_of(Method method) {
    switch (method) {
        case Method::get:
            return "GET";
        case Method::head:
            return "HEAD";
        case Method::post:
            return "POST";
        case Method::other:
            break;
    }
    return "other";
}

// Type names and route patterns hold neither quotes nor backslashes; a route
// label of somebody's own making might.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const bool is_plain = static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
        out += is_plain ? c : '_';
    }
    return out + '"';
}

}  // namespace

Site::Site(const ServerOptions& options, Handler handler, LogLine log)
    : options_(options),
      handler_(std::move(handler)),
      log_(std::move(log)),
      metrics_(options.metrics ? options.metrics : std::make_shared<Metrics>()),
      random_(crypto::random_seed()) {}

Cost Site::cost_of(const Request& request) const {
    return options_.cost_of ? options_.cost_of(request) : Cost::plain;
}

std::optional<Response> Site::objection(const Request& request, Cost cost,
                                        std::string_view prefix) {
    if (options_.checks_host && !answers_to(request.header("host"), options_.hosts)) {
        return refusal(421, request);
    }
    if (!is_sent_by_us(request)) return refusal(403, request);
    const bool is_exempt = request.from_loopback && !options_.limits_for_loopback;
    Buckets* const buckets = counted_by(cost);
    if (buckets == nullptr || is_exempt) return std::nullopt;

    const Buckets::Answer turn = buckets->take(prefix, monotonic_seconds());
    if (turn.is_allowed) return std::nullopt;
    metrics_->count_limited();
    Response response = refusal(429, request);
    response.headers.emplace_back("Retry-After", std::to_string(turn.retry_after_seconds));
    return response;
}

Buckets* Site::counted_by(Cost cost) {
    if (cost == Cost::search) return &searches_;
    return cost == Cost::report ? &reports_ : nullptr;
}

Response Site::refusal(int status, const Request& request) {
    Response response = one_line(status);
    try {
        if (options_.on_refusal) response = options_.on_refusal(status, request);
    } catch (...) {
        if (log_) log_("{\"failure\":" + quoted(type_of_current_exception()) + "}");
    }
    response.status = status;
    response.keep = Keep::never;
    if (status == 405) response.headers.emplace_back("Allow", "GET, HEAD, POST");
    return response;
}

Response Site::shed(const Request& request) {
    metrics_->count_shed();
    Response response = refusal(503, request);
    response.headers.emplace_back("Retry-After", std::to_string(jittered_retry_seconds()));
    return response;
}

int Site::jittered_retry_seconds() {
    const std::lock_guard lock{random_mutex_};
    return static_cast<int>(kRetryMin + random_.below(kRetryMax - kRetryMin + 1));
}

Response Site::failure(const Request& request) const {
    if (log_) log_("{\"failure\":" + quoted(type_of_current_exception()) + "}");
    Response response = one_line(500);
    try {
        if (options_.on_failure) response = options_.on_failure(request);
    } catch (...) {
        if (log_) log_("{\"failure\":" + quoted(type_of_current_exception()) + "}");
    }
    response.status = 500;
    response.keep = Keep::never;
    return response;
}

Response Site::respond(const Request& request) const {
    try {
        return handler_(request);
    } catch (...) {
        return failure(request);
    }
}

Answer Site::answer(Response response, const Request& request, Transport transport, After after) {
    const std::string date = http_date(SystemClock{}.now());
    const std::string route = response.route_label;
    Answer made;
    try {
        made = answer_with(std::move(response), request, transport, after, date, kept_);
    } catch (...) {
        Response sorry = failure(request);
        sorry.headers.clear();  // What broke may be among them.
        made = answer_with(std::move(sorry), request, transport, after, date, kept_);
    }
    made.route = route;
    return made;
}

void Site::record(const Answer& answer, const Request& request, std::chrono::microseconds took) {
    metrics_->count_answer(answer.route, answer.status, answer.bytes().size(), took);
    if (!log_) return;
    log_(fmt::format(R"({{"route":{},"method":"{}","status":{},"bytes":{},"microseconds":{}}})",
                     quoted(answer.route), name_of(request.method), answer.status,
                     answer.bytes().size(), took.count()));
}

void Site::tick() {
    searches_.forget_full(monotonic_seconds());
    reports_.forget_full(monotonic_seconds());
}

}  // namespace waymark::http
