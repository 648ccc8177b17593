// Values, or a stream of events, to JSON text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "json/value.h"

namespace waymark::json {

// Appends `text` in quotes. Invalid UTF-8 is the caller's mistake.
void append_quoted(std::string& out, std::string_view text);
// The shortest text that reads back as the same number. NaN becomes null.
void append_number(std::string& out, double number);

// One line, no spaces. Slashes are not escaped.
std::string write(const Value& value);

// Two-space indentation, for files that people read.
std::string write_indented(const Value& value);

// Writes JSON without a tree: commas and nesting are kept by the writer.
class Writer {
  public:
    explicit Writer(std::string& out) : out_(out) {}

    Writer& begin_object();
    Writer& end_object();
    Writer& begin_array();
    Writer& end_array();
    Writer& key(std::string_view name);
    Writer& string(std::string_view text);
    Writer& integer(std::int64_t number);
    Writer& real(double number);
    Writer& boolean(bool flag);
    Writer& null();
    Writer& value(const Value& value);
    Writer& raw(std::string_view json);  // Already JSON.

  private:
    void separate();
    std::string& out_;
    bool needs_comma_ = false;
};

}  // namespace waymark::json
