#include "web/tiles.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include "core/number.h"

namespace waymark::web {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kZoomMax = 22;
constexpr std::uintmax_t kTileBytesMax = 2U << 20U;

struct Picture {
    const char* ending;
    const char* type;
};
constexpr std::array kPictures{Picture{".png", "image/png"}, Picture{".webp", "image/webp"},
                               Picture{".jpg", "image/jpeg"}};

// Digits alone: no sign, no dot, nothing that a path would read otherwise.
std::optional<std::int64_t> whole(std::string_view text, std::int64_t most) {
    const bool is_plain = !text.empty() && text.size() <= 8 &&
                          std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    const auto number = is_plain ? parse_number<std::int64_t>(text) : std::nullopt;
    return number && *number <= most ? number : std::nullopt;
}

http::Response no_tile() {
    return {.status = 404, .content_type = "text/plain; charset=utf-8"};
}

}  // namespace

Result<Tiles> Tiles::open(const std::string& folder, std::string attribution) {
    if (folder.find("://") != folder.npos) {
        return invalid_input("tiles",
                             "Give a folder of map tiles on this machine: tiles of another site "
                             "would tell that site who looks where.");
    }
    Tiles tiles;
    tiles.least_zoom_ = kZoomMax + 1;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator{folder, error}) {
        const auto zoom = whole(entry.path().filename().string(), kZoomMax);
        if (!zoom || !entry.is_directory(error)) continue;
        tiles.least_zoom_ = std::min(tiles.least_zoom_, static_cast<int>(*zoom));
        tiles.most_zoom_ = std::max(tiles.most_zoom_, static_cast<int>(*zoom));
    }
    if (tiles.least_zoom_ > kZoomMax) {
        return invalid_input("tiles",
                             "This folder holds no map tiles: they are {zoom}/{x}/{y}.png.");
    }
    if (attribution.empty()) {
        return invalid_input("tiles", "Say whose map it is, with --tiles-attribution.");
    }
    tiles.folder_ = folder;
    tiles.attribution_ = std::move(attribution);
    return tiles;
}

http::Response Tiles::tile(std::string_view zoom, std::string_view x, std::string_view y) const {
    const auto z = whole(zoom, kZoomMax);
    if (is_empty() || !z) return no_tile();
    const std::int64_t last = (std::int64_t{1} << *z) - 1;
    const auto column = whole(x, last);
    const auto row = whole(y, last);
    if (!column || !row) return no_tile();
    const fs::path stem = folder_ / std::to_string(*z) / std::to_string(*column);
    for (const auto& [ending, type] : kPictures) {
        const fs::path path = stem / (std::to_string(*row) + ending);
        std::error_code error;
        if (!fs::is_regular_file(path, error) || fs::file_size(path, error) > kTileBytesMax)
            continue;
        std::ifstream file{path, std::ios::binary};
        return {.content_type = type,
                .body = std::string{std::istreambuf_iterator<char>{file}, {}},
                .headers = {{"Cache-Control", "public, max-age=86400"}}};
    }
    return no_tile();
}

}  // namespace waymark::web
