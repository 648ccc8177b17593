#include "crypto/uuid.h"

#include <openssl/evp.h>

#include <array>
#include <cassert>
#include <cstddef>
#include <stdexcept>

namespace waymark::crypto {
namespace {

constexpr std::size_t kBytes = 16;
constexpr std::size_t kLength = 36;
constexpr std::string_view kDigits = "0123456789abcdef";

bool is_dash_at(std::size_t i) {
    return i == 8 || i == 13 || i == 18 || i == 23;
}

int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string bytes_of(std::string_view uuid) {
    std::string bytes;
    int high = -1;
    for (const char c : uuid) {
        const int digit = digit_of(c);
        if (digit < 0) continue;
        if (high >= 0) bytes.push_back(static_cast<char>(high * 16 + digit));
        high = high < 0 ? digit : -1;
    }
    return bytes;
}

// SHA-1 is what version 5 asks for; nothing here leans on its strength.
std::array<unsigned char, EVP_MAX_MD_SIZE> sha1_of(std::string_view data) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    if (EVP_Digest(data.data(), data.size(), digest.data(), nullptr, EVP_sha1(), nullptr) != 1) {
        throw std::runtime_error("SHA-1 is not available.");
    }
    return digest;
}

}  // namespace

bool is_uuid(std::string_view text) {
    if (text.size() != kLength) return false;
    for (std::size_t i = 0; i < kLength; ++i) {
        if (is_dash_at(i) ? text[i] != '-' : digit_of(text[i]) < 0) return false;
    }
    return true;
}

std::string uuid_of_name(std::string_view name_space, std::string_view name) {
    assert(is_uuid(name_space));
    auto digest = sha1_of(bytes_of(name_space).append(name));
    digest[6] = static_cast<unsigned char>((digest[6] & 0x0f) | 0x50);
    digest[8] = static_cast<unsigned char>((digest[8] & 0x3f) | 0x80);
    std::string uuid;
    uuid.reserve(kLength);
    for (std::size_t i = 0; i < kBytes; ++i) {
        if (is_dash_at(uuid.size())) uuid.push_back('-');
        uuid.push_back(kDigits[digest[i] >> 4]);
        uuid.push_back(kDigits[digest[i] & 15]);
    }
    return uuid;
}

}  // namespace waymark::crypto
