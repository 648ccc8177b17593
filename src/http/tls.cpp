#include "http/tls.h"

#include <openssl/ssl.h>

#include <utility>

namespace waymark::http {
namespace {

namespace ssl = boost::asio::ssl;

constexpr const char* kCiphers =
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:"
    "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
    "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";

}  // namespace

Result<std::unique_ptr<ssl::context>> tls_from_files(const std::string& certificate_pem,
                                                     const std::string& key_pem) {
    if (certificate_pem.empty() || key_pem.empty()) {
        return invalid_input("certificate", "Give both a certificate and its key.");
    }
    auto context = std::make_unique<ssl::context>(ssl::context::tls_server);
    context->set_options(ssl::context::no_sslv2 | ssl::context::no_sslv3 | ssl::context::no_tlsv1 |
                         ssl::context::no_tlsv1_1 | ssl::context::no_compression |
                         ssl::context::single_dh_use | SSL_OP_NO_RENEGOTIATION |
                         SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX* native = context->native_handle();
    if (SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION) != 1 ||
        SSL_CTX_set_cipher_list(native, kCiphers) != 1) {
        return fail(ErrorKind::unavailable, "This server's TLS library is too old.");
    }
    boost::system::error_code error;
    context->use_certificate_chain_file(certificate_pem, error);
    if (error) {
        return invalid_input("certificate", "The certificate file cannot be read.");
    }
    context->use_private_key_file(key_pem, ssl::context::pem, error);
    if (error || SSL_CTX_check_private_key(native) != 1) {
        return invalid_input("certificate",
                             "The key file cannot be read, or is not this certificate's.");
    }
    return context;
}

}  // namespace waymark::http
