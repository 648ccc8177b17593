// A list as its clients read it: one page in the wrapper of HSDS 3.1, or all of
// it, an object a line.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "compat/hsds/query.h"
#include "core/result.h"
#include "http/message.h"
#include "json/write.h"

namespace waymark::compat::hsds {

// What is to be listed, in an order that stays: only those of the page are written.
struct Listing {
    std::size_t count = 0;
    std::function<void(json::Writer&, std::size_t)> write{};
};

// Fails with limit_reached when all of it is too much for one answer.
Result<http::Response> list_answer(const Query& query, const Listing& listing);

// May be kept with an ETag, and read from any origin.
http::Response object_answer(std::string body);

// {"error":{"field":…,"message":…}}: 404 for not_found, else 400.
http::Response problem_answer(const Error& error);

}  // namespace waymark::compat::hsds
