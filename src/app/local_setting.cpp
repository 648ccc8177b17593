#include "app/local_setting.h"

#include "app/own_file.h"

namespace waymark::app {

using finder::setting::Rulebook;

Result<Rulebook> local_setting_rules(const std::string& data_dir) {
    const auto text = own_file(data_dir, "setting.json");
    return text ? Rulebook::parse(*text, "setting.json") : Rulebook::own();
}

}  // namespace waymark::app
