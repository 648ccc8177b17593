// The fields of a record as a writer of a format gives them, one after another:
// into a record, or to be compared with one.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/value.h"

namespace waymark::exchange {

class FieldWriter {
  public:
    virtual ~FieldWriter() = default;

    // Empty texts and lists are left out. No key comes twice.
    virtual void text(std::string_view key, const std::string& value) = 0;
    virtual void list(std::string_view key, const std::vector<std::string>& items) = 0;
    virtual void set(std::string_view key, json::Value value) = 0;
};

// Makes the record.
class RecordWriter final : public FieldWriter {
  public:
    RecordWriter() { record_.members()->reserve(kFieldsUsual); }

    void text(std::string_view key, const std::string& value) override {
        if (!value.empty()) record_.set(std::string{key}, value);
    }
    void list(std::string_view key, const std::vector<std::string>& items) override {
        if (items.empty()) return;
        auto array = json::Value::array();
        for (const auto& item : items)
            array.push(item);
        record_.set(std::string{key}, std::move(array));
    }
    void set(std::string_view key, json::Value value) override {
        record_.set(std::string{key}, std::move(value));
    }
    json::Value take() { return std::move(record_); }

  private:
    static constexpr std::size_t kFieldsUsual = 48;
    json::Value record_ = json::Value::object();
};

}  // namespace waymark::exchange
