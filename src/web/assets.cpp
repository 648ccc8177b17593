#include "web/assets.h"

#include <array>
#include <map>
#include <stdexcept>
#include <utility>

#include "crypto/hash.h"
#include "embedded/leaflet.h"
#include "embedded/web.h"

namespace waymark::web {
namespace {

constexpr std::string_view kFolder = "assets/";
constexpr std::size_t kFingerprintDigits = 12;

struct Asset {
    std::string href{};
    std::string_view type{};
    std::string_view bytes{};
};

std::string_view type_of(std::string_view file) {
    constexpr std::array kTypes{
        std::pair<std::string_view, std::string_view>{".css", "text/css; charset=utf-8"},
        std::pair<std::string_view, std::string_view>{".js", "text/javascript; charset=utf-8"},
        std::pair<std::string_view, std::string_view>{".svg", "image/svg+xml"},
        std::pair<std::string_view, std::string_view>{".png", "image/png"},
    };
    for (const auto& [ending, type] : kTypes) {
        if (file.ends_with(ending)) return type;
    }
    throw std::logic_error("no content type for the asset " + std::string{file});
}

using Assets = std::map<std::string, Asset, std::less<>>;

void add(Assets& found, std::string_view file, std::string_view bytes) {
    const std::size_t dot = file.rfind('.');
    const std::string href = "/assets/" + std::string{file.substr(0, dot)} + "." +
                             crypto::sha256_hex(bytes).substr(0, kFingerprintDigits) +
                             std::string{file.substr(dot)};
    found.emplace(file, Asset{href, type_of(file), bytes});
}

const Assets& assets() {
    static const Assets all = [] {
        Assets found;
        for (const auto& [path, bytes] : embedded::web_files()) {
            if (path.starts_with(kFolder)) add(found, path.substr(kFolder.size()), bytes);
        }
        for (const auto& [path, bytes] : embedded::leaflet_files())
            add(found, path, bytes);
        return found;
    }();
    return all;
}

}  // namespace

const std::string& asset_href(std::string_view file) {
    const auto found = assets().find(file);
    if (found == assets().end()) throw std::logic_error("no asset " + std::string{file});
    return found->second.href;
}

std::string_view asset_bytes(std::string_view file) {
    const auto found = assets().find(file);
    if (found == assets().end()) throw std::logic_error("no asset " + std::string{file});
    return found->second.bytes;
}

const std::string& assets_print() {
    static const std::string print = [] {
        std::string all;
        for (const auto& [file, asset] : assets())
            all += asset.href;
        return crypto::sha256_hex(all).substr(0, kFingerprintDigits);
    }();
    return print;
}

http::Response asset(std::string_view name) {
    for (const auto& [file, asset] : assets()) {
        if (std::string_view{asset.href}.substr(asset.href.rfind('/') + 1) != name) continue;
        return {.content_type = std::string{asset.type},
                .body = std::string{asset.bytes},
                .keep = http::Keep::forever};
    }
    return {.status = 404, .content_type = "text/plain; charset=utf-8"};
}

}  // namespace waymark::web
