// Forms, queries, cookies and escapes from anybody: what is written is read
// back the same, and nothing is read that was not there.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "http/message.h"

namespace {

using waymark::http::Fields;

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};

    const Fields fields = waymark::http::parse_form(text);
    std::size_t bytes = 0;
    for (const auto& [name, value] : fields)
        bytes += name.size() + value.size();
    require(bytes <= size);
    Fields expected = fields;
    std::erase(expected, Fields::value_type{});  // "=" alone says nothing and is written as such.
    Fields again = waymark::http::parse_form(waymark::http::write_form(fields));
    std::erase(again, Fields::value_type{});
    require(again == expected);

    require(waymark::http::url_decode(waymark::http::url_encode(text)) == text);
    require(waymark::http::url_decode(text).size() <= size);

    waymark::http::Request request;
    request.headers.emplace_back("cookie", text);
    require(request.cookie("session").size() <= size);
    return 0;
}
