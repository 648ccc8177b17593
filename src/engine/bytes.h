// Numbers and texts as bytes: a small number is short, a text has its length in
// front. What reads trusts nothing: past the end it throws, as bytes that we
// wrote ourselves and that are checked before they are used do not lie.
#pragma once

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>

namespace waymark::engine {

class DamagedBytes : public std::runtime_error {
  public:
    DamagedBytes() : std::runtime_error{"bytes of the directory in memory are damaged"} {}
};

// Seven bits a byte, the lowest first.
inline void put_number(std::string& out, std::uint64_t number) {
    while (number >= 0x80) {
        out.push_back(static_cast<char>(number | 0x80));
        number >>= 7;
    }
    out.push_back(static_cast<char>(number));
}

// Small below zero is short too.
inline void put_signed(std::string& out, std::int64_t number) {
    const auto bits = static_cast<std::uint64_t>(number);
    put_number(out, bits << 1 ^ (number < 0 ? ~std::uint64_t{0} : 0));
}

inline void put_text(std::string& out, std::string_view text) {
    put_number(out, text.size());
    out.append(text);
}

class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes, std::uint64_t at = 0)
        : bytes_(bytes), at_(static_cast<std::size_t>(at)) {
        if (at > bytes.size()) throw DamagedBytes{};
    }
    std::uint64_t at() const { return at_; }

    std::uint64_t number() {
        std::uint64_t number = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (at_ >= bytes_.size()) throw DamagedBytes{};
            const auto byte = static_cast<unsigned char>(bytes_[at_++]);
            number |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if (byte < 0x80) return number;
        }
        throw DamagedBytes{};
    }

    std::int64_t signed_number() {
        const auto bits = number();
        return static_cast<std::int64_t>(bits >> 1 ^ (~(bits & 1) + 1));
    }

    std::string_view bytes(std::uint64_t count) {
        if (count > bytes_.size() - at_) throw DamagedBytes{};
        const auto taken = bytes_.substr(at_, static_cast<std::size_t>(count));
        at_ += taken.size();
        return taken;
    }

    std::string_view text() { return bytes(number()); }

    template <class Plain>
    Plain plain() {
        Plain value;
        std::memcpy(&value, bytes(sizeof value).data(), sizeof value);
        return value;
    }

  private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

}  // namespace waymark::engine
