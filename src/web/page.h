// A page: a template, its title and what it shows. Everything else that every
// page has (language, header, tabs, crisis line, Leave, footer) is put around
// it here, once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "html/data.h"
#include "http/message.h"
#include "web/site.h"

namespace waymark::web {

enum class Tab : std::uint8_t { none, now, find, learn, about };

// Whether a reader's browser may keep the page to open it without a connection,
// which it does only when they ask (assets/offline.js). Never what shows
// anything of a person.
enum class Offline : std::uint8_t {
    no,
    if_asked,  // A button at the end of the page offers it.
    with_any,  // Goes along with the first page kept.
};

struct Page {
    std::string view{};   // The template: "find" is src/web/views/find.html.
    std::string title{};  // In the reader's language; never names a drug or a condition.
    Tab tab = Tab::none;
    html::Data data{};  // What the template names; anything it names and misses throws.
    int status = 200;
    bool has_crisis_line = true;  // False only where the page itself is it.
    http::Keep keep = http::Keep::never;
    std::string_view style{};  // An asset besides site.css: "learn.css".
    Offline offline = Offline::no;
};

http::Response render(const Visit& visit, const Page& page);

// The address of this page, query and all, as a link would write it; the path
// alone for an answer to a posted form, whose fields must not stand in a link.
std::string address_of(const http::Request& request);

}  // namespace waymark::web
