#include "web/street_map.h"

#include "json/write.h"
#include "web/assets.h"

namespace waymark::web {
namespace {

using html::Data;

std::string as_json(const std::vector<Pin>& pins) {
    std::string text;
    json::Writer out{text};
    out.begin_array();
    for (const Pin& pin : pins) {
        out.begin_object();
        out.key("at").begin_array();
        out.real(pin.point.latitude).real(pin.point.longitude).end_array();
        out.key("mark").string(pin.mark);
        out.key("name").string(pin.name);
        out.key("anchor").string(pin.anchor);
        out.end_object();
    }
    out.end_array();
    return text;
}

}  // namespace

Data street_map(const Visit& visit, const std::vector<Pin>& pins) {
    const Tiles& tiles = visit.site.tiles;
    if (tiles.is_empty() || pins.empty()) return false;
    return Data::object({{"pins", as_json(pins)},
                         {"styles", asset_href("leaflet.css") + ' ' + asset_href("map.css")},
                         {"scripts", asset_href("leaflet.js") + ' ' + asset_href("map.js")},
                         {"least_zoom", std::to_string(tiles.least_zoom())},
                         {"most_zoom", std::to_string(tiles.most_zoom())},
                         {"attribution", tiles.attribution()}});
}

}  // namespace waymark::web
