#include "compat/hsds/page.h"

#include <algorithm>
#include <utility>

namespace waymark::compat::hsds {
namespace {

http::Response open_answer(std::string_view type, std::string body) {
    http::Response response;
    response.content_type = std::string{type}.append("; charset=utf-8");
    response.body = std::move(body);
    response.is_open_to_other_origins = true;
    return response;
}

http::Response lines(const Listing& listing) {
    std::string body;
    for (std::size_t i = 0; i < listing.count; ++i) {
        json::Writer line{body};
        listing.write(line, i);
        body += '\n';
    }
    return open_answer("application/x-ndjson", std::move(body));
}

http::Response page(const Query& query, const Listing& listing) {
    const auto per_page =
        query.per_page == 0 ? std::max<std::size_t>(1, listing.count) : query.per_page;
    const auto pages = (listing.count + per_page - 1) / per_page;
    const auto begin = std::min(listing.count, (query.page - 1) * per_page);
    const auto end = std::min(listing.count, begin + per_page);
    std::string body;
    json::Writer out{body};
    const auto number = [&](std::string_view key, std::size_t value) {
        out.key(key).integer(static_cast<std::int64_t>(value));
    };
    out.begin_object();
    number("total_items", listing.count);
    number("total_pages", pages);
    number("page_number", query.page);
    number("size", end - begin);
    out.key("first_page").boolean(query.page == 1);
    out.key("last_page").boolean(query.page >= pages);
    out.key("empty").boolean(begin == end);
    out.key("contents").begin_array();
    for (auto i = begin; i < end; ++i)
        listing.write(out, i);
    out.end_array().end_object();
    return open_answer("application/json", std::move(body));
}

}  // namespace

Result<http::Response> list_answer(const Query& query, const Listing& listing) {
    if (query.is_lines && query.has_everything() && listing.count > kFullLinesMax) {
        return fail(ErrorKind::limit_reached,
                    "That is too much for one answer. Ask for full objects in pages.", "format");
    }
    auto response = query.is_lines ? lines(listing) : page(query, listing);
    response.keep = query.is_private() ? http::Keep::never : http::Keep::revalidate;
    return response;
}

http::Response object_answer(std::string body) {
    auto response = open_answer("application/json", std::move(body));
    response.keep = http::Keep::revalidate;
    return response;
}

http::Response problem_answer(const Error& error) {
    std::string body;
    json::Writer out{body};
    out.begin_object().key("error").begin_object();
    out.key("field").string(error.field).key("message").string(error.message);
    out.end_object().end_object();
    auto response = open_answer("application/json", std::move(body));
    response.status = error.kind == ErrorKind::not_found ? 404 : 400;
    return response;
}

}  // namespace waymark::compat::hsds
