// waymark: one program, a subcommand for each job.
#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "cli/command.h"

namespace {

constexpr const char* kHelp =
    R"(waymark: help with recovery from heroin and other opioids, on your own server

  waymark serve     serve the pages and the API
  waymark find      find meetings:  waymark find --near 19104 --within 24h
  waymark treatment find treatment, naloxone and other places of help
  waymark number    whose a phone number is, by the lists it holds
  waymark geocode   where a place is, without asking any server
  waymark match     which group suits somebody, from answers in a file
  waymark setting   which kind of place fits, from answers in a file
  waymark import    read a list of meetings: a file, standard input or a URL
  waymark sources   the lists this directory is made of: add, poll, decide, go back
  waymark reports   what visitors say is wrong with a listing; close what is done
  waymark sample    write a fictional list to try things with
  waymark bench     measure how fast the finder is on this machine
  waymark doctor    what a person should check: unchecked lines, failing lists, reports

Each has --help and takes --data DIR (default ./data). Exit codes: 0 done,
1 refused or failed, 2 wrong usage.
)";

}  // namespace

int main(int argc, char** argv) {
    CLI::App program;
    program.set_help_flag("");
    program.set_version_flag("--version", "waymark 0.1.0");
    program.require_subcommand(0, 1);
    waymark::cli::Chosen chosen = [] {
        std::cerr << kHelp;
        return waymark::cli::kWrongUsage;
    };
    const auto print_help = [] {
        std::cout << kHelp;
        return waymark::cli::kDone;
    };
    program.add_flag_callback("-h,--help", [&] { chosen = print_help; });
    program.add_subcommand("help", "This page")->callback([&] { chosen = print_help; });
    waymark::cli::add_serve(program, chosen);
    waymark::cli::add_find(program, chosen);
    waymark::cli::add_treatment(program, chosen);
    waymark::cli::add_number(program, chosen);
    waymark::cli::add_geocode(program, chosen);
    waymark::cli::add_import(program, chosen);
    waymark::cli::add_sources(program, chosen);
    waymark::cli::add_reports(program, chosen);
    waymark::cli::add_sample(program, chosen);
    waymark::cli::add_bench(program, chosen);
    waymark::cli::add_match(program, chosen);
    waymark::cli::add_setting(program, chosen);
    waymark::cli::add_doctor(program, chosen);
    for (auto* command : program.get_subcommands({})) {
        command->set_help_flag("-h,--help", "What this command does, and its options");
    }
    try {
        program.parse(argc, argv);
        return chosen();
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? waymark::cli::kDone : waymark::cli::kWrongUsage;
    } catch (const std::exception& failure) {
        std::cerr << "waymark: " << failure.what() << '\n';
        return waymark::cli::kFailed;
    }
}
