// The bytes of a JSON feed, walked through a chunk at a time, and whole values
// cut out of them. What json_records and json_pages share.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "importers/records.h"

namespace waymark::importers {

class JsonCursor {
  public:
    explicit JsonCursor(ByteSource bytes);

    // What stands next, without taking it; empty at the end.
    std::string_view rest();
    void take(std::size_t count) { at_ += count; }

    // The next byte that is not white space, not taken; 0 at the end.
    char next_mark();

    bool is_over() { return rest().empty(); }

    // False: the text begins with a part of the mark only.
    bool skip_byte_order_mark();

  private:
    ByteSource bytes_;
    std::vector<char> chunk_;
    std::size_t at_ = 0, end_ = 0;
};

struct Element {
    std::string text{};  // Empty when it is longer than the limit.
    std::size_t deepest = 0;
    bool is_too_long = false;
};

// The value that begins at the cursor. Fails with unreadable when the feed ends
// inside it.
Result<Element> take_element(JsonCursor& cursor, std::size_t bytes_max);

// The failure of a feed that ends in the middle.
tl::unexpected<Error> cut_short();

// Whether parsing the text failed for a number beyond all range, or for NaN and
// Infinity: then it is one row that cannot be, not the feed. And what is said of it.
bool is_number_at_fault(const Error& error, std::string_view text);
Error impossible_number();

// Sets `refused` when a text of the record, at any depth, is too long.
void refuse_long_texts(Record& record);

}  // namespace waymark::importers
