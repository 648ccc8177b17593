#include "app/local_lists.h"

#include "app/own_file.h"

namespace waymark::app {

using content::KnownLists;

Result<KnownLists> local_lists(const std::string& data_dir) {
    const auto text = own_file(data_dir, "sources.json");
    return text ? KnownLists::with_local(*text) : KnownLists{};
}

}  // namespace waymark::app
