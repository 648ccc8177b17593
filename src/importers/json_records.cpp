#include "importers/json_records.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

#include "core/text.h"
#include "importers/json_cursor.h"
#include "json/parse.h"

namespace waymark::importers {
namespace {

// Members beside the meetings (formats, service bodies) are read whole.
constexpr std::size_t kAsideBytesMax = std::size_t{8} << 20;
constexpr std::string_view kMeetings = "meetings";

auto unreadable(std::string message) {
    return fail(ErrorKind::unreadable, std::move(message));
}
auto not_json() {
    return unreadable("This is not valid JSON.");
}

Result<Record> record_of(const Element& element, std::int64_t row) {
    Record record{.row = row};
    if (element.is_too_long) {
        record.refused = invalid_input("", "The record is longer than 1 MiB.").value();
        return record;
    }
    if (element.deepest > kDepthMax) {
        record.refused = invalid_input("", "The record is nested deeper than 32 levels.").value();
        return record;
    }
    auto value = json::parse(element.text, {.depth = kDepthMax + 1});
    if (!value && is_number_at_fault(value.error(), element.text)) {
        record.refused = impossible_number();
        return record;
    }
    record.value = TRY(std::move(value));
    refuse_long_texts(record);
    return record;
}

// Reads a document from its start to its last byte: next() gives the elements
// of the list of meetings, whatever stands around it.
class Document {
  public:
    explicit Document(ByteSource bytes) : cursor_(std::move(bytes)) {}

    Result<std::optional<Element>> next() {
        if (state_ == State::start) TRY(open());
        if (state_ == State::list) {
            auto element = TRY(next_in_list());
            if (element) return element;
        }
        if (state_ == State::members) {
            TRY(take_members());
            if (state_ == State::list) return next();
        }
        if (cursor_.next_mark() != 0) {
            return unreadable("Something follows the end of the feed's JSON.");
        }
        return std::optional<Element>{};
    }

    bool has_list() const { return has_list_; }
    bool is_bare_list() const { return has_list_ && !is_object_; }
    const std::vector<std::pair<std::string, json::Value>>& aside() const { return aside_; }

  private:
    enum class State { start, list, members, end };

    Result<> open() {
        if (!cursor_.skip_byte_order_mark()) return not_json();
        const char mark = cursor_.next_mark();
        if (mark == 0) return unreadable("The feed is empty.");
        if (mark == '<')
            return unreadable("This is a web page, not a feed. Does it ask to sign in?");
        if (mark != '[' && mark != '{') return not_json();
        cursor_.take(1);
        is_object_ = mark == '{';
        is_first_ = true;
        has_list_ = !is_object_;
        state_ = is_object_ ? State::members : State::list;
        return {};
    }

    // Takes the comma before an element, or the closing mark of the list.
    // False: the list has ended.
    Result<bool> at_element(char closing) {
        char mark = cursor_.next_mark();
        if (mark == 0) return cut_short();
        if (mark == closing) {
            cursor_.take(1);
            return false;
        }
        if (!is_first_) {
            if (mark != ',') return not_json();
            cursor_.take(1);
            mark = cursor_.next_mark();
            if (mark == 0) return cut_short();
        }
        is_first_ = false;
        if (mark == ',' || mark == ']' || mark == '}' || mark == ':') return not_json();
        return true;
    }

    Result<std::optional<Element>> next_in_list() {
        if (TRY(at_element(']'))) return TRY(take_element(cursor_, kRecordBytesMax));
        state_ = is_object_ ? State::members : State::end;
        is_first_ = false;
        return std::optional<Element>{};
    }

    Result<std::string> take_key() {
        if (cursor_.next_mark() != '"') return cursor_.is_over() ? cut_short() : not_json();
        const auto element = TRY(take_element(cursor_, kFieldBytesMax));
        const auto key = TRY(json::parse(element.text));
        if (cursor_.next_mark() != ':') return cursor_.is_over() ? cut_short() : not_json();
        cursor_.take(1);
        if (!keys_.insert(*key.string()).second) {
            return unreadable("The same key stands twice in one object.");
        }
        return *key.string();
    }

    // Puts members aside until the list of meetings opens, or the object ends.
    Result<> take_members() {
        while (TRY(at_element('}'))) {
            auto key = TRY(take_key());
            const char mark = cursor_.next_mark();
            if (mark == 0) return cut_short();
            if (key == kMeetings && mark == '[') {
                cursor_.take(1);
                is_first_ = true;
                has_list_ = true;
                state_ = State::list;
                return {};
            }
            const auto element = TRY(take_element(cursor_, kAsideBytesMax));
            if (element.is_too_long) return unreadable("A list beside the meetings is too long.");
            aside_.emplace_back(std::move(key), TRY(json::parse(element.text)));
        }
        state_ = State::end;
        return {};
    }

    JsonCursor cursor_;
    State state_ = State::start;
    bool is_object_ = false, is_first_ = true, has_list_ = false;
    std::set<std::string> keys_{};
    std::vector<std::pair<std::string, json::Value>> aside_{};
};

class JsonRecords final : public RecordReader {
  public:
    explicit JsonRecords(ByteSource bytes) : document_(std::move(bytes)) {}

    Result<std::optional<Record>> next() override {
        const auto element = TRY(document_.next());
        if (element) return TRY(record_of(*element, ++row_));
        TRY(check_end());
        return std::optional<Record>{};
    }

  private:
    Result<> check_end() const {
        if (row_ > 0) return {};
        if (document_.has_list()) return unreadable("The feed holds no meetings.");
        for (const auto* key : {"error", "message", "code", "errors"}) {
            if (std::ranges::find(document_.aside(), key,
                                  &std::pair<std::string, json::Value>::first) !=
                document_.aside().end()) {
                return unreadable("The feed's server answered with an error instead of meetings.");
            }
        }
        return unreadable("There is no list of meetings in this feed.");
    }

    Document document_;
    std::int64_t row_ = 0;
};

}  // namespace

std::unique_ptr<RecordReader> json_records(ByteSource bytes) {
    return std::make_unique<JsonRecords>(std::move(bytes));
}

json::Value json_member(const OpenBytes& open, std::string_view name) {
    Document document{open()};
    while (true) {
        const auto element = document.next();
        // A bare array has no members: nothing to look for in it.
        if (!element || (*element && document.is_bare_list())) return {};
        if (!*element) break;
    }
    for (const auto& [key, value] : document.aside()) {
        if (key == name) return value;
    }
    return {};
}

}  // namespace waymark::importers
