#include "http/server.h"

#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/ip/v6_only.hpp>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include "http/loop.h"
#include "http/tls.h"

namespace waymark::http {
namespace {

using asio::ip::tcp;
using boost::system::error_code;

constexpr std::uint64_t kFilesBesideSockets = 256;

// A thousand open connections need as many file handles; most systems allow
// them to who asks.
void allow_files(std::uint64_t wanted) {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) return;
    limit.rlim_cur = std::min<rlim_t>(wanted, limit.rlim_max);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

Result<std::vector<asio::ip::address>> addresses_of(const std::string& host) {
    if (host == "localhost") {
        return std::vector<asio::ip::address>{asio::ip::address_v4::loopback(),
                                              asio::ip::address_v6::loopback()};
    }
    const bool is_bracketed = host.starts_with('[') && host.ends_with(']');
    error_code error;
    const auto address =
        asio::ip::make_address(is_bracketed ? host.substr(1, host.size() - 2) : host, error);
    if (error) {
        return invalid_input("listen", "Listen on localhost or on an address such as 0.0.0.0.");
    }
    return std::vector{address};
}

// Whether nobody listens there, and on which port we may. Listeners that share
// a port would let a second server take half of the first one's connections.
Result<std::uint16_t> free_port(const asio::ip::address& address, std::uint16_t port) {
    asio::io_context context;
    const tcp::endpoint endpoint{address, port};
    tcp::acceptor probe{context};
    error_code error;
    probe.open(endpoint.protocol(), error);
    if (!error) probe.set_option(asio::socket_base::reuse_address{true}, error);
    if (!error && address.is_v6()) probe.set_option(asio::ip::v6_only{true}, error);
    if (!error) probe.bind(endpoint, error);
    if (!error) probe.listen(1, error);
    if (error == asio::error::address_in_use) {
        return fail(ErrorKind::unavailable, "Another program listens on this port already.",
                    "listen");
    }
    if (error == asio::error::access_denied) {
        return fail(ErrorKind::not_allowed, "This user may not listen on this port.", "listen");
    }
    if (error) {
        return fail(ErrorKind::unavailable, "This machine has no such address to listen on.",
                    "listen");
    }
    return probe.local_endpoint().port();
}

// Every address to listen on, all with the same port. "localhost" is content
// with one of its two: some machines have no IPv6.
Result<std::vector<tcp::endpoint>> endpoints_of(const ServerOptions& options) {
    const auto addresses = TRY(addresses_of(options.host));
    std::vector<tcp::endpoint> endpoints;
    std::uint16_t port = options.port;
    for (const asio::ip::address& address : addresses) {
        auto found = free_port(address, port);
        const bool is_missing = !found && address.is_v6() && !endpoints.empty() &&
                                found.error().message.starts_with("This machine");
        if (is_missing) continue;
        port = TRY(std::move(found));
        endpoints.emplace_back(address, port);
    }
    return endpoints;
}

class RunningServer final : public Server {
  public:
    RunningServer(const ServerOptions& options, Handler handler, LogLine log,
                  std::unique_ptr<asio::ssl::context> tls,
                  const std::vector<tcp::endpoint>& endpoints)
        : site_(options, std::move(handler), std::move(log)),
          tls_(std::move(tls)),
          port_(endpoints.front().port()) {
        const unsigned threads = std::max(1U, options.threads);
        workers_ = std::make_unique<Workers>(Workers::Limits{
            .threads = threads, .room = options.in_flight_max, .patience = options.patience});
        const std::size_t share = std::max<std::size_t>(1, options.connections_max / threads);
        for (unsigned i = 0; i < threads; ++i) {
            loops_.push_back(std::make_unique<Loop>(site_, *workers_, tls_.get(), share, i == 0));
            for (const tcp::endpoint& endpoint : endpoints)
                loops_.back()->listen(endpoint);
        }
    }

    // Workers end first, while the loops that they report to still stand.
    ~RunningServer() override { workers_.reset(); }

    std::uint16_t port() const override { return port_; }

    void run() override {
        std::vector<std::thread> threads;
        for (std::size_t i = 1; i < loops_.size(); ++i) {
            threads.emplace_back([loop = loops_[i].get()] { loop->run(); });
        }
        loops_.front()->run();
        for (std::thread& thread : threads)
            thread.join();
    }

    void stop() override {
        for (const auto& loop : loops_)
            loop->stop();
    }

  private:
    Site site_;
    std::unique_ptr<asio::ssl::context> tls_;
    std::unique_ptr<Workers> workers_;
    std::vector<std::unique_ptr<Loop>> loops_;
    std::uint16_t port_;
};

}  // namespace

Result<std::unique_ptr<Server>> Server::listen(const ServerOptions& options, Handler handler,
                                               LogLine log) {
    std::unique_ptr<asio::ssl::context> tls;
    if (!options.certificate_pem.empty() || !options.key_pem.empty()) {
        tls = TRY(tls_from_files(options.certificate_pem, options.key_pem));
    }
    const auto endpoints = TRY(endpoints_of(options));
    allow_files(options.connections_max + kFilesBesideSockets);
    return std::make_unique<RunningServer>(options, std::move(handler), std::move(log),
                                           std::move(tls), endpoints);
}

}  // namespace waymark::http
