// The files a page links to (src/web/assets): each under a name that holds the
// fingerprint of its bytes, so that a browser may keep it for ever.
#pragma once

#include <string>
#include <string_view>

#include "http/message.h"

namespace waymark::web {

// "site.css" is at "/assets/site.1f2e3d4c5b6a.css". Throws std::logic_error on
// a file that we do not have.
const std::string& asset_href(std::string_view file);

// The bytes of one such file, by the last part of its address; not found (404,
// without a body) when the name or the fingerprint is another.
http::Response asset(std::string_view name);

// What is in an asset; throws likewise.
std::string_view asset_bytes(std::string_view file);

// Changes whenever any asset does.
const std::string& assets_print();

}  // namespace waymark::web
