// waymark serve: the pages and the API.
#include "app/serve.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/command.h"

namespace waymark::cli {
namespace {

struct Options {
    app::ServeOptions serve{};
    std::string limits{};
    std::string log = "text";
};

int run(Options& options) {
    options.serve.limits_for_loopback = options.limits == "all";
    options.serve.log = options.log == "json" ? app::LogFormat::json : app::LogFormat::text;
    const auto served = app::serve(options.serve, [](const std::string& url) {
        std::cout << url << std::endl;  // At once: whoever started us may be waiting for it.
    });
    return served ? kDone : report(served.error());
}

}  // namespace

void add_serve(CLI::App& program, Chosen& chosen) {
    auto options = std::make_shared<Options>();
    auto& serve = options->serve;
    auto* command = program.add_subcommand("serve", "Serve the pages and the API");
    command->add_option("--listen", serve.listen, "HOST:PORT")->capture_default_str();
    command->add_flag("--demo", serve.demo, "Show fictional sample meetings beyond this machine");
    command->add_option("--cert", serve.certificate_pem, "TLS certificate, a PEM file");
    command->add_option("--key", serve.key_pem, "Its key, a PEM file");
    command->add_option("--host", serve.hosts, "A name of this site; again for more");
    command->add_option("--limits", options->limits, "all: limit clients on this machine too")
        ->check(CLI::IsMember({"all"}));
    command->add_option("--country", serve.country, "Whose helplines come first: US, GB …")
        ->capture_default_str();
    command->add_option("--exit-url", serve.exit_url, "Where the Leave button goes");
    command->add_option("--tiles", serve.tiles,
                        "A folder of map tiles of yours, {zoom}/{x}/{y}.png, .webp or .jpg");
    command->add_option("--tiles-attribution", serve.tiles_attribution, "Whose map that is");
    command->add_flag("--no-polling{false}", serve.polls, "Read no list by itself");
    command->add_flag("--poll-this-machine", serve.polls_this_machine,
                      "Also lists at http://localhost and other addresses of this machine");
    command->add_option("--threads", serve.threads, "0: one a core");
    command->add_option("--log", options->log, "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    add_data_options(*command, serve.data);
    command->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace waymark::cli
