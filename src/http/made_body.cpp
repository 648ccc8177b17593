#include "http/made_body.h"

#include "http/encoding.h"

namespace waymark::http {
namespace {

constexpr int kQuick = 5, kSmallest = 9;

}  // namespace

const std::string& MadeBody::etag() const {
    std::call_once(is_tagged_, [this] { etag_ = etag_of(text_); });
    return etag_;
}

std::string_view MadeBody::gzipped() const {
    std::call_once(is_gzipped_, [this] {
        gzipped_ = gzip(text_, effort_ == Effort::quick ? kQuick : kSmallest);
    });
    return gzipped_;
}

}  // namespace waymark::http
