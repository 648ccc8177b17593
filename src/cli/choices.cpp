#include "cli/choices.h"

#include <CLI/CLI.hpp>

namespace waymark::cli {

void add_choices(CLI::App& command, std::span<const Choice> choices,
                 const std::shared_ptr<finder::Options>& asked) {
    for (const auto& [name, help] : choices) {
        command.add_option_function<std::string>(
            std::string{"--"} + name,
            [asked, name = std::string{name}](const std::string& value) {
                asked->emplace_back(name, value);
            },
            help);
    }
}

}  // namespace waymark::cli
