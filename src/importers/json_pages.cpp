#include "importers/json_pages.h"

#include <deque>
#include <string>
#include <utility>

#include "importers/json_cursor.h"
#include "json/parse.h"

namespace waymark::importers {
namespace {

// Pages add levels of their own above a record.
constexpr std::size_t kPageDepth = 4;

auto unreadable(std::string message) {
    return fail(ErrorKind::unreadable, std::move(message));
}

class JsonPages final : public RecordReader {
  public:
    JsonPages(ByteSource bytes, std::string_view list_key)
        : cursor_(std::move(bytes)), list_key_(list_key) {}

    Result<std::optional<Record>> next() override {
        if (!is_open_) TRY(open());
        while (waiting_.empty()) {
            if (!TRY(take_page())) {
                TRY(check_end());
                return std::optional<Record>{};
            }
        }
        Record record{.row = ++row_};
        auto value = std::move(waiting_.front());
        waiting_.pop_front();
        if (!value) {
            record.refused = std::move(value).error();
            return record;
        }
        record.value = *std::move(value);
        if (record.value.members() == nullptr)
            record.refused = invalid_input("", "This row is not a record with fields.").value();
        else
            refuse_long_texts(record);
        return record;
    }

  private:
    Result<> open() {
        is_open_ = true;
        const bool is_whole = cursor_.skip_byte_order_mark();
        const char mark = cursor_.next_mark();
        if (mark == 0) return unreadable("The feed is empty.");
        if (mark == '<')
            return unreadable("This is a web page, not a feed. Does it ask to sign in?");
        if (!is_whole || (mark != '[' && mark != '{')) {
            return unreadable(
                "The answer is words, not a list: was something wrong with the request?");
        }
        return {};
    }

    // The next page into `waiting_`. False: the feed has ended.
    Result<bool> take_page() {
        char mark = cursor_.next_mark();
        if (mark == 0) return in_array_ ? Result<bool>{cut_short()} : Result<bool>{false};
        if (!in_array_ && mark == '[') {
            cursor_.take(1);
            in_array_ = is_first_ = true;
            mark = cursor_.next_mark();
        }
        if (in_array_) {
            if (mark == ']') {
                cursor_.take(1);
                in_array_ = false;
                return true;
            }
            if (!std::exchange(is_first_, false)) {
                if (mark != ',') return mark == 0 ? cut_short() : not_json();
                cursor_.take(1);
                mark = cursor_.next_mark();
            }
        }
        if (mark == 0) return cut_short();
        if (mark == ',' || mark == ']' || mark == '}' || mark == ':') return not_json();
        if (!in_array_ && mark != '{') return not_json();
        TRY(take_value());
        return true;
    }

    Result<> take_value() {
        const auto element = TRY(take_element(cursor_, kPageBytesMax));
        if (element.is_too_long) return unreadable("One page of this feed is longer than 256 MiB.");
        if (element.deepest > kDepthMax + kPageDepth)
            return unreadable("The feed is nested deeper than 32 levels.");
        auto value = json::parse(element.text, {.depth = kDepthMax + kPageDepth + 1});
        if (!value && is_number_at_fault(value.error(), element.text)) {
            waiting_.push_back(tl::unexpected{impossible_number()});
            return {};
        }
        spread(TRY(std::move(value)));
        return {};
    }

    // A page gives its records, a list its items; anything else is a record.
    void spread(json::Value value) {
        if (auto* items = value.items()) return spread_items(*items);
        if (auto* members = value.members()) {
            for (auto& [key, held] : *members) {
                if (key != list_key_) continue;
                if (auto* items = held.items()) spread_items(*items);
                return;
            }
            if (!in_array_ && (value.find("error") != nullptr || value.find("message") != nullptr))
                has_error_ = true;
        }
        waiting_.emplace_back(std::move(value));
    }

    void spread_items(json::Value::Array& items) {
        for (auto& item : items)
            waiting_.emplace_back(std::move(item));
    }

    Result<> check_end() const {
        if (has_error_ && row_ <= 1)
            return unreadable("The feed's server answered with an error instead of places.");
        if (row_ > 0) return {};
        if (list_key_ == "rows") {
            return unreadable(
                "The feed holds no places. In a request to FindTreatment the latitude comes "
                "first.");
        }
        return unreadable("The feed holds no places.");
    }

    static tl::unexpected<Error> not_json() { return unreadable("This is not valid JSON."); }

    JsonCursor cursor_;
    std::string list_key_;
    std::deque<Result<json::Value>> waiting_{};
    bool is_open_ = false, in_array_ = false, is_first_ = true, has_error_ = false;
    std::int64_t row_ = 0;
};

}  // namespace

std::unique_ptr<RecordReader> json_pages(ByteSource bytes, std::string_view list_key) {
    return std::make_unique<JsonPages>(std::move(bytes), list_key);
}

}  // namespace waymark::importers
