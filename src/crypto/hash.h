// Fingerprints of data: the same bytes always give the same one, and no two
// different texts are known that share one.
//
// Not for passwords: a fingerprint of something guessable can be guessed.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace waymark::crypto {

// SHA-256 (FIPS 180-4) of the whole text: 64 lower-case hex digits.
std::string sha256_hex(std::string_view data);

// SHA-256 of data that comes in pieces.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    void add(std::string_view data);

    // The digest of everything added so far, as sha256_hex writes it. More may
    // be added afterwards.
    std::string hex() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// BLAKE2b with 256 bits (RFC 7693), no key: 32 raw bytes. Faster than SHA-256;
// for what only we compare.
std::string blake2b_256(std::string_view data);

}  // namespace waymark::crypto
