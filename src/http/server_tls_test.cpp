// TLS with a certificate that the test makes for itself.

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "http/live_test.h"
#include "testing/temporary_folder.h"

namespace waymark::http {
namespace {

// A folder with cert.pem and key.pem, signed by themselves.
class Certificate {
  public:
    Certificate() {
        const std::string command =
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes "
            "-subj /CN=localhost -days 2 -keyout " +
            key() + " -out " + pem() + " 2>/dev/null";
        was_made_ = std::system(command.c_str()) == 0;
    }

    bool was_made() const { return was_made_; }
    std::string pem() const { return folder_ / "cert.pem"; }
    std::string key() const { return folder_ / "key.pem"; }

  private:
    testing::TemporaryFolder folder_{};
    bool was_made_ = false;
};

// One request over TLS; "" when the two could not agree.
std::string ask_over_tls(std::uint16_t port, int newest_version, const std::string& request) {
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context{
        SSL_CTX_new(TLS_client_method()), &SSL_CTX_free};
    SSL_CTX_set_security_level(context.get(), 0);
    SSL_CTX_set_max_proto_version(context.get(), newest_version);
    const int client = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    const std::unique_ptr<SSL, decltype(&SSL_free)> tls{SSL_new(context.get()), &SSL_free};
    SSL_set_fd(tls.get(), client);
    std::string answer;
    if (SSL_connect(tls.get()) == 1) {
        SSL_write(tls.get(), request.data(), static_cast<int>(request.size()));
        char chunk[4096];
        int count = SSL_read(tls.get(), chunk, sizeof chunk);
        for (; count > 0; count = SSL_read(tls.get(), chunk, sizeof chunk)) {
            answer.append(chunk, static_cast<std::size_t>(count));
        }
        const bool is_whole = SSL_get_error(tls.get(), count) == SSL_ERROR_ZERO_RETURN;
        EXPECT_TRUE(is_whole) << "the end was not announced";
    }
    ::close(client);
    return answer;
}

const std::string kAskEcho = "GET /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

TEST(Tls, ServesTheSameSiteAndAsksToStaySecure) {
    const Certificate certificate;
    ASSERT_TRUE(certificate.was_made()) << "openssl is needed";
    const Live live{{.certificate_pem = certificate.pem(), .key_pem = certificate.key()}};
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        const std::string answer = ask_over_tls(live.port(), version, kAskEcho);
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n"));
        EXPECT_TRUE(answer.ends_with("/echo||||loopback|secure"));
        EXPECT_NE(answer.find("\r\nStrict-Transport-Security: max-age=31536000; "
                              "includeSubDomains\r\n"),
                  std::string::npos);
    }
    EXPECT_EQ(ask_over_tls(live.port(), TLS1_1_VERSION, kAskEcho), "");
}

TEST(Tls, LeavesPlainTextUnanswered) {
    const Certificate certificate;
    ASSERT_TRUE(certificate.was_made()) << "openssl is needed";
    const Live live{{.certificate_pem = certificate.pem(), .key_pem = certificate.key()}};
    testing::HttpClient plain = live.client();
    plain.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(plain.read_to_end().find("HTTP/"), std::string::npos);
}

TEST(Tls, EndsAHandshakeThatComesTooSlowly) {
    const Certificate certificate;
    ASSERT_TRUE(certificate.was_made()) << "openssl is needed";
    const Live live{{.certificate_pem = certificate.pem(),
                     .key_pem = certificate.key(),
                     .timeouts = {.header = std::chrono::seconds{1}}}};
    testing::HttpClient silent = live.client();
    EXPECT_EQ(silent.read_to_end(), "");
}

TEST(Tls, NeedsACertificateAndItsOwnKey) {
    const Certificate one;
    const Certificate other;
    const auto refusal = [](const std::string& pem, const std::string& key) {
        const auto server = Server::listen({.port = 0, .certificate_pem = pem, .key_pem = key},
                                           [](const Request&) { return Response{}; }, {});
        return server ? std::string{} : server.error().message;
    };
    EXPECT_EQ(refusal(one.pem(), ""), "Give both a certificate and its key.");
    EXPECT_EQ(refusal("", one.key()), "Give both a certificate and its key.");
    EXPECT_EQ(refusal("/nowhere.pem", one.key()), "The certificate file cannot be read.");
    EXPECT_EQ(refusal(one.pem(), other.key()),
              "The key file cannot be read, or is not this certificate's.");
    EXPECT_EQ(refusal(one.pem(), one.key()), "");
}

}  // namespace
}  // namespace waymark::http
