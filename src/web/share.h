// Sending a page to somebody: links for a text message and a mail.
#pragma once

#include <string_view>

#include "html/data.h"
#include "web/site.h"

namespace waymark::web {

// For views/parts/share.html. The message holds the address of the page and not a
// word more: whoever looks at the phone it arrives on reads nothing about anybody.
// `path` begins with a slash and is ready to stand in an address.
html::Data share_links(const Visit& visit, std::string_view path);

}  // namespace waymark::web
