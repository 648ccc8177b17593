#include "http/hosts.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>

#include "core/text.h"

namespace waymark::http {
namespace {

std::string_view without_port(std::string_view host) {
    if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
    return host.substr(0, host.find(':'));
}

bool is_address(std::string_view host) {
    const bool is_bracketed = host.starts_with('[') && host.ends_with(']');
    const std::string text{is_bracketed ? host.substr(1, host.size() - 2) : host};
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(text, error);
    return !error && address.is_v6() == is_bracketed;
}

}  // namespace

bool answers_to(std::string_view host, const std::vector<std::string>& names) {
    if (host.empty()) return true;
    std::string name = ascii_lower(without_port(host));
    if (name.ends_with('.')) name.pop_back();  // The root's own dot.
    if (name == "localhost" || name.ends_with(".localhost") || is_address(name)) return true;
    return std::ranges::any_of(names, [&](const auto& ours) { return ascii_lower(ours) == name; });
}

}  // namespace waymark::http
