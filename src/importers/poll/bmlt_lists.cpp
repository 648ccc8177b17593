#include "importers/poll/bmlt_lists.h"

#include <string_view>

#include "core/text.h"

namespace waymark::importers {

std::vector<std::string> addresses_of_bmlt_lists(const std::string& search_url) {
    const std::string_view url = std::string_view{search_url}.substr(0, search_url.find('#'));
    const auto query = url.find('?');
    if (query == std::string_view::npos) return {};
    bool is_search = false;
    std::string language;
    for (const auto part : split(url.substr(query + 1), '&')) {
        if (part == "switcher=GetSearchResults") is_search = true;
        if (part.starts_with("lang_enum=")) language = "&" + std::string{part};
    }
    if (!is_search) return {};
    const std::string base{url.substr(0, query)};
    return {base + "?switcher=GetServiceBodies" + language,
            base + "?switcher=GetFormats" + language};
}

}  // namespace waymark::importers
