// Bytes that are only ever added to. Growing many of them neither copies them
// nor holds them twice for a moment, as a std::string would.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>

namespace waymark::engine {

class GrowingBytes {
  public:
    std::string_view all() const { return {bytes_.get(), size_}; }
    std::size_t size() const { return size_; }

    void append(std::string_view more) {
        if (more.empty()) return;
        if (more.size() > room_ - size_) widen(size_ + more.size());
        std::memcpy(bytes_.get() + size_, more.data(), more.size());
        size_ += more.size();
    }

    // Gives back the room that is not used.
    void settle() {
        if (size_ != 0) resize(size_);
    }

  private:
    struct Free {
        void operator()(char* bytes) const { std::free(bytes); }
    };

    // The C library moves large blocks by their pages, and what was never
    // written to takes no memory.
    void resize(std::size_t room) {
        char* moved = static_cast<char*>(std::realloc(bytes_.get(), room));
        if (moved == nullptr) throw std::bad_alloc{};
        static_cast<void>(bytes_.release());  // realloc has freed it, or it is `moved`.
        bytes_.reset(moved);
        room_ = room;
    }
    void widen(std::size_t least) { resize(least + least / 4 + 4096); }

    std::unique_ptr<char, Free> bytes_;
    std::size_t size_ = 0, room_ = 0;
};

}  // namespace waymark::engine
