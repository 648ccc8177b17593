#include "app/serve.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "api/routes.h"
#include "app/listen_address.h"
#include "app/live_directory.h"
#include "app/local_helplines.h"
#include "app/local_lists.h"
#include "app/local_setting.h"
#include "app/server_polls.h"
#include "app/signals.h"
#include "compat/bmlt/routes.h"
#include "compat/hsds/routes.h"
#include "compat/meeting_guide/feed.h"
#include "core/clock.h"
#include "http/metrics.h"
#include "http/server.h"
#include "web/routes.h"
#include "web/site.h"

namespace waymark::app {
namespace {

using http::Request;
using http::Response;

constexpr std::chrono::seconds kLookAtStoreEvery{2};

Result<> check_fictional(const finder::Snapshot& snapshot, const ServeOptions& options,
                         const ListenAddress& address) {
    if (!snapshot.has_fictional() || options.demo || address.is_loopback()) return {};
    return fail(ErrorKind::not_allowed,
                "The directory holds fictional sample meetings. Remove them with `waymark sources "
                "--remove sample`, or add --demo to show them beyond this machine.",
                "listen");
}

// The crisis line of every page needs the host's emergency number.
Result<> check_country(const std::string& country, const content::Helplines& helplines) {
    if (helplines.emergency_number(country) != nullptr) return {};
    const bool is_code = country.size() == 2 &&
                         std::ranges::all_of(country, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!is_code) return invalid_input("country", "Use a country's two letters, such as US or GB.");
    return invalid_input("country",
                         "We know no emergency number for this country. Write it under "
                         "\"emergency\" in helplines.json in the data folder.");
}

Response plain(std::string text) {
    Response response;
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    response.body = std::move(text);
    return response;
}

// For the operator's own tools: not there for anyone else.
std::vector<http::Route> operator_routes(const std::shared_ptr<http::Metrics>& metrics,
                                         const ServerPolls& polls) {
    return {
        {.method = http::Method::get,
         .pattern = "/health",
         .action = [](const Request&, const auto&) { return plain("ok\n"); },
         .audience = http::Audience::loopback,
         .cost = http::Cost::crisis},
        {.method = http::Method::get,
         .pattern = "/metrics",
         .action = [metrics, &polls](
                       const Request&,
                       const auto&) { return plain(metrics->exposition() + polls.gauges()); },
         .audience = http::Audience::loopback},
    };
}

void append(std::vector<http::Route>& all, std::vector<http::Route> more) {
    std::ranges::move(more, std::back_inserter(all));
}

unsigned thread_count(unsigned asked) {
    if (asked != 0) return asked;
    return std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
}

web::Settings settings_of(const ServeOptions& options) {
    web::Settings settings;
    settings.country = options.country;
    if (!options.exit_url.empty()) settings.exit_url = options.exit_url;
    return settings;
}

Result<web::Tiles> tiles_of(const ServeOptions& options) {
    if (options.tiles.empty()) return web::Tiles{};
    return web::Tiles::open(options.tiles, options.tiles_attribution);
}

http::ServerOptions server_options(const ServeOptions& options, const ListenAddress& address,
                                   const web::Site& site, const http::Router& router,
                                   const std::shared_ptr<http::Metrics>& metrics) {
    http::ServerOptions server;
    server.host = address.host;
    server.port = address.port;
    server.threads = thread_count(options.threads);
    server.certificate_pem = options.certificate_pem;
    server.key_pem = options.key_pem;
    server.checks_host = true;
    server.hosts = options.hosts;
    server.hosts.push_back(address.host);
    server.limits_for_loopback = options.limits_for_loopback;
    server.metrics = metrics;
    server.cost_of = [&router](const Request& request) { return router.cost_of(request); };
    server.on_refusal = [&site](int status, const Request& request) {
        return web::refusal(site, status, request);
    };
    server.on_failure = [&site](const Request& request) {
        return web::refusal(site, 500, request);
    };
    return server;
}

}  // namespace

Result<> serve(const ServeOptions& options,
               const std::function<void(const std::string& url)>& listening) {
    StopSignals signals;
    const auto address = TRY(parse_listen_address(options.listen));
    const auto data = TRY(open_data(options.data));
    auto helplines = TRY(local_helplines(options.data.dir));
    auto setting_rules = TRY(local_setting_rules(options.data.dir));
    auto known_lists = TRY(local_lists(options.data.dir));
    TRY(check_country(options.country, helplines));
    auto tiles = TRY(tiles_of(options));
    const Log log{options.log};
    const SystemClock clock;
    const LiveDirectory live{data->directory(), kLookAtStoreEvery,
                             [&log](const char* what) { log.error(what); }};
    TRY(check_fictional(*live.snapshot(), options, address));
    const ServerPolls polls{*data, options, log};

    const auto snapshot = [&live] { return live.snapshot(); };
    const web::Site site{.snapshot = snapshot,
                         .clock = &clock,
                         .settings = settings_of(options),
                         .views = web::site_views(),
                         .helplines = std::move(helplines),
                         .setting_rules = std::move(setting_rules),
                         .tiles = std::move(tiles),
                         .known_lists = std::move(known_lists),
                         .reports = &data->mistake_reports()};
    const api::Directory api_directory{snapshot, clock};
    const auto metrics = std::make_shared<http::Metrics>();
    auto routes = web::routes(site);
    append(routes, api::routes(api_directory));
    append(routes, compat::hsds::routes(snapshot, clock));
    append(routes, compat::bmlt::routes(snapshot, clock));
    append(routes, compat::meeting_guide::routes(snapshot, clock));
    append(routes, operator_routes(metrics, polls));
    const http::Router router{std::move(routes), [&site](int status, const Request& request) {
                                  return web::refusal(site, status, request);
                              }};

    const auto server = TRY(http::Server::listen(
        server_options(options, address, site, router, metrics),
        [&router](const Request& request) { return router.answer(request); },
        [&log](const std::string& line) { log.request(line); }));
    signals.on_stop([&server] { server->stop(); });
    listening(address.url(!options.certificate_pem.empty(), server->port()));
    server->run();
    return {};
}

}  // namespace waymark::app
