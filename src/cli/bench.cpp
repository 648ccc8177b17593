// waymark bench: how fast the finder is on this machine.
#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/command.h"
#include "workload/measure.h"
#include "workload/records.h"

namespace waymark::cli {
namespace {

struct BenchOptions {
    app::DataOptions data{};  // Taken, as every command takes it; not needed.
    workload::MeasureRequest request{};
    bool json = false;
    bool feed = false;
    bool urls = false;
};

// Pages of 15 records, as a program that shows the first screen asks for them.
void write_urls(const workload::MeasureRequest& request) {
    constexpr std::size_t kRecords = 15;
    for (auto& question : workload::questions(request.questions, request.seed + 1)) {
        question.request.counts = question.kind == 'e';
        std::cout << question.kind << " /api/v1/meetings?" << workload::query_of(question, kRecords)
                  << '\n';
    }
}

int run(const BenchOptions& options) {
    const auto& request = options.request;
    if (options.feed) {
        workload::write_feed(request.meetings, request.seed,
                             [](std::string_view piece) { std::cout << piece; });
    } else if (options.urls) {
        write_urls(request);
    } else {
        const auto measured = workload::measure(request);
        std::cout << (options.json ? workload::json_of(measured) + "\n"
                                   : workload::table_of(measured));
    }
    std::cout.flush();
    if (!std::cout) return report({ErrorKind::unavailable, "", "The bench could not be written."});
    return kDone;
}

}  // namespace

void add_bench(CLI::App& program, Chosen& chosen) {
    auto options = std::make_shared<BenchOptions>();
    auto& request = options->request;
    auto* command = program.add_subcommand(
        "bench", "Measure the finder over a made-up directory, with questions of five classes");
    command->add_option("--count", request.meetings, "How many meetings")
        ->check(CLI::Range(std::size_t{1}, std::size_t{20'000'000}))
        ->capture_default_str();
    command->add_option("--questions", request.questions, "How many questions, all classes in turn")
        ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000}))
        ->capture_default_str();
    command->add_option("--seed", request.seed, "The same seed asks the same of the same directory")
        ->capture_default_str();
    command->add_flag("--json", options->json, "The figures as one line of JSON");
    command->add_flag("--feed", options->feed,
                      "Measure nothing: write the directory as a Meeting Guide feed");
    command->add_flag("--urls", options->urls,
                      "Measure nothing: write the questions as paths of the API, class first");
    add_data_options(*command, options->data);
    command->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace waymark::cli
