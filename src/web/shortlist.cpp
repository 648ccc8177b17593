#include "web/shortlist.h"

#include <algorithm>

#include "core/number.h"
#include "core/text.h"

namespace waymark::web {

using directory::FacilityId;

std::vector<FacilityId> read_ids(std::string_view text, std::size_t limit) {
    std::string list{text.substr(0, 400)};
    std::ranges::replace(list, ',', '-');
    std::vector<FacilityId> ids;
    for (const auto part : split(list, '-')) {
        const auto number = parse_number<std::int64_t>(trimmed(part));
        if (!number || *number <= 0 || ids.size() == limit) continue;
        const FacilityId id{*number};
        if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    }
    return ids;
}

std::string write_ids(const std::vector<FacilityId>& ids, char between) {
    std::string text;
    for (const auto id : ids) {
        if (!text.empty()) text += between;
        text += std::to_string(id.value);
    }
    return text;
}

std::vector<FacilityId> kept_places(const Visit& visit) {
    return read_ids(visit.request.cookie(kShortlistCookie), kShortlistMax);
}

}  // namespace waymark::web
