// What a BMLT server tells beside its meetings, at the same address: the service
// bodies that answer for them and what their formats mean.
#pragma once

#include <string>
#include <vector>

namespace waymark::importers {

// The addresses of GetServiceBodies and GetFormats that belong to one of
// GetSearchResults: the same server and path, the same language, nothing else
// of the query. None for any other address.
std::vector<std::string> addresses_of_bmlt_lists(const std::string& search_url);

}  // namespace waymark::importers
