// Bytes from the wire to a Request, by the strict rules of RFC 9112: what two
// readers could understand differently is refused.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "http/message.h"

namespace waymark::http {

class RequestReader {
  public:
    enum class State {
        needs_more,
        wants_continue,  // The header asked for "100 Continue"; then it needs more.
        complete,        // take() has the request.
        refused,         // refusal() is the status to answer with, then close.
    };

    RequestReader();
    ~RequestReader();
    RequestReader(RequestReader&&) noexcept;

    // `unread` is all that came and was not used yet. Returns how many bytes
    // of its beginning were used now; show the rest again with what follows.
    std::size_t feed(std::string_view unread);

    State state() const { return state_; }
    bool has_header() const;  // Only the body is missing.
    int refusal() const { return refusal_; }
    bool keep_alive() const;  // Of a complete request.

    // Of a complete request, once. Of a refused one: what was understood.
    Request take();

  private:
    struct Parser;
    std::size_t least_bytes() const;
    void check_header();
    void refuse(int status);
    void finish();

    std::unique_ptr<Parser> parser_;
    State state_ = State::needs_more;
    int refusal_ = 0;
    bool was_header_checked_ = false;
    Request request_{};
};

}  // namespace waymark::http
