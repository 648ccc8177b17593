#include "http/connection.h"

#include <array>
#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "http/pace.h"
#include "http/reader.h"

namespace waymark::http {
namespace {

using boost::system::error_code;
using std::chrono::steady_clock;
using TlsStream = asio::ssl::stream<Socket>;

constexpr std::size_t kReadBytes = 4096;
constexpr std::size_t kWriteBytes = std::size_t{64} << 10;
constexpr std::size_t kDrainBytesMax = std::size_t{256} << 10;
constexpr std::chrono::seconds kGoodbye{2};
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

// Runs a job among the workers and comes back to the connection's own thread.
// Completes with whether the job ran; it does not when there is no room, or
// when its turn came too late.
struct InWorker {
    Workers* workers;
    std::function<void()> job;

    template <class Done>
    void operator()(Done done) const {
        using Guard = asio::executor_work_guard<Executor>;
        struct Waiting {
            Done done;
            Guard guard;
        };
        const Executor executor = asio::get_associated_executor(done);
        auto waiting = std::make_shared<Waiting>(Waiting{std::move(done), Guard{executor}});
        const auto come_back = [executor, waiting](bool has_run) {
            asio::post(executor, [waiting, has_run] {
                Done once = std::move(waiting->done);
                once(has_run);
            });
        };
        const bool is_taken = workers->submit(
            {.work = job, .tell = [come_back](Turn turn) { come_back(turn == Turn::in_time); }});
        if (!is_taken) come_back(false);
    }
};

// What a bucket is kept for: the network, never the whole address.
std::string prefix_of(const asio::ip::address& address) {
    if (address.is_v4()) {
        const auto bytes = address.to_v4().to_bytes();
        return {bytes.begin(), bytes.begin() + 3};
    }
    const auto bytes = address.to_v6().to_bytes();
    return {bytes.begin(), bytes.begin() + 7};
}

asio::ip::address peer_of(const Socket& socket) {
    error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    if (error) return {};
    const asio::ip::address address = endpoint.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    }
    return address;
}

template <class Stream>
class Connection final : public Watched {
  public:
    template <class... More>
    Connection(Surroundings around, Socket socket, More&... more)
        : site_(around.site),
          workers_(around.workers),
          watch_(around.watch),
          timeouts_(around.site.options().timeouts),
          is_loopback_(peer_of(socket).is_loopback()),
          prefix_(prefix_of(peer_of(socket))),
          stream_(std::move(socket), more...) {
        watch_.add(*this);
        site_.metrics().connection_opened();
        error_code ignored;
        stream_.lowest_layer().set_option(asio::ip::tcp::no_delay{true}, ignored);
    }

    ~Connection() override {
        site_.metrics().connection_closed();
        watch_.remove(*this);
    }

    void cut() override {
        is_cut_ = true;
        error_code ignored;
        stream_.lowest_layer().cancel(ignored);
    }

    Task<> serve() {
        if (!co_await shake_hands()) co_return;
        while (co_await read_request()) {
            const auto begun = steady_clock::now();
            co_await find_answer();
            const bool is_sent = co_await write_answer();
            const auto took = steady_clock::now() - begun;
            site_.record(answer_, request_,
                         std::chrono::duration_cast<std::chrono::microseconds>(took));
            if (!is_sent) co_return;
            if (after_ == After::close) break;
        }
        co_await say_goodbye();
    }

  private:
    static constexpr bool kIsTls = std::is_same_v<Stream, TlsStream>;
    static constexpr Transport kTransport = kIsTls ? Transport::tls : Transport::plain;

    void enter(Phase next, std::chrono::seconds patience) {
        phase = next;
        since = steady_clock::now();
        deadline = since + patience;
        is_cut_ = false;
    }

    Task<bool> shake_hands() {
        if constexpr (kIsTls) {
            enter(Phase::header, timeouts_.header);
            const auto [error] = co_await stream_.async_handshake(TlsStream::server, kAwait);
            co_return !error;
        }
        co_return true;
    }

    // False when there is nothing to answer any more.
    Task<bool> read_request() {
        reader_.emplace();
        if (unread_.empty()) {
            enter(Phase::idle, timeouts_.idle);
        } else {
            enter(Phase::header, timeouts_.header);
        }
        while (true) {
            unread_.erase(0, reader_->feed(unread_));
            const RequestReader::State state = reader_->state();
            if (state == RequestReader::State::complete) co_return true;
            if (state == RequestReader::State::refused) co_return true;
            if (state == RequestReader::State::wants_continue) {
                const asio::const_buffer go_on{kContinue.data(), kContinue.size()};
                co_await asio::async_write(stream_, go_on, kAwait);
            }
            if (phase == Phase::header && reader_->has_header()) {
                enter(Phase::body, timeouts_.body);
                body_bytes_ = unread_.size();
                deadline = body_deadline(since, body_bytes_, timeouts_);
            }
            if (phase == Phase::idle && watch_.is_stopping()) co_return false;
            if (!co_await read_more()) co_return is_late_;
        }
    }

    Task<bool> read_more() {
        const auto [error, count] = co_await stream_.async_read_some(asio::buffer(chunk_), kAwait);
        if (error) {
            is_late_ = is_cut_ && (phase == Phase::header || phase == Phase::body);
            co_return false;
        }
        unread_.append(chunk_.data(), count);
        if (phase == Phase::idle) enter(Phase::header, timeouts_.header);
        if (phase == Phase::body) {
            body_bytes_ += count;
            deadline = body_deadline(since, body_bytes_, timeouts_);
        }
        co_return true;
    }

    // Fills in request_, after_ and answer_.
    Task<> find_answer() {
        phase = Phase::answering;
        deadline = Moment::max();
        const bool is_refused = reader_->state() == RequestReader::State::refused;
        const int refused_with = is_late_ ? 408 : is_refused ? reader_->refusal() : 0;
        const bool stays = refused_with == 0 && reader_->keep_alive() && !watch_.is_stopping();
        after_ = stays ? After::keep_open : After::close;
        request_ = reader_->take();
        request_.from_loopback = is_loopback_;
        request_.is_secure = kIsTls;

        if (refused_with != 0) {
            answer(site_.refusal(refused_with, request_));
            co_return;
        }
        const Cost cost = site_.cost_of(request_);
        auto objection = site_.objection(request_, cost, prefix_);
        if (objection) {
            answer(std::move(*objection));
        } else if (cost == Cost::crisis) {
            answer(site_.respond(request_));
        } else if (!co_await answer_in_worker()) {
            answer(site_.shed(request_));
        }
    }

    void answer(Response response) {
        answer_ = site_.answer(std::move(response), request_, kTransport, after_);
    }

    Task<bool> answer_in_worker() {
        using Token = asio::use_awaitable_t<Executor>;
        Token token;
        InWorker in_worker{&workers_, [this] { answer(site_.respond(request_)); }};
        co_return co_await asio::async_initiate<Token, void(bool)>(std::move(in_worker), token);
    }

    Task<bool> write_answer() {
        enter(Phase::writing, timeouts_.write);
        std::string_view rest = answer_.bytes();
        std::string_view head = answer_.head;
        do {
            const std::string_view part = rest.substr(0, kWriteBytes);
            const std::array<asio::const_buffer, 2> buffers{
                asio::const_buffer{head.data(), head.size()},
                asio::const_buffer{part.data(), part.size()}};
            const auto [error, count] = co_await asio::async_write(stream_, buffers, kAwait);
            if (error) co_return false;
            head = {};
            rest.remove_prefix(part.size());
            enter(Phase::writing, timeouts_.write);
        } while (!rest.empty());
        co_return true;
    }

    // Closing with bytes unread would reset the connection, and the client
    // might never see the answer: so tell it, then read what it still sends.
    Task<> say_goodbye() {
        enter(Phase::closing, kGoodbye);
        if constexpr (kIsTls) {
            co_await stream_.async_shutdown(kAwait);
        }
        error_code ignored;
        stream_.lowest_layer().shutdown(Socket::shutdown_send, ignored);
        if (after_ != After::close) co_return;
        std::size_t drained = 0;
        while (drained < kDrainBytesMax) {
            auto& socket = stream_.lowest_layer();
            const auto [error] = co_await socket.async_wait(Socket::wait_read, kAwait);
            if (error) co_return;
            const std::size_t count = read_now(socket.native_handle());
            if (count == 0) co_return;
            drained += count;
        }
    }

    std::size_t read_now(int socket) {
        const auto count = ::recv(socket, chunk_.data(), chunk_.size(), MSG_DONTWAIT);
        return count > 0 ? static_cast<std::size_t>(count) : 0;
    }

    Site& site_;
    Workers& workers_;
    Watch& watch_;
    const Timeouts& timeouts_;
    bool is_loopback_;
    std::string prefix_;
    Stream stream_;
    std::array<char, kReadBytes> chunk_{};
    std::string unread_{};
    std::optional<RequestReader> reader_{};
    Request request_{};
    Answer answer_{};
    After after_ = After::keep_open;
    bool is_cut_ = false;
    bool is_late_ = false;
    std::size_t body_bytes_ = 0;  // Of the body under way.
};

}  // namespace

Task<> serve_connection(Socket socket, Surroundings around, asio::ssl::context* tls) {
    if (tls != nullptr) {
        Connection<TlsStream> connection{around, std::move(socket), *tls};
        co_await connection.serve();
    } else {
        Connection<Socket> connection{around, std::move(socket)};
        co_await connection.serve();
    }
}

}  // namespace waymark::http
