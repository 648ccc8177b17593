// Fewer bytes on a bad line: gzip, and "you have it already" (304).
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "http/made_body.h"
#include "http/message.h"

namespace waymark::http {

// Whether an Accept-Encoding value lets us send gzip (RFC 9110 §12.5.3).
bool accepts_gzip(std::string_view accept_encoding);

// Worth compressing: text of some kind.
bool is_compressible(std::string_view content_type);

// level: zlib's, 1 quick … 9 small.
std::string gzip(std::string_view bytes, int level);

// W/"…", the same for the same bytes.
std::string etag_of(std::string_view body);

// Whether an If-None-Match value names the tag (weak comparison).
bool matches_etag(std::string_view if_none_match, std::string_view etag);

// The bodies of files that never change, with their tags and compressed forms.
class KeptBodies {
  public:
    // `path` must always answer with this very body, as Keep::forever says.
    std::shared_ptr<const MadeBody> of(std::string_view path, const Response& response);

  private:
    static constexpr std::size_t kKeptMax = 512;
    std::mutex mutex_;
    std::unordered_map<std::string, std::shared_ptr<const MadeBody>> kept_;
};

}  // namespace waymark::http
