// The street map that a host may bring: a folder of picture tiles,
// {zoom}/{x}/{y}.png (or .webp, .jpg), served by us. Never another site's
// tiles: that site would learn who looks where.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/result.h"
#include "http/message.h"

namespace waymark::web {

class Tiles {
  public:
    Tiles() = default;  // None: pages show no street map.

    // Fails with invalid_input, field "tiles": an address instead of a folder,
    // no zoom level in it, or nothing said of whose map it is.
    static Result<Tiles> open(const std::string& folder, std::string attribution);

    bool is_empty() const { return folder_.empty(); }
    int least_zoom() const { return least_zoom_; }
    int most_zoom() const { return most_zoom_; }
    const std::string& attribution() const { return attribution_; }

    // The tile, for a browser to keep for a day. Not found (404) where there is
    // none, and for whatever is not a number of such a tile.
    http::Response tile(std::string_view zoom, std::string_view x, std::string_view y) const;

  private:
    std::filesystem::path folder_{};
    std::string attribution_{};
    int least_zoom_ = 0, most_zoom_ = 0;
};

}  // namespace waymark::web
