#include "http/reader.h"

#include <algorithm>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "core/text.h"
#include "http/limits.h"

namespace waymark::http {
namespace {

namespace beast = boost::beast::http;

std::string_view view_of(boost::beast::string_view text) {
    return {text.data(), text.size()};
}

bool is_clean(std::string_view text) {
    return text.find('\0') == text.npos && is_utf8(text);
}

bool are_clean(const Fields& fields) {
    return std::ranges::all_of(
        fields, [](const auto& field) { return is_clean(field.first) && is_clean(field.second); });
}

bool is_clean_path(std::string_view path) {
    const auto is_control = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f;
    };
    return path.starts_with('/') && std::ranges::none_of(path, is_control) && is_utf8(path);
}

bool is_host(std::string_view value) {
    const auto belongs = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '.' || c == '-' || c == ':' || c == '_' || c == '[' || c == ']';
    };
    return !value.empty() && value.size() <= 255 && std::ranges::all_of(value, belongs);
}

Method method_of(beast::verb verb) {
    switch (verb) {
        case beast::verb::get:
            return Method::get;
        case beast::verb::head:
            return Method::head;
        case beast::verb::post:
            return Method::post;
        default:
            return Method::other;
    }
}

// "http://host/path" is to be taken as "/path" (RFC 9112 §3.2.2).
std::string_view without_authority(std::string_view target) {
    const std::string start = ascii_lower(target.substr(0, 8));
    const std::size_t scheme = start.starts_with("http://") ? 7 : start == "https://" ? 8 : 0;
    if (scheme == 0) return target;
    const std::size_t slash = target.find('/', scheme);
    return slash == target.npos ? std::string_view{"/"} : target.substr(slash);
}

// "… HTTP/2.0": right in all but the number.
bool ends_in_version(std::string_view line) {
    constexpr std::string_view kVersion = " HTTP/x.x";
    if (line.size() < kVersion.size()) return false;
    const std::string_view end = line.substr(line.size() - kVersion.size());
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return end.starts_with(" HTTP/") && is_digit(end[6]) && end[7] == '.' && is_digit(end[8]);
}

enum class Line { first, later };

int status_of(const boost::system::error_code& error, std::string_view unread, Line line) {
    if (error == beast::error::body_limit) return 413;
    if (error == beast::error::bad_version) {
        return ends_in_version(unread.substr(0, unread.find("\r\n"))) ? 505 : 400;
    }
    if (error == beast::error::header_limit) {
        const bool is_target_long = unread.substr(0, kTargetBytesMax).find('\n') == unread.npos;
        return line == Line::first && is_target_long ? 414 : 431;
    }
    return 400;
}

}  // namespace

struct RequestReader::Parser : beast::request_parser<beast::string_body> {};

RequestReader::RequestReader() : parser_(std::make_unique<Parser>()) {
    parser_->header_limit(static_cast<std::uint32_t>(kHeaderBytesMax));
    parser_->body_limit(kBodyBytesMax);
}

RequestReader::~RequestReader() = default;
RequestReader::RequestReader(RequestReader&&) noexcept = default;

bool RequestReader::has_header() const {
    return was_header_checked_;
}
bool RequestReader::keep_alive() const {
    return parser_->keep_alive();
}

void RequestReader::refuse(int status) {
    refusal_ = status;
    state_ = State::refused;
}

std::size_t RequestReader::feed(std::string_view unread) {
    std::size_t used = 0;
    if (state_ == State::wants_continue) state_ = State::needs_more;
    // An empty line left over from the request before (RFC 9112 §2.2).
    while (!parser_->got_some() && unread.substr(used).starts_with("\r\n"))
        used += 2;

    while (state_ == State::needs_more) {
        const std::string_view rest = unread.substr(used);
        if (rest.size() < least_bytes() && !parser_->is_done()) break;
        boost::system::error_code error;
        const std::size_t taken =
            parser_->is_done() ? 0 : parser_->put({rest.data(), rest.size()}, error);
        used += taken;
        const bool is_starved = error == beast::error::need_more;
        const Line line = parser_->get().target().empty() ? Line::first : Line::later;
        if (error && !is_starved) refuse(status_of(error, rest, line));
        if (parser_->is_header_done() && !was_header_checked_) check_header();
        if (state_ == State::needs_more && parser_->is_done()) finish();
        if (!is_starved) continue;
        // A line that never ends, between the chunks of a body.
        if (unread.size() - used > kHeaderBytesMax) refuse(400);
        break;
    }
    return used;
}

// Beast 1.81 asserts that what is left of a chunked body is never shorter than
// its shortest end, and asks again with less when "0" and the line ends come apart.
std::size_t RequestReader::least_bytes() const {
    constexpr std::string_view kShortestEnd = "0\r\n\r\n";
    return was_header_checked_ && parser_->chunked() ? kShortestEnd.size() : 1;
}

void RequestReader::check_header() {
    was_header_checked_ = true;
    const auto& message = parser_->get();
    std::size_t field_count = 0;
    std::size_t hosts = 0;
    std::size_t lengths = 0;
    for (const auto& field : message) {
        ++field_count;
        hosts += field.name() == beast::field::host ? 1U : 0U;
        lengths += field.name() == beast::field::content_length ? 1U : 0U;
        const std::string_view value = view_of(field.value());
        if (!is_utf8(value)) continue;
        request_.headers.emplace_back(ascii_lower(view_of(field.name_string())), value);
    }
    request_.method = method_of(message.method());

    const std::string_view target = view_of(message.target());
    if (target.size() > kTargetBytesMax) return refuse(414);
    if (field_count > kHeaderFieldsMax) return refuse(431);
    const bool is_old = message.version() < 11;
    if (hosts > 1 || (hosts == 0 && !is_old)) return refuse(400);
    if (hosts == 1 && !is_host(request_.header("host"))) return refuse(400);
    const std::string_view encoding = request_.header("transfer-encoding");
    const bool is_encoded = message.count(beast::field::transfer_encoding) > 0;
    if (is_encoded && (is_old || lengths > 0 || ascii_lower(encoding) != "chunked")) {
        return refuse(400);
    }
    if (lengths > 1 || request_.header("content-length").find(',') != std::string_view::npos) {
        return refuse(400);
    }
    if (request_.method == Method::other) return refuse(405);

    const std::string_view local = without_authority(target);
    const std::size_t question = local.find('?');
    request_.path = url_decode(local.substr(0, std::min(question, local.find('#'))));
    if (question != local.npos) {
        const std::string_view query = local.substr(question + 1);
        request_.query = parse_form(query.substr(0, query.find('#')));
    }
    if (!is_clean_path(request_.path) || !are_clean(request_.query)) return refuse(400);
    if (!parser_->is_done() && ascii_lower(request_.header("expect")) == "100-continue") {
        state_ = State::wants_continue;
    }
}

void RequestReader::finish() {
    request_.body = std::move(parser_->get().body());
    const std::string type = ascii_lower(request_.header("content-type"));
    if (type.starts_with("application/x-www-form-urlencoded")) {
        request_.form = parse_form(request_.body);
        if (!are_clean(request_.form)) return refuse(400);
    }
    state_ = State::complete;
}

Request RequestReader::take() {
    return std::move(request_);
}

}  // namespace waymark::http
