// Web addresses that strangers wrote, and what we know of those they lead to.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace waymark::exchange {

// An http or https address, with "https://" put before one that lacks its
// scheme ("www.example.org/na"). Nothing for any other scheme, for text that
// is no address, and for an address that hides its host behind a user name. A
// host in letters beyond a to z is written as it is sent ("xn--…").
std::optional<std::string> link_of(std::string_view text);

// "us02web.zoom.us", lower case; empty when there is none.
std::string host_of(std::string_view link);

// Whether it opens a video or voice meeting of a provider that the Meeting
// Guide family of clients knows, rather than a page.
bool is_conference(std::string_view link);

// Whether text would run as a program where a browser follows it.
bool is_hostile(std::string_view text);

}  // namespace waymark::exchange
