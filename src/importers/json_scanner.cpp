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

std::size_t ElementScanner::take(std::string_view chunk) {
    for (std::size_t i = 0; i < chunk.size(); ++i) {
        const char byte = chunk[i];
        if (in_string_) {
            if (is_escaped_)
                is_escaped_ = false;
            else if (byte == '\\')
                is_escaped_ = true;
            else if (byte == '"')
                in_string_ = false;
            is_done_ = !in_string_ && depth_ == 0;
        } else if (is_word_) {
            if (ends_word(byte)) {
                is_done_ = true;
                return i;
            }
        } else {
            take_byte(byte);
        }
        if (is_done_) return i + 1;
    }
    return chunk.size();
}

}  // namespace waymark::importers
