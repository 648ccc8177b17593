// Where a JSON value ends, byte by byte, without holding it: enough of the
// grammar to cut a long document into its elements. What the elements say is
// json::parse's business.
#pragma once

#include <cstddef>
#include <string_view>

namespace waymark::importers {

// Follows one value: an object, an array, a text or a bare word.
class ElementScanner {
  public:
    // How many bytes of `chunk` belong to the value. Ends with is_done() when
    // the value ends inside the chunk; otherwise give it the next chunk.
    std::size_t take(std::string_view chunk);

    // A bare word ("12", "null") ends at the first byte that is not its own.
    bool is_done() const { return is_done_; }
    std::size_t deepest() const { return deepest_; }

  private:
    void take_byte(char byte);
    std::size_t after_string(std::string_view chunk, std::size_t i);

    std::size_t depth_ = 0;
    std::size_t deepest_ = 0;
    bool in_string_ = false;
    bool is_escaped_ = false;
    bool is_word_ = false;
    bool is_done_ = false;
};

}  // namespace waymark::importers
