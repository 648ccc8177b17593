// The options that are handed on as words to a search.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "finder/request.h"

namespace CLI {
class App;
}

namespace waymark::cli {

struct Choice {
    const char* name = nullptr;  // Without dashes.
    const char* help = nullptr;
};

// Each one given is added to `*asked`, which lives as long as the command.
void add_choices(CLI::App& command, std::span<const Choice> choices,
                 const std::shared_ptr<finder::Options>& asked);

}  // namespace waymark::cli
