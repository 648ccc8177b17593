// For tests: a server that runs while the value lives, with a small site.
//
//   /            "hello"          /throws   throws        /asset   kept forever
//   /echo        path, query, form, loopback              /page    revalidated
//   /search      costs a search   /now      crisis        /slow    waits for release()
#pragma once

#include <atomic>
#include <future>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "http/server.h"
#include "testing/http_client.h"

namespace waymark::http {

class Live {
  public:
    explicit Live(ServerOptions options = {}) {
        options.port = 0;
        options.metrics = metrics_;
        options.cost_of = [this](const Request& request) { return router_.cost_of(request); };
        options.on_refusal = [](int status, const Request&) {
            return Response{.body = "refused " + std::to_string(status) + ", call 911"};
        };
        options.on_failure = [](const Request&) { return Response{.body = "sorry, call 911"}; };
        auto listening = Server::listen(
            options, [this](const Request& request) { return router_.answer(request); },
            [this](const std::string& line) {
                const std::lock_guard lock{log_mutex_};
                log_.push_back(line);
            });
        if (!listening) throw std::runtime_error(listening.error().message);
        server_ = std::move(*listening);
        thread_ = std::thread{[this] { server_->run(); }};
    }
    ~Live() {
        release();
        stop();
    }
    Live(const Live&) = delete;
    Live& operator=(const Live&) = delete;

    std::uint16_t port() const { return server_->port(); }
    Server& server() { return *server_; }
    Metrics& metrics() { return *metrics_; }
    testing::HttpClient client() const { return testing::HttpClient{port()}; }

    // Lets every request to /slow, now and later, be answered.
    void release() {
        if (!is_released_.exchange(true)) gate_.set_value();
    }
    // Until so many requests to /slow are being answered.
    void await_slow(int count) {
        for (int now = slow_count_; now < count; now = slow_count_)
            slow_count_.wait(now);
    }
    void stop() {
        server_->stop();
        if (thread_.joinable()) thread_.join();
    }
    std::vector<std::string> log() const {
        const std::lock_guard lock{log_mutex_};
        return log_;
    }

  private:
    static Response says(std::string body) { return {.body = std::move(body)}; }

    std::vector<Route> routes() {
        using enum Method;
        const auto any = Audience::anyone;
        return {
            {get, "/", [](auto&, auto&) { return says("hello"); }},
            {get, "/echo", [](auto& request, auto&) { return echo(request); }},
            {post, "/echo", [](auto& request, auto&) { return echo(request); }},
            {get, "/meetings/:id", [](auto&, auto& path) { return says(std::string{path["id"]}); }},
            {get, "/throws", [](auto&, auto&) -> Response { throw std::runtime_error("secret"); }},
            {get, "/broken",
             [](auto&, auto&) {
                 return Response{.headers = {{"X-Evil", "a\r\nSet-Cookie: b"}}};
             }},
            {get, "/asset",
             [](auto&, auto&) {
                 return Response{.content_type = "text/css", .body = big(), .keep = Keep::forever};
             }},
            {get, "/page",
             [](auto&, auto&) { return Response{.body = big(), .keep = Keep::revalidate}; }},
            {get, "/big", [](auto&, auto&) { return says(big()); }},
            {get, "/api",
             [](auto&, auto&) {
                 return Response{.content_type = "application/json",
                                 .body = "{}",
                                 .is_open_to_other_origins = true};
             }},
            {get, "/search", [](auto&, auto&) { return says("found"); }, any, Cost::search},
            {Method::post, "/report", [](auto&, auto&) { return says("kept"); }, any, Cost::report},
            {get, "/now", [](auto&, auto&) { return says("help"); }, any, Cost::crisis},
            {get, "/metrics", [this](auto&, auto&) { return says(metrics_->exposition()); },
             Audience::loopback},
            {get, "/slow", [this](auto&, auto&) { return slow(); }},
        };
    }

    Response slow() {
        ++slow_count_;
        slow_count_.notify_all();
        released_.wait();
        return says("done");
    }

    static std::string big() {
        std::string text;
        for (int i = 0; i < 500; ++i)
            text += "meeting " + std::to_string(i) + "\n";
        return text;
    }

    static Response echo(const Request& request) {
        return says(request.path + "|" + write_form(request.query) + "|" +
                    write_form(request.form) + "|" + request.body + "|" +
                    (request.from_loopback ? "loopback" : "far") +
                    (request.is_secure ? "|secure" : ""));
    }

    std::promise<void> gate_{};
    std::shared_future<void> released_ = gate_.get_future().share();
    std::atomic<bool> is_released_{false};
    std::atomic<int> slow_count_{0};
    std::shared_ptr<Metrics> metrics_ = std::make_shared<Metrics>();
    mutable std::mutex log_mutex_{};
    std::vector<std::string> log_{};
    Router router_{routes(), [](int status, const Request&) {
                       return Response{.body = "refused " + std::to_string(status) + ", call 911"};
                   }};
    std::unique_ptr<Server> server_{};
    std::thread thread_{};
};

}  // namespace waymark::http
