#include "app/local_helplines.h"

#include "app/own_file.h"

namespace waymark::app {

using content::Helplines;

Result<Helplines> local_helplines(const std::string& data_dir) {
    const auto text = own_file(data_dir, "helplines.json");
    return text ? Helplines::with_local(*text) : Helplines{};
}

}  // namespace waymark::app
