#include "http/message.h"

#include <algorithm>
#include <array>

#include "core/text.h"

namespace waymark::http {
namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string decode(std::string_view text, bool plus_is_space) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool may_be_escape = text[i] == '%' && i + 2 < text.size();
        const int high = may_be_escape ? hex_value(text[i + 1]) : -1;
        const int low = may_be_escape ? hex_value(text[i + 2]) : -1;
        if (high >= 0 && low >= 0) {
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += plus_is_space && text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

std::optional<std::string_view> first_of(const Fields& fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &Fields::value_type::first);
    if (found == fields.end()) return std::nullopt;
    return std::string_view{found->second};
}

std::vector<std::string_view> all_of(const Fields& fields, std::string_view name) {
    std::vector<std::string_view> values;
    for (const auto& [key, value] : fields) {
        if (key == name) values.emplace_back(value);
    }
    return values;
}

}  // namespace

std::string url_decode(std::string_view text) {
    return decode(text, false);
}

Fields parse_form(std::string_view encoded) {
    Fields fields;
    while (!encoded.empty()) {
        const std::string_view pair = encoded.substr(0, encoded.find('&'));
        encoded.remove_prefix(std::min(encoded.size(), pair.size() + 1));
        if (pair.empty()) continue;
        const std::size_t equals = pair.find('=');
        const bool has_value = equals != pair.npos;
        fields.emplace_back(decode(pair.substr(0, equals), true),
                            has_value ? decode(pair.substr(equals + 1), true) : std::string{});
    }
    return fields;
}

std::string url_encode(std::string_view text) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size() + text.size() / 4);
    for (const char c : text) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
                              c == '~';
        if (is_plain) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += kHex[byte >> 4];
        out += kHex[byte & 15];
    }
    return out;
}

std::string write_form(const Fields& fields) {
    std::string out;
    for (const auto& [name, value] : fields) {
        if (!out.empty()) out += '&';
        out += url_encode(name) + '=' + url_encode(value);
    }
    return out;
}

std::string_view Request::header(std::string_view lower_case_name) const {
    return first_of(headers, lower_case_name).value_or(std::string_view{});
}

std::optional<std::string_view> Request::param(std::string_view name) const {
    return first_of(query, name);
}

std::vector<std::string_view> Request::params(std::string_view name) const {
    return all_of(query, name);
}

std::optional<std::string_view> Request::field(std::string_view name) const {
    return first_of(form, name);
}

std::vector<std::string_view> Request::fields(std::string_view name) const {
    return all_of(form, name);
}

std::string Request::cookie(std::string_view name) const {
    for (const auto& [header_name, value] : headers) {
        if (header_name != "cookie") continue;
        for (const std::string_view part : split(value, ';')) {
            const std::string_view pair = trimmed(part);
            const std::size_t equals = pair.find('=');
            if (equals == pair.npos || pair.substr(0, equals) != name) continue;
            std::string_view held = pair.substr(equals + 1);
            const bool is_quoted = held.size() > 1 && held.front() == '"' && held.back() == '"';
            return std::string{is_quoted ? held.substr(1, held.size() - 2) : held};
        }
    }
    return {};
}

Response redirect(std::string location, int status) {
    Response response{.status = status};
    response.headers.emplace_back("Location", std::move(location));
    return response;
}

std::string_view reason_of(int status) {
    struct Reason {
        int status;
        std::string_view text;
    };
    static constexpr std::array kReasons{
        Reason{200, "OK"},
        Reason{201, "Created"},
        Reason{204, "No Content"},
        Reason{301, "Moved Permanently"},
        Reason{302, "Found"},
        Reason{303, "See Other"},
        Reason{304, "Not Modified"},
        Reason{307, "Temporary Redirect"},
        Reason{308, "Permanent Redirect"},
        Reason{400, "Bad Request"},
        Reason{401, "Unauthorized"},
        Reason{403, "Forbidden"},
        Reason{404, "Not Found"},
        Reason{405, "Method Not Allowed"},
        Reason{408, "Request Timeout"},
        Reason{409, "Conflict"},
        Reason{410, "Gone"},
        Reason{413, "Content Too Large"},
        Reason{414, "URI Too Long"},
        Reason{415, "Unsupported Media Type"},
        Reason{421, "Misdirected Request"},
        Reason{422, "Unprocessable Content"},
        Reason{429, "Too Many Requests"},
        Reason{431, "Request Header Fields Too Large"},
        Reason{500, "Internal Server Error"},
        Reason{501, "Not Implemented"},
        Reason{503, "Service Unavailable"},
        Reason{505, "HTTP Version Not Supported"},
    };
    const auto found = std::ranges::find(kReasons, status, &Reason::status);
    return found == kReasons.end() ? std::string_view{} : found->text;
}

}  // namespace waymark::http
