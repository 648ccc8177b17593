#include "http/encoding.h"

#include <zlib.h>

#include <array>
#include <stdexcept>

#include "core/number.h"
#include "core/text.h"
#include "crypto/hash.h"

namespace waymark::http {
namespace {

constexpr int kGzipWindow = 15 + 16;  // 32 KiB, with a gzip header.
constexpr int kGzipMemory = 8;

// The q of "gzip;q=0.5": 1 when it is not said, 0 when it cannot be read.
double quality_of(std::string_view item) {
    const std::size_t semicolon = item.find(';');
    if (semicolon == item.npos) return 1;
    const std::string_view parameter = trimmed(item.substr(semicolon + 1));
    if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) return 0;
    return parse_number<double>(parameter.substr(2)).value_or(0);
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
    bool accepts_any = false;
    for (const std::string_view item : split(accept_encoding, ',')) {
        const std::string coding = ascii_lower(trimmed(item.substr(0, item.find(';'))));
        if (coding == "gzip" || coding == "x-gzip") return quality_of(item) > 0;
        if (coding == "*") accepts_any = quality_of(item) > 0;
    }
    return accepts_any;
}

bool is_compressible(std::string_view content_type) {
    if (content_type.starts_with("text/")) return true;
    constexpr std::array<std::string_view, 4> kParts{"json", "javascript", "xml", "wasm"};
    for (const std::string_view part : kParts) {
        if (content_type.find(part) != content_type.npos) return true;
    }
    return false;
}

std::string gzip(std::string_view bytes, int level) {
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, kGzipMemory, Z_DEFAULT_STRATEGY) !=
        Z_OK) {
        throw std::runtime_error("zlib could not start");
    }
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int end = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (end != Z_STREAM_END) throw std::runtime_error("zlib could not finish");
    return out;
}

std::string etag_of(std::string_view body) {
    constexpr std::string_view kHex = "0123456789abcdef";
    constexpr std::size_t kTagBytes = 12;
    std::string tag = "W/\"";
    for (const char c : crypto::blake2b_256(body).substr(0, kTagBytes)) {
        const auto byte = static_cast<unsigned char>(c);
        tag += kHex[byte >> 4];
        tag += kHex[byte & 15];
    }
    return tag + '"';
}

bool matches_etag(std::string_view if_none_match, std::string_view etag) {
    const auto opaque = [](std::string_view tag) {
        return tag.starts_with("W/") ? tag.substr(2) : tag;
    };
    for (const std::string_view item : split(if_none_match, ',')) {
        const std::string_view tag = trimmed(item);
        if (tag == "*" || (!tag.empty() && opaque(tag) == opaque(etag))) return true;
    }
    return false;
}

std::shared_ptr<const MadeBody> KeptBodies::of(std::string_view path, const Response& response) {
    const std::string key = std::string{path} + '\n' + std::to_string(response.body.size());
    const std::lock_guard lock{mutex_};
    if (const auto found = kept_.find(key); found != kept_.end()) return found->second;
    auto made = std::make_shared<const MadeBody>(response.body, MadeBody::Effort::thorough);
    if (kept_.size() < kKeptMax) kept_.emplace(key, made);
    return made;
}

}  // namespace waymark::http
