#include "content/zones.h"

#include <map>
#include <string>

#include "content/fields.h"
#include "content/own_file.h"

namespace waymark::content {
namespace {

constexpr std::string_view kFile = "helplines/zones.json";

using Zones = std::map<std::string, std::vector<Zone>, std::less<>>;

Zones read_zones() {
    const auto value = own_file(kFile);
    Fields file{std::string{kFile}, value};
    Zones zones;
    for (auto& row : file.objects("countries")) {
        auto& of_country = zones[row.text("country")];
        for (const auto& name : row.texts("zones")) {
            const auto zone = Zone::named(name);
            if (!zone) row.complain("zones", "must name time zones");
            of_country.push_back(*zone);
        }
        row.finish();
    }
    file.finish();
    return zones;
}

}  // namespace

const std::vector<Zone>& zones_of(std::string_view country) {
    static const Zones zones = read_zones();
    static const std::vector<Zone> none;
    const auto found = zones.find(country);
    return found == zones.end() ? none : found->second;
}

}  // namespace waymark::content
