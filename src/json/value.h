// A JSON value: small, ordered as the document was, with no library behind it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace waymark::json {

class Value {
  public:
    using Array = std::vector<Value>;
    using Object = std::vector<std::pair<std::string, Value>>;

    Value() = default;  // null
    Value(std::nullptr_t) {}
    Value(bool flag) : data_(flag) {}
    Value(int number) : data_(std::int64_t{number}) {}
    Value(std::int64_t number) : data_(number) {}
    Value(std::size_t number) : data_(static_cast<std::int64_t>(number)) {}
    Value(double number) : data_(number) {}
    Value(const char* text) : data_(std::string{text}) {}
    Value(std::string_view text) : data_(std::string{text}) {}
    Value(std::string text) : data_(std::move(text)) {}
    Value(Array items) : data_(std::move(items)) {}
    Value(Object members) : data_(std::move(members)) {}

    static Value array() { return Value{Array{}}; }
    static Value object() { return Value{Object{}}; }

    bool is_null() const { return std::holds_alternative<std::monostate>(data_); }

    // A pointer to what is held, or null when it is of another kind.
    const bool* boolean() const { return std::get_if<bool>(&data_); }
    const std::int64_t* integer() const { return std::get_if<std::int64_t>(&data_); }
    const double* real() const { return std::get_if<double>(&data_); }
    const std::string* string() const { return std::get_if<std::string>(&data_); }
    const Array* items() const { return std::get_if<Array>(&data_); }
    const Object* members() const { return std::get_if<Object>(&data_); }
    std::string* string() { return std::get_if<std::string>(&data_); }
    Array* items() { return std::get_if<Array>(&data_); }
    Object* members() { return std::get_if<Object>(&data_); }

    // The member of that name; null when there is none, or this is no object.
    const Value* find(std::string_view key) const;

    // What is held when it is text, else nothing: for optional fields.
    std::string_view text_or(std::string_view key, std::string_view fallback = {}) const;

    // Adds a member at the end; makes an object of a null.
    void set(std::string key, Value value);
    // Adds an item at the end; makes an array of a null.
    void push(Value value);

    friend bool operator==(const Value&, const Value&) = default;

  private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> data_;
};

}  // namespace waymark::json
