// What somebody answered on /match: read from the body of a request, and put
// back into the pages. Between the two nothing keeps it.
#pragma once

#include <string>

#include "core/result.h"
#include "finder/match/answers.h"
#include "html/data.h"
#include "web/site.h"

namespace waymark::web {

// Fields beside near, only and the questions are passed over, and so is an
// empty answer: "It does not matter".
Result<finder::match::Asked> read_match_form(const http::Request& request);

// The answers again, as hidden fields for buttons that send them once more.
enum class Carry : std::uint8_t { everything, all_but_programme };
html::Data carried(const finder::match::Asked& asked, Carry carry);

// The questions, as they were answered. `wrong` stands beside the place.
html::Data match_questions(const Visit& visit, const finder::match::Asked& asked,
                           const std::string& wrong);

}  // namespace waymark::web
