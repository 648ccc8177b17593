// Bytes from anybody's network card: reading them never fails otherwise than
// by refusing, and ends the same however the network cuts them.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/text.h"
#include "http/limits.h"
#include "http/reader.h"

namespace {

using waymark::http::Request;
using waymark::http::RequestReader;

void require(bool holds) {
    if (!holds) std::abort();
}

struct Outcome {
    RequestReader::State state{};
    Request request{};
    std::size_t used = 0;
};

Outcome read(std::string_view bytes, std::size_t step) {
    Outcome outcome;
    RequestReader reader;
    std::string unread;
    while (!bytes.empty() && reader.state() != RequestReader::State::complete &&
           reader.state() != RequestReader::State::refused) {
        const std::string_view next = bytes.substr(0, step);
        unread += next;
        bytes.remove_prefix(next.size());
        const std::size_t used = reader.feed(unread);
        require(used <= unread.size());
        unread.erase(0, used);
        outcome.used += used;
    }
    outcome.state = reader.state();
    if (reader.state() == RequestReader::State::refused) require(reader.refusal() >= 400);
    outcome.request = reader.take();
    return outcome;
}

void check(const Request& request) {
    require(request.path.starts_with('/'));
    require(request.path.find('\0') == std::string::npos && waymark::is_utf8(request.path));
    require(request.body.size() <= waymark::http::kBodyBytesMax);
    require(request.headers.size() <= waymark::http::kHeaderFieldsMax);
    for (const auto& fields : {request.query, request.form}) {
        for (const auto& [name, value] : fields) {
            require(waymark::is_utf8(name) && waymark::is_utf8(value));
        }
    }
    const auto is_length = [](const auto& field) { return field.first == "content-length"; };
    const bool is_chunked = !request.header("transfer-encoding").empty();
    const auto lengths = std::ranges::count_if(request.headers, is_length);
    require(lengths + (is_chunked ? 1 : 0) <= 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::size_t step = 1 + data[0] % 16;
    const std::string_view bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
    const Outcome whole = read(bytes, bytes.size());
    const Outcome cut = read(bytes, step);
    if (whole.state != RequestReader::State::complete) return 0;
    check(whole.request);
    // A whole request is the same request in pieces.
    require(cut.state == RequestReader::State::complete && cut.used == whole.used);
    require(cut.request.path == whole.request.path && cut.request.body == whole.request.body);
    require(cut.request.headers == whole.request.headers);
    return 0;
}
