// The certificate and what we agree to speak: TLS 1.2 and 1.3, forward secret
// and authenticated ciphers only.
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <memory>
#include <string>

#include "core/result.h"

namespace waymark::http {

// Fails with invalid_input (field "certificate") on files that cannot be read
// or do not belong together.
Result<std::unique_ptr<boost::asio::ssl::context>> tls_from_files(
    const std::string& certificate_pem, const std::string& key_pem);

}  // namespace waymark::http
