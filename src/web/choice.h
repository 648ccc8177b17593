// What a reader chose and their own browser remembers for them: a language, a
// country. One cookie each, set only by the choice itself, and nothing here.
#pragma once

#include <chrono>
#include <string_view>

#include "http/message.h"
#include "web/site.h"

namespace waymark::web {

inline constexpr std::string_view kLanguageCookie = "lang";
inline constexpr std::string_view kCountryCookie = "country";

// Back to the page that the choice was made on (?back=): a path of this site
// and nothing else, so that no link of ours leads anywhere else.
http::Response back_from_choice(const Visit& visit);

// Has the browser keep `value` so long, in the place of any before.
void remember(http::Response& response, const Visit& visit, std::string_view cookie,
              std::string_view value, std::chrono::days kept = std::chrono::days{365});
void forget(http::Response& response, std::string_view cookie);

}  // namespace waymark::web
