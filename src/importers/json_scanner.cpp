#include "importers/json_scanner.h"

#include <algorithm>

namespace waymark::importers {
namespace {

bool ends_word(char byte) {
    return byte == ',' || byte == ']' || byte == '}' || byte == ' ' || byte == '\n' ||
           byte == '\r' || byte == '\t';
}

}  // namespace

void ElementScanner::take_byte(char byte) {
    switch (byte) {
        case '"':
            in_string_ = true;
            break;
        case '{':
        case '[':
            deepest_ = std::max(deepest_, ++depth_);
            break;
        case '}':
        case ']':
            --depth_;
            is_done_ = depth_ == 0;
            break;
        default:
            is_word_ = depth_ == 0;
            break;
    }
}

// Past the text that is open at `i`, or to the end of the chunk.
std::size_t ElementScanner::after_string(std::string_view chunk, std::size_t i) {
    if (is_escaped_ && i < chunk.size()) {
        is_escaped_ = false;
        ++i;
    }
    for (; i < chunk.size(); ++i) {
        if (chunk[i] == '"') {
            in_string_ = false;
            is_done_ = depth_ == 0;
            return i + 1;
        }
        if (chunk[i] != '\\') continue;
        if (++i == chunk.size()) is_escaped_ = true;
    }
    return chunk.size();
}

std::size_t ElementScanner::take(std::string_view chunk) {
    std::size_t i = 0;
    while (i < chunk.size() && !is_done_) {
        if (in_string_) {
            i = after_string(chunk, i);
        } else if (is_word_) {
            is_done_ = ends_word(chunk[i]);
            if (!is_done_) ++i;
        } else {
            take_byte(chunk[i++]);
        }
    }
    return i;
}

}  // namespace waymark::importers
