// A flat array of plain values that is never changed once made: its own, or a
// part of a mapped file, which must then outlive it. Whoever reads cannot tell.
#pragma once

#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace waymark::engine {

template <class T>
class Flat {
    static_assert(std::is_trivially_copyable_v<T>);

  public:
    Flat() = default;
    explicit Flat(std::vector<T> own) : own_(std::move(own)) {}
    explicit Flat(std::span<const T> mapped) : mapped_(mapped) {}

    std::span<const T> all() const { return own_.empty() ? mapped_ : std::span<const T>{own_}; }
    std::size_t size() const { return all().size(); }
    const T& operator[](std::size_t at) const { return all()[at]; }

  private:
    std::vector<T> own_;
    std::span<const T> mapped_;
};

}  // namespace waymark::engine
