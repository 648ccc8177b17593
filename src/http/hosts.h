// Which names this server answers to. A page of somebody else whose name they
// have pointed at this machine must not be able to read it as its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace waymark::http {

// host: as in the Host header, with or without a port. True for the names (in
// any case), for localhost and what ends in ".localhost", and for addresses
// written in digits, which nobody can point elsewhere; for "" (HTTP/1.0) too.
bool answers_to(std::string_view host, const std::vector<std::string>& names);

}  // namespace waymark::http
