#include "json/write.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "core/bytes.h"

namespace waymark::json {
namespace {

// Which bytes of a text stand for themselves: one look-up a byte, on the path
// of every record and every answer.
constexpr auto kIsPlain = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0x20; byte < plain.size(); ++byte)
        plain[byte] = true;
    plain['"'] = plain['\\'] = false;
    return plain;
}();

// Where the next byte stands that does not stand for itself; or the end.
std::size_t next_special(std::string_view text, std::size_t at) {
    const auto is_special = [](std::uint8_t byte) {
        return (byte < 0x20) | (byte == '"') | (byte == '\\');
    };
    while (at + kBytesAtOnce <= text.size() && !any_of_next(text, at, is_special))
        at += kBytesAtOnce;
    while (at < text.size() && kIsPlain[static_cast<unsigned char>(text[at])])
        ++at;
    return at;
}

void append_escape(std::string& out, char c) {
    constexpr std::string_view kHex = "0123456789abcdef";
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            break;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += "\\u00";
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
}

void append(std::string& out, const Value& value, int indent, int depth);

void new_line(std::string& out, int indent, int depth) {
    if (indent == 0) return;
    out += '\n';
    out.append(static_cast<std::size_t>(indent * depth), ' ');
}

void append_items(std::string& out, const Value::Array& items, int indent, int depth) {
    out += '[';
    bool first = true;
    for (const auto& item : items) {
        if (!first) out += ',';
        first = false;
        new_line(out, indent, depth + 1);
        append(out, item, indent, depth + 1);
    }
    if (!first) new_line(out, indent, depth);
    out += ']';
}

void append_members(std::string& out, const Value::Object& members, int indent, int depth) {
    out += '{';
    bool first = true;
    for (const auto& [key, item] : members) {
        if (!first) out += ',';
        first = false;
        new_line(out, indent, depth + 1);
        append_quoted(out, key);
        out += indent == 0 ? ":" : ": ";
        append(out, item, indent, depth + 1);
    }
    if (!first) new_line(out, indent, depth);
    out += '}';
}

void append(std::string& out, const Value& value, int indent, int depth) {
    if (const auto* text = value.string()) return append_quoted(out, *text);
    if (const auto* items = value.items()) return append_items(out, *items, indent, depth);
    if (const auto* members = value.members()) return append_members(out, *members, indent, depth);
    if (const auto* flag = value.boolean()) {
        out += *flag ? "true" : "false";
    } else if (const auto* number = value.integer()) {
        out += std::to_string(*number);
    } else if (const auto* real = value.real()) {
        append_number(out, *real);
    } else {
        out += "null";
    }
}

}  // namespace

void append_quoted(std::string& out, std::string_view text) {
    out += '"';
    std::size_t clean = 0;
    for (std::size_t i = next_special(text, 0); i < text.size(); i = next_special(text, clean)) {
        out.append(text.substr(clean, i - clean));
        append_escape(out, text[i]);
        clean = i + 1;
    }
    out.append(text.substr(clean));
    out += '"';
}

void append_number(std::string& out, double number) {
    if (!std::isfinite(number)) {
        out += "null";
        return;
    }
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    out.append(buffer.data(), end);
}

std::string write(const Value& value) {
    std::string out;
    append(out, value, 0, 0);
    return out;
}

std::string write_indented(const Value& value) {
    std::string out;
    append(out, value, 2, 0);
    out += '\n';
    return out;
}

void Writer::separate() {
    if (needs_comma_) out_ += ',';
    needs_comma_ = true;
}

Writer& Writer::begin_object() {
    separate();
    out_ += '{';
    needs_comma_ = false;
    return *this;
}

Writer& Writer::end_object() {
    out_ += '}';
    needs_comma_ = true;
    return *this;
}

Writer& Writer::begin_array() {
    separate();
    out_ += '[';
    needs_comma_ = false;
    return *this;
}

Writer& Writer::end_array() {
    out_ += ']';
    needs_comma_ = true;
    return *this;
}

Writer& Writer::key(std::string_view name) {
    separate();
    append_quoted(out_, name);
    out_ += ':';
    needs_comma_ = false;
    return *this;
}

Writer& Writer::string(std::string_view text) {
    separate();
    append_quoted(out_, text);
    return *this;
}

Writer& Writer::integer(std::int64_t number) {
    separate();
    out_ += std::to_string(number);
    return *this;
}

Writer& Writer::real(double number) {
    separate();
    append_number(out_, number);
    return *this;
}

Writer& Writer::boolean(bool flag) {
    separate();
    out_ += flag ? "true" : "false";
    return *this;
}

Writer& Writer::null() {
    separate();
    out_ += "null";
    return *this;
}

Writer& Writer::value(const Value& value) {
    separate();
    append(out_, value, 0, 0);
    return *this;
}

Writer& Writer::raw(std::string_view json) {
    separate();
    out_ += json;
    return *this;
}

}  // namespace waymark::json
