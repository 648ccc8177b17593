// waymark sample: a fictional list to try things with.
#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/command.h"
#include "sample/care.h"
#include "sample/sample.h"

namespace waymark::cli {
namespace {

struct SampleOptions {
    app::DataOptions data{};  // Taken, as every command takes it; not needed.
    std::size_t count = 3000;
    std::uint64_t seed = 1;
    bool places = false;
};

int run(const SampleOptions& options) {
    const auto print = [](std::string_view bytes) { std::cout << bytes; };
    if (options.places) {
        sample::write_care_sample({.count = options.count, .seed = options.seed}, print);
    } else {
        sample::write_sample({.count = options.count, .seed = options.seed}, print);
    }
    std::cout.flush();
    if (!std::cout) return report({ErrorKind::unavailable, "", "The sample could not be written."});
    return kDone;
}

}  // namespace

void add_sample(CLI::App& program, Chosen& chosen) {
    auto options = std::make_shared<SampleOptions>();
    auto* command = program.add_subcommand(
        "sample",
        "Write a fictional list over real cities: a Meeting Guide feed, or places of help");
    command->add_option("--count", options->count, "How many meetings, or places")
        ->check(CLI::Range(std::size_t{1}, std::size_t{20'000'000}))
        ->capture_default_str();
    command->add_option("--seed", options->seed, "The same seed writes the same bytes")
        ->capture_default_str();
    command->add_flag("--places", options->places,
                      "Places of help instead of meetings, as a places-csv table");
    add_data_options(*command, options->data);
    command->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace waymark::cli
