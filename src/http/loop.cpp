#include "http/loop.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <system_error>
#include <utility>

namespace waymark::http {
namespace {

using boost::system::error_code;
using std::chrono::steady_clock;

constexpr int kBacklog = 1024;
constexpr std::chrono::seconds kTick{1};
constexpr std::chrono::milliseconds kTickWhileStopping{100};
constexpr std::chrono::milliseconds kPauseWhenOutOfSockets{100};

using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

int new_event() {
    const int event = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (event < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
    return event;
}

}  // namespace

Loop::Loop(Site& site, Workers& workers, asio::ssl::context* tls, std::size_t connections_max,
           bool keeps_time)
    : site_(site),
      workers_(workers),
      tls_(tls),
      connections_max_(connections_max),
      keeps_time_(keeps_time),
      stop_signal_(context_.get_executor(), new_event()) {}

void Loop::listen(const asio::ip::tcp::endpoint& endpoint) {
    Acceptor& acceptor = acceptors_.emplace_back(context_.get_executor());
    acceptor.open(endpoint.protocol());
    acceptor.set_option(asio::socket_base::reuse_address{true});
    acceptor.set_option(ReusePort{true});
    if (endpoint.address().is_v6()) acceptor.set_option(asio::ip::v6_only{true});
    acceptor.bind(endpoint);
    acceptor.listen(kBacklog);
}

void Loop::run() {
    for (Acceptor& acceptor : acceptors_) {
        asio::co_spawn(context_, accept_all(acceptor), asio::detached);
    }
    asio::co_spawn(context_, keep_watch(), asio::detached);
    asio::co_spawn(context_, await_stop(), asio::detached);
    context_.run();
}

void Loop::stop() {
    const std::uint64_t one = 1;
    // Nothing can be done about a failure here, and a full counter is as good.
    [[maybe_unused]] const auto written = ::write(stop_signal_.native_handle(), &one, sizeof one);
}

Task<> Loop::accept_all(Acceptor& acceptor) {
    while (acceptor.is_open()) {
        auto [error, socket] = co_await acceptor.async_accept(kAwait);
        if (!error) {
            take_in(std::move(socket));
        } else if (acceptor.is_open()) {
            // No file handles left, most likely: let some connections end first.
            pause_.expires_after(kPauseWhenOutOfSockets);
            co_await pause_.async_wait(kAwait);
        }
    }
}

void Loop::take_in(Socket socket) {
    if (watch_.size() >= connections_max_ && !watch_.cut_longest_idle()) {
        return turn_away(std::move(socket));
    }
    const Surroundings around{site_, workers_, watch_};
    asio::co_spawn(context_, serve_connection(std::move(socket), around, tls_), asio::detached);
}

void Loop::turn_away(Socket socket) {
    site_.metrics().count_connection_refused();
    if (tls_ != nullptr) return;
    const Request nobody;
    const Answer full = site_.answer(site_.shed(nobody), nobody, Transport::plain, After::close);
    const std::string bytes = full.head + std::string{full.bytes()};
    // The buffer of a new socket is empty: this cannot block, and if it does
    // not fit, the head at least is out.
    ::send(socket.native_handle(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    error_code ignored;
    socket.shutdown(Socket::shutdown_send, ignored);
}

Task<> Loop::keep_watch() {
    while (!(watch_.is_stopping() && watch_.size() == 0)) {
        const bool is_stopping = watch_.is_stopping();
        clock_.expires_after(is_stopping ? kTickWhileStopping : kTick);
        co_await clock_.async_wait(kAwait);
        const Moment now = steady_clock::now();
        watch_.cut_overdue(now);
        if (keeps_time_ && !is_stopping) site_.tick();
        if (now >= stop_deadline_) context_.stop();
    }
}

Task<> Loop::await_stop() {
    co_await stop_signal_.async_wait(stop_signal_.wait_read, kAwait);
    begin_stopping();
}

void Loop::begin_stopping() {
    stop_deadline_ = steady_clock::now() + site_.options().timeouts.stop;
    error_code ignored;
    for (Acceptor& acceptor : acceptors_)
        acceptor.close(ignored);
    pause_.cancel();
    watch_.begin_stopping([this] { clock_.cancel(); });
    clock_.cancel();
}

}  // namespace waymark::http
