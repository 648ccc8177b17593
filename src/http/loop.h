// One thread of the server: its listeners, its connections, its clock.
#pragma once

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/posix/basic_stream_descriptor.hpp>
#include <list>

#include "http/connection.h"
#include "http/net.h"
#include "http/watch.h"

namespace waymark::http {

class Loop {
  public:
    // keeps_time: one loop of a server calls Site::tick.
    Loop(Site& site, Workers& workers, asio::ssl::context* tls, std::size_t connections_max,
         bool keeps_time);

    // Listens beside the other loops on the same port; the system shares out
    // the connections. Throws boost::system::system_error.
    void listen(const asio::ip::tcp::endpoint& endpoint);

    void run();   // Until stop() was called and the answers under way are out.
    void stop();  // From any thread or a signal's handler.

  private:
    using Timer =
        asio::basic_waitable_timer<std::chrono::steady_clock,
                                   asio::wait_traits<std::chrono::steady_clock>, Executor>;
    Task<> accept_all(Acceptor& acceptor);
    Task<> keep_watch();
    Task<> await_stop();
    void take_in(Socket socket);
    void turn_away(Socket socket);
    void begin_stopping();

    Site& site_;
    Workers& workers_;
    asio::ssl::context* tls_;
    std::size_t connections_max_;
    bool keeps_time_;
    Watch watch_;
    asio::io_context context_{1};
    std::list<Acceptor> acceptors_;
    Timer clock_{context_.get_executor()};
    Timer pause_{context_.get_executor()};
    asio::posix::basic_stream_descriptor<Executor> stop_signal_;
    Moment stop_deadline_ = Moment::max();
};

}  // namespace waymark::http
