#include "importers/json_cursor.h"

#include <algorithm>

#include "importers/json_scanner.h"

namespace waymark::importers {
namespace {

constexpr std::size_t kChunk = std::size_t{64} << 10;
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

bool has_long_text(const json::Value& value) {
    if (const auto* text = value.string()) return text->size() > kFieldBytesMax;
    if (const auto* items = value.items()) return std::ranges::any_of(*items, has_long_text);
    if (const auto* members = value.members()) {
        return std::ranges::any_of(*members,
                                   [](const auto& member) { return has_long_text(member.second); });
    }
    return false;
}

// NaN and Infinity are no JSON, but some programs write them for "nothing".
bool has_non_number(std::string_view text) {
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (in_string && text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            in_string = !in_string;
        else if (!in_string && (text[i] == 'N' || text[i] == 'I'))
            return true;
    }
    return false;
}

}  // namespace

JsonCursor::JsonCursor(ByteSource bytes) : bytes_(std::move(bytes)), chunk_(kChunk) {}

std::string_view JsonCursor::rest() {
    if (at_ == end_) {
        at_ = 0;
        end_ = bytes_(chunk_.data(), chunk_.size());
    }
    return {chunk_.data() + at_, end_ - at_};
}

char JsonCursor::next_mark() {
    for (auto text = rest(); !text.empty(); text = rest()) {
        const auto mark = text.find_first_not_of(" \t\r\n");
        if (mark != std::string_view::npos) {
            take(mark);
            return text[mark];
        }
        take(text.size());
    }
    return 0;
}

bool JsonCursor::skip_byte_order_mark() {
    for (const char byte : kByteOrderMark) {
        if (!rest().starts_with(byte)) return byte == kByteOrderMark.front();
        take(1);
    }
    return true;
}

tl::unexpected<Error> cut_short() {
    return fail(ErrorKind::unreadable, "The feed ends in the middle: it was not sent whole.");
}

Result<Element> take_element(JsonCursor& cursor, std::size_t bytes_max) {
    Element element;
    ElementScanner scanner;
    while (!scanner.is_done()) {
        const auto rest = cursor.rest();
        if (rest.empty()) return cut_short();
        const auto count = scanner.take(rest);
        if (element.text.size() + count > bytes_max) element.is_too_long = true;
        if (!element.is_too_long) element.text.append(rest.substr(0, count));
        cursor.take(count);
    }
    element.deepest = scanner.deepest();
    if (element.is_too_long) element.text.clear();
    return element;
}

bool is_number_at_fault(const Error& error, std::string_view text) {
    return error.kind == ErrorKind::limit_reached || has_non_number(text);
}

Error impossible_number() {
    return invalid_input("", "The record holds a number that cannot be.").value();
}

void refuse_long_texts(Record& record) {
    const auto* members = record.value.members();
    if (members == nullptr) return;
    for (const auto& [key, held] : *members) {
        if (!has_long_text(held)) continue;
        record.refused = invalid_input(key, "The text is longer than 16 KiB.").value();
        return;
    }
}

}  // namespace waymark::importers
