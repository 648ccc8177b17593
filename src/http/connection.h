// One client: reads requests, has them answered, writes the answers.
#pragma once

#include <boost/asio/ssl/context.hpp>

#include "http/net.h"
#include "http/site.h"
#include "http/watch.h"
#include "http/workers.h"

namespace waymark::http {

struct Surroundings {
    Site& site;
    Workers& workers;
    Watch& watch;
};

// Serves the client until either side has enough. tls: null for plain HTTP.
// Does not return before; to be spawned on the socket's executor.
Task<> serve_connection(Socket socket, Surroundings around, asio::ssl::context* tls);

}  // namespace waymark::http
