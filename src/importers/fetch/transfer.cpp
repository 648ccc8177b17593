#include "importers/fetch/transfer.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "core/text.h"

namespace waymark::importers {
namespace {

constexpr std::size_t kHeaderBytesMax = std::size_t{64} << 10;
constexpr std::size_t kValidatorBytesMax = 1024;
// Below this an inflated body harms nobody, however well it was packed.
constexpr std::size_t kInflatedUnwatched = std::size_t{1} << 20;

struct EasyCleanup {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
};
struct ListCleanup {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, EasyCleanup>;
using List = std::unique_ptr<curl_slist, ListCleanup>;

// What the callbacks share.
struct Exchange {
    CURL* curl = nullptr;
    const std::vector<IpAddress>& addresses;
    const FetchRules& rules;
    Answer answer{};
    std::size_t header_bytes = 0;
    std::optional<Error> stopped{};  // Why a callback ended the transfer.
};

std::size_t stop(Exchange& exchange, tl::unexpected<Error> reason) {
    exchange.stopped = std::move(reason.value());
    return 0;
}

std::size_t take_body(char* data, std::size_t, std::size_t size, void* context) {
    auto& exchange = *static_cast<Exchange*>(context);
    const FetchRules& rules = exchange.rules;
    curl_off_t received = 0;
    curl_easy_getinfo(exchange.curl, CURLINFO_SIZE_DOWNLOAD_T, &received);
    const auto raw = static_cast<std::size_t>(std::max<curl_off_t>(received, 0));
    const std::size_t inflated = exchange.answer.body.size() + size;
    if (raw > rules.raw_bytes_max)
        return stop(exchange, fail(ErrorKind::limit_reached, "This feed is too large to fetch."));
    const bool is_bomb = inflated > kInflatedUnwatched && inflated / rules.inflation_max > raw;
    if (is_bomb || inflated > rules.inflated_bytes_max) {
        return stop(exchange, fail(ErrorKind::limit_reached,
                                   "This feed grows too large when it is unpacked."));
    }
    exchange.answer.body.append(data, size);
    return size;
}

void read_header(Answer& answer, std::string_view line) {
    if (line.starts_with("HTTP/")) {  // A new answer: the one before was "100 Continue".
        answer = {};
        return;
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const std::string name = ascii_lower(line.substr(0, colon));
    const auto end = line.find_last_not_of("\r\n");
    const auto value = trimmed(line.substr(colon + 1, end - colon));
    if (value.size() > kValidatorBytesMax) return;
    if (name == "etag") answer.etag = value;
    if (name == "last-modified") answer.last_modified = value;
}

std::size_t take_header(char* data, std::size_t, std::size_t size, void* context) {
    auto& exchange = *static_cast<Exchange*>(context);
    exchange.header_bytes += size;
    if (exchange.header_bytes > kHeaderBytesMax) {
        return stop(exchange,
                    fail(ErrorKind::limit_reached, "The server sent too much before the feed."));
    }
    read_header(exchange.answer, {data, size});
    return size;
}

bool is_one_of(const std::vector<IpAddress>& addresses, const curl_sockaddr& target) {
    IpAddress address{};
    if (target.family == AF_INET6) {
        address.version = IpAddress::Version::v6;
        sockaddr_in6 to{};
        std::memcpy(&to, &target.addr, std::min<std::size_t>(sizeof to, target.addrlen));
        std::memcpy(address.bytes.data(), &to.sin6_addr, 16);
    } else if (target.family == AF_INET) {
        sockaddr_in to{};
        std::memcpy(&to, &target.addr, sizeof to);
        std::memcpy(address.bytes.data(), &to.sin_addr, 4);
    } else {
        return false;
    }
    return std::ranges::find(addresses, address) != addresses.end();
}

// The last gate: whatever else was believed, no other address is connected to.
curl_socket_t open_socket(void* context, curlsocktype purpose, curl_sockaddr* target) {
    const auto& exchange = *static_cast<const Exchange*>(context);
    if (purpose != CURLSOCKTYPE_IPCXN || !is_one_of(exchange.addresses, *target)) {
        return CURL_SOCKET_BAD;
    }
    return socket(target->family, target->socktype | SOCK_CLOEXEC, target->protocol);
}

std::string text_of(const IpAddress& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const bool is_v6 = address.version == IpAddress::Version::v6;
    inet_ntop(is_v6 ? AF_INET6 : AF_INET, address.bytes.data(), text.data(), text.size());
    return is_v6 ? "[" + std::string{text.data()} + "]" : std::string{text.data()};
}

// "host:443:93.184.216.34,[2606:…]": the resolver is not asked a second time.
List pinned(const FeedUrl& url, const std::vector<IpAddress>& addresses) {
    std::vector<std::string> texts;
    for (const IpAddress& address : addresses)
        texts.push_back(text_of(address));
    const std::string host =
        url.host.find(':') == std::string::npos ? url.host : "[" + url.host + "]";
    const std::string line = host + ":" + std::to_string(url.port) + ":" + joined(texts, ",");
    return List{curl_slist_append(nullptr, line.c_str())};
}

List request_headers(const Validators& held) {
    List list{curl_slist_append(nullptr, "Accept: application/json, text/csv, */*;q=0.5")};
    const auto add = [&](const std::string& name, const std::string& value) {
        if (value.empty() || value.find_first_of("\r\n") != std::string::npos) return;
        // The list's head never changes once it has one.
        curl_slist_append(list.get(), (name + ": " + value).c_str());
    };
    add("If-None-Match", held.etag);
    add("If-Modified-Since", held.last_modified);
    return list;
}

void set_limits(CURL* curl, const FetchRules& rules) {
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS,
                     static_cast<long>(rules.connect_time.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(rules.total_time.count()));
    curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(rules.raw_bytes_max));
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, rules.allow_loopback ? "https,http" : "https");
    // A proxy would connect for us, to wherever it likes.
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(curl, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "Waymark (recovery meeting directory)");
}

void set_callbacks(CURL* curl, Exchange& exchange) {
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &exchange);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &exchange);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &exchange);
}

tl::unexpected<Error> error_of(CURLcode code) {
    switch (code) {
        case CURLE_OPERATION_TIMEDOUT:
            return fail(ErrorKind::unavailable, "The server took too long to answer.");
        case CURLE_FILESIZE_EXCEEDED:
            return fail(ErrorKind::limit_reached, "This feed is too large to fetch.");
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CONNECT_ERROR:
            return fail(ErrorKind::unavailable,
                        "The server could not prove that it is who it says it is.");
        case CURLE_PARTIAL_FILE:
        case CURLE_RECV_ERROR:
        case CURLE_GOT_NOTHING:
        case CURLE_BAD_CONTENT_ENCODING:
            return fail(ErrorKind::unavailable, "The server broke off before the feed was whole.");
        default:
            return fail(ErrorKind::unavailable, "The server could not be reached.");
    }
}

Easy new_easy() {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    Easy curl{started == CURLE_OK ? curl_easy_init() : nullptr};
    if (!curl) throw std::runtime_error("libcurl cannot be started");
    return curl;
}

}  // namespace

Result<Answer> transfer(const FeedUrl& url, const std::vector<IpAddress>& addresses,
                        const FetchRules& rules, const Validators& held) {
    const Easy curl = new_easy();
    Exchange exchange{.curl = curl.get(), .addresses = addresses, .rules = rules};
    const List resolved = pinned(url, addresses);
    const List headers = request_headers(held);
    set_limits(curl.get(), rules);
    set_callbacks(curl.get(), exchange);
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.text.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_RESOLVE, resolved.get());
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());

    const CURLcode code = curl_easy_perform(curl.get());
    if (exchange.stopped) return tl::unexpected(*exchange.stopped);
    if (code != CURLE_OK) return error_of(code);
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    exchange.answer.status = static_cast<int>(status);
    char* redirect = nullptr;
    curl_easy_getinfo(curl.get(), CURLINFO_REDIRECT_URL, &redirect);
    if (redirect != nullptr) exchange.answer.redirect = redirect;
    curl_off_t wait = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RETRY_AFTER, &wait);
    exchange.answer.retry_after = std::chrono::seconds{std::max<curl_off_t>(wait, 0)};
    return std::move(exchange.answer);
}

}  // namespace waymark::importers
